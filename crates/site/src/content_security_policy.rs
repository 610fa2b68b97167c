//! The Content-Security-Policy of each page, which the page carries itself: what it is made of, and no more.
//!
//! It allows the site's own files, and the page's inline script and style by their hashes. It holds no `unsafe-inline`, and no request
//! can leave the origin. A page that carries it is safe on hosts that send no headers, and no header grows with the number of pages:
//! hosts and proxies cut long ones or refuse them.
//!
//! The site's own origin stands beside `'self'` where it is known: to WebKit, `'self'` is nowhere in a frame whose sandbox
//! takes its origin away, so that script and WASM would be kept out of it.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use story::BaseUrl;

/// The tag after which the policy is inserted. The encoding has to come first, and the policy has to come before
/// everything that it applies to.
pub(crate) const ENCODING: &str = "<meta charset=\"utf-8\">";

/// What a page of a site at `base_url` may do beside running script and having style, which differs from page to page. Hosts send it
/// with every file.
pub(crate) fn everywhere(base_url: Option<&BaseUrl>) -> String {
    let own = own(base_url);
    format!(
        "img-src {own} data:; connect-src {own}; frame-src {own}; font-src 'none'; media-src 'none'; object-src 'none'; worker-src 'none'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// `html` with the policy in its head.
///
/// # Errors
/// When it does not say its encoding where the policy has to follow.
pub(crate) fn with_policy(html: &str, base_url: Option<&BaseUrl>) -> Result<String, String> {
    let (before, after) = html.split_once(ENCODING).ok_or_else(|| format!("a page has no `{ENCODING}`; put it first into <head>"))?;
    let own = own(base_url);
    let [scripts, styles] =
        [("<script", "</script>"), ("<style", "</style>")].map(|(start, end)| hashes(html, start, end).into_iter().collect::<String>());
    Ok(format!(
        "{before}{ENCODING}\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {own} \
         'wasm-unsafe-eval'{scripts}; style-src {own}{styles}; img-src {own} data:; connect-src {own}; frame-src {own}; base-uri 'none'; \
         form-action 'none'\">{after}"
    ))
}

/// The site's own origin as sources of a policy.
fn own(base_url: Option<&BaseUrl>) -> String {
    base_url.map_or_else(|| "'self'".to_owned(), |base_url| format!("'self' {}", base_url.origin()))
}

/// The hashes of all inline elements between `start` and `end`, each once, as sources of a policy.
fn hashes(html: &str, start: &str, end: &str) -> BTreeSet<String> {
    let elements = html.split(start).skip(1).filter_map(|rest| rest.split_once(end));
    // What is no script, such as a description in JSON, needs no permission.
    let run = elements.filter_map(|(element, _)| element.split_once('>')).filter(|(attributes, _)| !attributes.contains("json"));
    run.map(|(_, inline)| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(inline)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<head><meta charset=\"utf-8\"><style>a{}</style><style>a{}</style><script type=\"application/ld+json\">{}</script></head>";

    #[test]
    fn a_page_allows_what_stands_in_it_once() {
        let page = with_policy(PAGE, None).expect("it says its encoding");
        let policy = page.split("content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it has a policy");
        assert_eq!(policy.matches("'sha256-").count(), 1, "{policy}");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-"), "{policy}");
        assert!(page.find("Content-Security-Policy") < page.find("<style>"), "it stands before what it is about");
    }

    #[test]
    fn the_origin_is_named_where_it_is_known() {
        let base = "https://news.example/explainer/".parse().ok();
        let page = with_policy(PAGE, base.as_ref()).expect("it says its encoding");
        assert!(page.contains("connect-src 'self' https://news.example;"), "{page}");
        assert!(everywhere(base.as_ref()).contains("connect-src 'self' https://news.example;"));
    }

    #[test]
    fn a_page_without_its_encoding_is_refused() {
        let refused = with_policy("<head></head>", None).expect_err("there is no place for it");
        assert!(refused.contains("charset"), "{refused}");
    }
}
