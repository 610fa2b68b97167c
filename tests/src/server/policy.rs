//! Adapts the Content-Security-Policy of the site to the test server.
//!
//! A page contains its policy in a `<meta>` element. The policy names the origin for which the site was built, and
//! browsers send no reports for a policy in a `<meta>` element. Therefore the test server moves the policy into a
//! header, and writes its own origin and the path for reports into the policy.

use super::{body_of, csp_reports::REPORTS};
use crate::written;
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Response, header},
};

/// The markup before and after the policy in a page.
const CARRIED: (&str, &str) = ("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");

/// The replacement of an origin in policies.
#[derive(Clone, Debug)]
pub(super) struct Move {
    /// The origin for which the site was built.
    from: String,
    /// The origin at which the site is served.
    to: String,
}

impl Move {
    /// Returns a `Move` that replaces the origin for which the site was built with `origin`.
    pub(super) fn to(origin: &str) -> Self {
        Self { from: written::base_url().origin(), to: origin.to_owned() }
    }

    /// Returns whether the request is for a page. If it is, makes the server send the page uncompressed, so that
    /// [`Move::adapt`] can change the page.
    pub(super) fn prepare(request: &mut Request) -> bool {
        let accepted = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
        let wants_page = accepted.contains("text/html");
        if wants_page {
            request.headers_mut().remove(header::ACCEPT_ENCODING);
        }
        wants_page
    }

    /// Moves the policy of a page into a header. Makes each policy in the headers name the origin at which the site is
    /// served, and the path for reports.
    pub(super) async fn adapt(&self, response: Response<Body>) -> Response<Body> {
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let (mut parts, body) = if kind.starts_with("text/html") {
            let (mut parts, body) = response.into_parts();
            let page = String::from_utf8_lossy(&body_of(body).await).into_owned();
            let (page, carried) = without_policy(&page);
            parts.headers.remove(header::CONTENT_LENGTH);
            if let Some(carried) = carried.and_then(|carried| HeaderValue::try_from(carried).ok()) {
                parts.headers.append(header::CONTENT_SECURITY_POLICY, carried);
            }
            (parts, Body::from(page))
        } else {
            response.into_parts()
        };
        self.adapt_headers(&mut parts.headers);
        Response::from_parts(parts, body)
    }

    fn adapt_headers(&self, headers: &mut HeaderMap) {
        let policies: Vec<_> = headers.get_all(header::CONTENT_SECURITY_POLICY).iter().cloned().collect();
        headers.remove(header::CONTENT_SECURITY_POLICY);
        for policy in policies.iter().filter_map(|policy| policy.to_str().ok()) {
            let policy = format!("{}; report-uri {REPORTS}", policy.replace(&self.from, &self.to));
            if let Ok(policy) = HeaderValue::try_from(policy) {
                headers.append(header::CONTENT_SECURITY_POLICY, policy);
            }
        }
    }
}

/// Returns the page without its policy, and the policy if the page has one.
fn without_policy(page: &str) -> (String, Option<&str>) {
    let split = page.split_once(CARRIED.0).and_then(|(before, rest)| {
        let (policy, after) = rest.split_once(CARRIED.1)?;
        Some((format!("{before}{after}"), policy))
    });
    split.map_or_else(|| (page.to_owned(), None), |(page, policy)| (page, Some(policy)))
}
