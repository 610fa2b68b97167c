//! Records the requests to the test server. For browsers that do not log errors, also records
//! answers with an error status, and the errors and warnings in pages. A script sends the errors
//! and warnings to the server. It is inserted into pages that allow scripts, before all other
//! scripts.

use super::body_of;
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use std::{
    mem,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// The path of the script that sends the errors in a page to the server.
pub(super) const SCRIPT: &str = "/.recorder.js";
/// The path to which the script sends errors.
const COMPLAINT: &str = "/.complaint";

#[derive(Clone, Debug, Default)]
pub(super) struct Recorder(Arc<Notes>);

#[derive(Debug, Default)]
struct Notes {
    watches: AtomicBool,
    requests: Mutex<Vec<String>>,
    complaints: Mutex<Vec<String>>,
}

impl Recorder {
    /// Starts to insert the script into pages, and to record answers with an error status.
    pub(super) fn watch(&self) {
        self.0.watches.store(true, Ordering::Relaxed);
    }

    /// Returns the paths of the requests so far, without those for [`SCRIPT`] and [`COMPLAINT`].
    pub(super) fn requests(&self) -> Vec<String> {
        lock(&self.0.requests).clone()
    }

    /// Returns the errors since the last call.
    pub(super) fn complaints(&self) -> Vec<String> {
        mem::take(&mut *lock(&self.0.complaints))
    }

    pub(super) async fn see(self, mut request: Request, next: Next) -> Response<Body> {
        let path = request.uri().path().to_owned();
        match &*path {
            SCRIPT => return ([(header::CONTENT_TYPE, "text/javascript")], include_str!("recorder.js")).into_response(),
            COMPLAINT if request.method() == Method::POST => {
                let message = body_of(request.into_body()).await;
                lock(&self.0.complaints).push(String::from_utf8_lossy(&message).into_owned());
                // Without this header, sending an error from another or an opaque origin would fail.
                return [(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")].into_response();
            }
            _ => lock(&self.0.requests).push(path.clone()),
        }
        if !self.0.watches.load(Ordering::Relaxed) {
            return next.run(request).await;
        }
        let wants_page = request.headers().get(header::ACCEPT).is_some_and(|kinds| kinds.as_bytes().starts_with(b"text/html"));
        if wants_page {
            // Only content that is sent uncompressed can be changed. Without these headers, the server does not
            // compress the content, and never answers with status 304.
            request.headers_mut().remove(header::ACCEPT_ENCODING);
            request.headers_mut().remove(header::IF_MODIFIED_SINCE);
        }
        let answer = next.run(request).await;
        if answer.status().is_client_error() || answer.status().is_server_error() {
            lock(&self.0.complaints).push(format!("{path}: {}", answer.status()));
        }
        if wants_page && is_page(&answer) { with_script(answer).await } else { answer }
    }
}

fn lock<T>(notes: &Mutex<T>) -> MutexGuard<'_, T> {
    notes.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_page(answer: &Response<Body>) -> bool {
    answer.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

async fn with_script(answer: Response<Body>) -> Response<Body> {
    let (mut parts, body) = answer.into_parts();
    let page = body_of(body).await;
    // A page whose policy allows no script has no errors of scripts. Firefox would report that the policy forbids the
    // inserted script.
    let allows_no_script = |policy: &HeaderValue| {
        let policy = String::from_utf8_lossy(policy.as_bytes());
        policy.contains("default-src") && !policy.contains("script-src")
    };
    if parts.headers.get_all(header::CONTENT_SECURITY_POLICY).iter().any(allows_no_script) {
        return Response::from_parts(parts, Body::from(page));
    }
    let Some((before, after)) = std::str::from_utf8(&page).ok().and_then(|page| page.split_once("<head>")) else {
        return (StatusCode::INTERNAL_SERVER_ERROR, "a page without a head").into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, Body::from(format!("{before}<head><script src={SCRIPT}></script>{after}")))
}
