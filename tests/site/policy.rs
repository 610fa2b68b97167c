//! What the site's headers allow, and that the page needs no more than that.

use crate::page::{all, name, root};
use base64::{Engine, prelude::BASE64_STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fs};
use tests::written;
use xtask::server::header_rules::HeaderRules;

#[test]
fn the_policy_allows_nothing_inline_without_its_hash() {
    let policy = header("/", "content-security-policy");
    for word in ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"] {
        assert!(!policy.split([' ', ';']).any(|token| token == word), "the policy allows {word}: {policy}");
    }
    assert_eq!(directive(&policy, "default-src"), ["'none'"]);
    // The second is for frames without an origin, in which WebKit takes the first for nowhere.
    assert_eq!(directive(&policy, "connect-src"), ["'self'", &*written::base_url().origin()], "requests stay on the site");
}

#[test]
fn the_policy_allows_the_inline_scripts_of_the_page_and_no_others() {
    check_hashes("script:not([src]):not([type$='json'])", "script-src");
}

#[test]
fn the_policy_allows_the_inline_styles_of_the_page_and_no_others() {
    check_hashes("style", "style-src");
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
fn hashed_files_are_kept_and_the_page_is_asked_for_again() {
    assert_eq!(header("/", "cache-control"), "no-cache");
    for attribute in ["data-glue", "data-module"] {
        let file = all("#app").find_map(|app| app.attr(attribute)).expect("the page starts the app");
        let cached = header(file.trim_start_matches('.'), "cache-control");
        assert!(cached.contains("immutable"), "{file}: {cached}");
    }
}

/// Holds that `directive` allows exactly the hashes of the elements that `selector` selects on any page.
#[track_caller]
fn check_hashes(selector: &str, of: &str) {
    let hash = |inline: String| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(inline)));
    let selector = Selector::parse(selector).expect("a sound selector");
    let mut needed = BTreeSet::new();
    for page in written::pages() {
        let html = Html::parse_document(&page.html);
        needed.extend(html.select(&selector).map(|element| hash(element.text().collect())));
    }
    assert!(!needed.is_empty(), "no page has such an element");
    let policy = header("/", "content-security-policy");
    let allowed: BTreeSet<_> =
        directive(&policy, of).into_iter().filter(|source| source.starts_with("'sha256-")).map(str::to_owned).collect();
    assert_eq!(allowed, needed, "{of}");
}

/// The sources that a directive of `policy` allows.
fn directive<'a>(policy: &'a str, wanted: &str) -> Vec<&'a str> {
    let mut directives = policy.split(';').map(|directive| directive.split_whitespace());
    let sources = directives.find_map(|mut words| (words.next() == Some(wanted)).then_some(words));
    sources.unwrap_or_else(|| panic!("the policy has no {wanted}: {policy}")).collect()
}

/// The header that a host sends with `path`.
fn header(path: &str, wanted: &str) -> String {
    let file = written::dist().join("_headers");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let rules: HeaderRules = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    // A later rule goes before an earlier one, as the server has it.
    let value = rules.for_path(path).filter(|(name, _)| name.as_str() == wanted).last();
    let (_, value) = value.unwrap_or_else(|| panic!("no {wanted} is sent with {path}"));
    value.to_str().expect("headers are ASCII").to_owned()
}
