//! Inserts the reload script into each served page. Extends the page's Content-Security-Policy header, if there is one,
//! so that the header allows this script and its connection.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The path of the reload script on the development server.
pub(super) const SCRIPT_PATH: &str = "/__dev/reload.js";

/// Adds the reload script to `response` if the response is a page, and prevents browsers from caching the response.
/// `version` is the version of the site that contains the page.
pub(super) async fn make_live(response: Response, version: u128) -> Response {
    let (mut parts, mut body) = response.into_parts();
    // `_headers` lets browsers use `embed.js` for an hour without revalidation. During development,
    // browsers must not use an old version.
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if is_html(&parts.headers) {
        let Ok(page) = to_bytes(body, usize::MAX).await else {
            return (StatusCode::INTERNAL_SERVER_ERROR, "this page's file could not be read").into_response();
        };
        body = Body::from(with_script(&String::from_utf8_lossy(&page), version));
        // The length has changed. The server computes the new length from the body.
        parts.headers.remove(header::CONTENT_LENGTH);
        allow_script(&mut parts.headers);
    }
    Response::from_parts(parts, body)
}

fn is_html(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn with_script(page: &str, version: u128) -> String {
    let script = format!("<script defer src=\"{SCRIPT_PATH}?site={version}\"></script>");
    match page.rfind("</body>") {
        Some(end) => format!("{}{script}{}", &page[..end], &page[end..]),
        None => format!("{page}{script}"),
    }
}

fn allow_script(headers: &mut HeaderMap) {
    let Some(policy) = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok()) else {
        return;
    };
    let policy = with_own_origin(&with_own_origin(policy, "script-src"), "connect-src");
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Returns the policy with `'self'` added to the directive `name`. If the directive is absent, adds it with the sources
/// of `default-src` and `'self'`. If `default-src` is also absent, adds nothing, because the policy already allows
/// every source.
fn with_own_origin(policy: &str, name: &str) -> String {
    let mut directives: Vec<(&str, Vec<&str>)> = policy
        .split(';')
        .filter_map(|directive| {
            let mut words = directive.split_ascii_whitespace();
            Some((words.next()?, words.collect()))
        })
        .collect();
    if !directives.iter().any(|(directive, _)| *directive == name)
        && let Some(default) = directives.iter().find(|(directive, _)| *directive == "default-src")
    {
        directives.push((name, default.1.clone()));
    }
    for (directive, sources) in &mut directives {
        if *directive == name && !sources.contains(&"'self'") {
            sources.retain(|source| *source != "'none'");
            sources.push("'self'");
        }
    }
    let directives: Vec<_> = directives.iter().map(|(name, sources)| [&[*name], &sources[..]].concat().join(" ")).collect();
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(policy: &str, expected: &str) {
        assert_eq!(with_own_origin(policy, "script-src"), expected, "{policy}");
    }

    #[test]
    fn a_policy_is_widened_by_the_own_origin_only() {
        check("script-src 'sha256-abc'; img-src *", "script-src 'sha256-abc' 'self'; img-src *");
        check("script-src 'self'", "script-src 'self'");
        check("script-src 'none';", "script-src 'self'");
        check("default-src 'none'", "default-src 'none'; script-src 'self'");
        check("default-src https:; img-src *", "default-src https:; img-src *; script-src https: 'self'");
        check("img-src *", "img-src *");
    }

    #[test]
    fn the_script_goes_to_the_end_of_the_body() {
        let script = "<script defer src=\"/__dev/reload.js?site=7\"></script>";
        assert_eq!(with_script("<body>a</body></html>", 7), format!("<body>a{script}</body></html>"));
        assert_eq!(with_script("a", 7), format!("a{script}"));
    }
}
