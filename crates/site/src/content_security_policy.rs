//! Writes the Content-Security-Policy of each page into the page itself.
//!
//! The policy allows the site's own files, and allows the page's inline scripts and styles by their hashes. It has no
//! `unsafe-inline`. The page cannot load anything from other origins. A page with its own policy is safe on hosts that
//! send no headers. One header for all pages would have to list the hashes of every page. Hosts and proxies truncate or
//! reject such long headers.
//!
//! If the site's origin is known, the policy lists it beside `'self'`. In a frame that is sandboxed without
//! `allow-same-origin`, `'self'` matches nothing in WebKit. With `'self'` alone, WebKit would block script files and
//! WASM there.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use story::BaseUrl;

/// The tag that declares the encoding. The policy is inserted after this tag, because the encoding has to come first
/// and the policy has to come before everything that it applies to.
pub(crate) const ENCODING: &str = "<meta charset=\"utf-8\">";

/// Returns the policy that hosts send in a header with every file. This policy does not restrict scripts and styles,
/// because their hashes differ from page to page.
pub(crate) fn everywhere(base_url: Option<&BaseUrl>) -> String {
    let own = own(base_url);
    format!(
        "img-src {own} data:; connect-src {own}; frame-src {own}; font-src 'none'; media-src 'none'; object-src 'none'; worker-src 'none'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// Inserts the policy into `html`, after the tag with the encoding. The policy allows scripts,
/// requests and frames only if the page has a `<script>`, and styles only if the page has styles.
/// Pages that only redirect have neither.
///
/// # Errors
/// Fails if `html` does not contain [`ENCODING`].
pub(crate) fn with_policy(html: &str, base_url: Option<&BaseUrl>) -> Result<String, String> {
    let (before, after) = html.split_once(ENCODING).ok_or_else(|| format!("a page has no `{ENCODING}`; put it first into <head>"))?;
    let own = own(base_url);
    let [scripts, styles] =
        [("<script", "</script>"), ("<style", "</style>")].map(|(start, end)| hashes(html, start, end).into_iter().collect::<String>());
    let mut policy = format!("default-src 'none'; img-src {own} data:; base-uri 'none'; form-action 'none'");
    if html.contains("<script") {
        policy += &format!("; script-src {own} 'wasm-unsafe-eval'{scripts}; connect-src {own}; frame-src {own}");
    }
    if html.contains("<style") || html.contains("rel=\"stylesheet\"") {
        policy += &format!("; style-src {own}{styles}");
    }
    Ok(format!("{before}{ENCODING}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// Returns the source expressions that match the site's own files.
fn own(base_url: Option<&BaseUrl>) -> String {
    base_url.map_or_else(|| "'self'".to_owned(), |base_url| format!("'self' {}", base_url.origin()))
}

/// Returns the hashes of the inline scripts or styles in `html` as source expressions, each with a leading space.
/// `start` is the beginning of the opening tag of these elements, and `end` is their closing tag. Leaves out JSON data,
/// because browsers do not run it.
fn hashes(html: &str, start: &str, end: &str) -> BTreeSet<String> {
    let elements = html.split(start).skip(1).filter_map(|rest| rest.split_once(end));
    let executable = elements.filter_map(|(element, _)| element.split_once('>')).filter(|(attributes, _)| !attributes.contains("json"));
    executable.map(|(_, inline)| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(inline)))).collect()
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
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        assert!(policy.contains("; script-src 'self' 'wasm-unsafe-eval';") && policy.contains("; style-src 'self' 'sha256-"), "{policy}");
        assert!(page.find("Content-Security-Policy") < page.find("<style>"), "it stands before what it is about");
    }

    #[test]
    fn a_page_without_scripts_and_styles_allows_none() {
        let page = with_policy("<head><meta charset=\"utf-8\"></head>", None).expect("it says its encoding");
        assert!(!page.contains("script-src") && !page.contains("style-src") && page.contains("default-src 'none'"), "{page}");
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
