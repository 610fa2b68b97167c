//! Checks that the Content-Security-Policy and the headers of the site allow exactly what the pages need.

use crate::page::{name, root, within};
use axum::http::HeaderValue;
use base64::{Engine, prelude::BASE64_STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fs};
use tests::written;
use xtask::server::header_rules::HeaderRules;

#[test]
fn a_page_allows_nothing_inline_without_its_hash() {
    for written::Page { path, html } in written::pages() {
        let policy = carried(&path, &Html::parse_document(&html));
        for word in ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"] {
            assert!(!policy.split([' ', ';']).any(|token| token == word), "{path} allows {word}: {policy}");
        }
        assert_eq!(directive(&policy, "default-src"), ["'none'"], "{path}");
        // The directive `connect-src` is for the requests of scripts, so a page without scripts
        // allows none. In frames with an opaque origin, `'self'` matches nothing in WebKit, so the
        // policy also names the origin.
        let requests = directive(&policy, "connect-src");
        let own = ["'self'", &*written::base_url().origin()];
        let expected: &[&str] = if html.contains("<script") { &own } else { &["'none'"] };
        assert_eq!(requests, expected, "{path}: requests have to stay on the site");
    }
}

#[test]
fn a_page_allows_its_inline_scripts_and_no_others() {
    check_hashes("script:not([src]):not([type$='json'])", "script-src");
}

#[test]
fn a_page_allows_its_inline_styles_and_no_others() {
    check_hashes("style", "style-src");
}

/// Checks the policy in the header. This policy has no directives for scripts and styles. Those differ from page to
/// page, and are in the policy that each page contains.
#[test]
fn the_header_sent_with_every_file_forbids_the_rest() {
    let policy = header("/", "content-security-policy");
    assert!(!policy.contains("script-src") && !policy.contains("style-src") && !policy.contains("default-src"), "{policy}");
    assert_eq!(directive(&policy, "connect-src"), ["'self'", &*written::base_url().origin()], "requests have to stay on the site");
    for forbidden in ["object-src", "worker-src", "base-uri", "form-action"] {
        assert_eq!(directive(&policy, forbidden), ["'none'"], "{forbidden}");
    }
    // Some hosts and proxies refuse long headers. Cloudflare Pages allows 2,000 characters per line.
    assert!(policy.len() < 1000, "the policy in the header is too long: {policy}");
}

#[test]
fn no_attribute_needs_a_weaker_policy() {
    for element in root().descendent_elements() {
        for (attribute, value) in element.value().attrs() {
            let scripted = attribute.starts_with("on") || value.trim_start().to_ascii_lowercase().starts_with("javascript:");
            assert!(attribute != "style" && !scripted, "{} needs 'unsafe-inline'", name(element));
        }
    }
}

#[test]
fn hashed_files_are_cached_and_the_page_is_revalidated() {
    assert!(
        headers("/").all(|(name, _)| name != "cache-control"),
        "the rule for all files must not set cache-control: hosts send the values of all rules that match"
    );
    for attribute in ["data-glue", "data-module"] {
        let file = within(root(), "#app").find_map(|app| app.attr(attribute)).expect("the page starts the app");
        let cached = header(file.trim_start_matches('.'), "cache-control");
        assert!(cached.contains("immutable"), "{file}: {cached}");
    }
}

/// Checks that the directive `of` in the policy of every page has exactly the hashes of the elements that match
/// `selector`.
#[track_caller]
fn check_hashes(selector: &str, of: &str) {
    let hash = |inline: String| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(inline)));
    let selector = Selector::parse(selector).expect("a sound selector");
    let mut hashes = 0;
    for page in written::pages() {
        let html = Html::parse_document(&page.html);
        let needed: BTreeSet<_> = html.select(&selector).map(|element| hash(element.text().collect())).collect();
        let policy = carried(&page.path, &html);
        let allowed = directive(&policy, of).into_iter().filter(|source| source.starts_with("'sha256-")).map(str::to_owned);
        assert_eq!(allowed.collect::<BTreeSet<_>>(), needed, "{}: {of}", page.path);
        hashes += needed.len();
    }
    assert!(hashes > 0, "no page has an element that matches the selector");
}

/// Returns the policy in a page. Checks that only the declaration of the encoding comes before the policy, because a
/// policy does not apply to earlier elements.
#[track_caller]
fn carried(path: &str, html: &Html) -> String {
    let head = Selector::parse("head > *").expect("a sound selector");
    let first = html.select(&head).find(|element| element.attr("charset").is_none());
    let policy = first.filter(|first| first.attr("http-equiv") == Some("Content-Security-Policy"));
    policy.and_then(|policy| policy.attr("content")).unwrap_or_else(|| panic!("{path} does not begin with a policy")).to_owned()
}

/// Returns the sources in the directive `wanted` of `policy`. If the policy lacks this directive, and `default-src`
/// replaces it, returns the sources in `default-src`.
fn directive<'a>(policy: &'a str, wanted: &str) -> Vec<&'a str> {
    let sources = |wanted: &str| {
        let mut directives = policy.split(';').map(|directive| directive.split_whitespace());
        directives.find_map(|mut words| (words.next() == Some(wanted)).then_some(words))
    };
    let default = || sources("default-src").filter(|_| ["script-src", "style-src", "connect-src"].contains(&wanted));
    sources(wanted).or_else(default).unwrap_or_else(|| panic!("the policy has no {wanted}: {policy}")).collect()
}

/// Returns the value of a header that `_headers` sets for `path`.
#[track_caller]
fn header(path: &str, wanted: &str) -> String {
    let mut values: Vec<_> = headers(path).filter(|(name, _)| name == wanted).map(|(_, value)| value).collect();
    assert!(values.len() < 2, "two rules set {wanted} for {path}, and some hosts send both: {values:?}");
    values.pop().unwrap_or_else(|| panic!("no {wanted} is sent with {path}"))
}

/// Returns the headers that `_headers` sets for `path`.
fn headers(path: &str) -> impl Iterator<Item = (String, String)> {
    let file = written::dist().join("_headers");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let rules: HeaderRules = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let text = |value: &HeaderValue| value.to_str().expect("headers are ASCII").to_owned();
    let sent: Vec<_> = rules.for_path(path).map(|(name, value)| (name.to_string(), text(value))).collect();
    sent.into_iter()
}
