//! Serves the site on a free port with the router of `cargo xtask serve`, and simulates faults.

mod csp_reports;
pub(crate) mod frame;
mod policy;
mod recorder;

use crate::{conditions::Conditions, written};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
pub use csp_reports::CspReports;
use recorder::Recorder;
use std::{path::Path, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

/// A fault or another change in the server's answer to a request.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The server answers with status 404.
    Missing,
    /// The answer waits until the gate opens.
    Held(Gate),
    /// The answer is delayed by this time.
    Late(Duration),
    /// The function changes the content.
    Changed(fn(Vec<u8>) -> Vec<u8>),
    /// The function changes the headers.
    Headed(fn(&mut HeaderMap)),
    /// The answer has this value for the header with this name. With `None`, the answer lacks the header.
    Header(&'static str, Option<&'static str>),
    /// The address of a folder without its final slash is answered with the page, not with a redirect.
    Folder,
    /// The server answers as if the request had this value for the header with this name.
    AsAsked(&'static str, &'static str),
}

/// A gate that delays answers until it is opened.
#[derive(Clone, Debug)]
pub struct Gate(Arc<watch::Sender<bool>>);

impl Gate {
    /// Makes a closed gate.
    pub fn closed() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }

    /// Lets all answers pass.
    pub fn open(&self) {
        self.0.send_replace(true);
    }

    async fn pass(&self) {
        // The sender is in `self`, so waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|open| *open).await;
    }
}

/// A server of the site. Dropping this value ends the server.
#[derive(Debug)]
pub struct Server {
    origin: String,
    recorder: Recorder,
    csp_reports: CspReports,
    gone: Gate,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves the site without faults.
    ///
    /// # Errors
    /// Fails if there is no site, if `_headers` cannot be read or parsed, if `EXPLAINER_CONDITIONS`
    /// has a mistake, or if no port is free.
    pub async fn start() -> anyhow::Result<Self> {
        Self::with_faults(&[]).await
    }

    /// Serves the site in the folder `site`.
    ///
    /// # Errors
    /// Fails if there is no site in the folder, if `_headers` cannot be read or parsed, if
    /// `EXPLAINER_CONDITIONS` has a mistake, or if no port is free.
    pub async fn of(site: &Path) -> anyhow::Result<Self> {
        Self::serve(site, &[]).await
    }

    /// Serves the site with faults. Each item of `faults` is a text and a fault. The fault applies to the requests
    /// whose path ends with the text.
    ///
    /// # Errors
    /// Fails if there is no site, if `_headers` cannot be read or parsed, if `EXPLAINER_CONDITIONS`
    /// has a mistake, or if no port is free.
    pub async fn with_faults(faults: &[(&'static str, Fault)]) -> anyhow::Result<Self> {
        Self::serve(&written::dist(), faults).await
    }

    async fn serve(site: &Path, faults: &[(&'static str, Fault)]) -> anyhow::Result<Self> {
        let late = Conditions::chosen()?.late.map(|time| (".wasm", Fault::Late(time)));
        let faults: Arc<[_]> = faults.iter().cloned().chain(late).collect();
        let csp_reports = CspReports::of_this_test();
        let reported = csp_reports.clone();
        let router = xtask::server::router(site)?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let moved = policy::Move::to(&origin);
        let router = router.layer(from_fn(move |mut request: Request, next| {
            let path = request.uri().path().to_owned();
            let faults: Vec<_> = faults.iter().filter(|(end, _)| path.ends_with(end)).map(|(_, fault)| fault.clone()).collect();
            let (reported, moved) = (reported.clone(), moved.clone());
            async move {
                if path == csp_reports::REPORTS {
                    return reported.report(request).await;
                }
                let is_moved = policy::Move::prepare(&mut request);
                let answer = answer(&faults, request, next).await;
                if is_moved { moved.adapt(answer).await } else { answer }
            }
        }));
        let recorder = Recorder::default();
        let router = with_base_folder(frame::with_frame(router)).layer(from_fn({
            let recorder = recorder.clone();
            move |request, next| recorder.clone().see(request, next)
        }));
        let gone = Gate::closed();
        let stop = gone.clone();
        let task = tokio::spawn(async move {
            let _ = axum::serve(listener, router).with_graceful_shutdown(async move { stop.pass().await }).await;
        });
        Ok(Self { origin, recorder, csp_reports, gone, task })
    }

    /// Returns the scheme, host and port of the server, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Starts to record what some browsers do not log: errors and warnings in pages, and answers
    /// with an error status.
    pub fn watch(&self) {
        self.recorder.watch();
    }

    /// Returns a script element that sends the errors and warnings in a page to this server. Tests
    /// put it into pages of other origins.
    pub fn recorder_script(&self) -> String {
        format!("<script src='{}{}'></script>", self.origin, recorder::SCRIPT)
    }

    /// Returns the paths of the requests so far, without those for recording errors.
    pub fn requests(&self) -> Vec<String> {
        self.recorder.requests()
    }

    /// Returns the errors that the server has recorded since the last call: errors and warnings in pages, and answers
    /// with an error status. Before [`Server::watch`], only pages with [`Server::recorder_script`] send errors, and
    /// answers are not recorded.
    pub fn complaints(&self) -> Vec<String> {
        self.recorder.complaints()
    }

    /// Returns the number of requests for paths that end with `end`.
    pub fn asked(&self, end: &str) -> usize {
        self.requests().iter().filter(|path| path.ends_with(end)).count()
    }

    /// Waits for a report of a policy violation that the test expects. Returns all reports so far, and removes them, so
    /// that they do not fail the test.
    ///
    /// # Errors
    /// Fails if no report arrives.
    pub async fn until_csp_report(&self) -> anyhow::Result<Vec<String>> {
        self.csp_reports.until_any().await
    }

    /// Stops the server. To the page, this looks as if the reader had lost the connection.
    pub fn go(&self) {
        self.gone.open();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Returns a router that serves the site at the root, and also in the folder of its base URL. The links of `404.html`
/// begin with this folder, because hosts send this page for missing pages in any folder.
fn with_base_folder(site: Router) -> Router {
    let base_url = written::base_url();
    match base_url.folder().trim_end_matches('/') {
        "" => site,
        folder => site.clone().nest_service(folder, site),
    }
}

/// Returns the answer to a request, changed by `faults`.
async fn answer(faults: &[Fault], mut request: Request, next: Next) -> Response {
    for fault in faults {
        match fault {
            Fault::Missing => return StatusCode::NOT_FOUND.into_response(),
            Fault::Held(gate) => gate.pass().await,
            Fault::Late(time) => tokio::time::sleep(*time).await,
            // Only content that is sent uncompressed can be changed. Without these headers, the server does not
            // compress the content, and never answers with status 304.
            Fault::Changed(_) => {
                request.headers_mut().remove(header::ACCEPT_ENCODING);
                request.headers_mut().remove(header::IF_MODIFIED_SINCE);
            }
            Fault::AsAsked(name, value) => {
                request.headers_mut().insert(*name, HeaderValue::from_static(value));
            }
            Fault::Folder => {
                let folder = format!("{}/", request.uri().path()).parse();
                *request.uri_mut() = folder.unwrap_or_default();
            }
            Fault::Headed(_) | Fault::Header(..) => {}
        }
    }
    let mut response = next.run(request).await;
    for fault in faults {
        match fault {
            Fault::Changed(change) => {
                let (mut parts, body) = response.into_parts();
                parts.headers.remove(header::CONTENT_LENGTH);
                response = Response::from_parts(parts, Body::from(change(body_of(body).await)));
            }
            Fault::Headed(change) => change(response.headers_mut()),
            Fault::Header(name, value) => {
                response.headers_mut().remove(*name);
                if let Some(value) = value {
                    response.headers_mut().insert(*name, HeaderValue::from_static(value));
                }
            }
            Fault::Missing | Fault::Held(_) | Fault::Late(_) | Fault::Folder | Fault::AsAsked(..) => {}
        }
    }
    response
}

/// Reads the whole body of a message. Returns no bytes if the body cannot be read.
async fn body_of(body: Body) -> Vec<u8> {
    to_bytes(body, usize::MAX).await.map(Into::into).unwrap_or_default()
}
