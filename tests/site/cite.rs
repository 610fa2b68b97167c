//! Checks the page on which readers copy a citation of the explainer: as text, as BibTeX or as CSL JSON. Each citation
//! has the title, the date and the address of the explainer.

use crate::page::{all, edition};
use biblatex::{Bibliography, ChunksExt};
use scraper::{Html, Selector};
use serde_json::Value;
use tests::{language, written};

#[test]
fn the_page_leads_to_how_to_cite() {
    assert!(all("footer a[href$='cite/']").next().is_some());
}

#[test]
fn as_text() {
    let text = block("plain");
    for part in [&edition().texts.lead.title, &edition().labels.site.name, &edition().labels.date(edition().published), &address()] {
        assert!(text.contains(part.as_str()), "{text:?} lacks {part:?}");
    }
}

#[test]
fn for_bibtex() {
    let text = block("bibtex");
    let entries = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let entry = entries.iter().next().expect("there is an entry");
    assert_eq!(entry.title().expect("it has a title").format_verbatim(), edition().texts.lead.title);
    assert_eq!(entry.url().expect("it has an address"), address());
    assert_eq!(entry.get("date").expect("it has a date").format_verbatim(), edition().published.to_string());
}

#[test]
fn for_other_programs() {
    let items: Value = serde_json::from_str(&block("csl")).expect("it is JSON");
    let item = &items[0];
    assert_eq!(items.as_array().map(Vec::len), Some(1));
    assert_eq!(item["type"], "webpage");
    assert_eq!(item["title"], edition().texts.lead.title.as_str());
    assert_eq!(item["URL"], address());
    assert_eq!(item["issued"]["date-parts"][0][0], edition().published.year);
    assert!(item["id"].as_str().is_some_and(|id| !id.contains(char::is_whitespace)));
}

/// Returns the address of the tested edition of the explainer.
fn address() -> String {
    written::base_url().join(&language::folder())
}

/// Returns the text to copy below the heading with this id. Checks that the keyboard reaches the text, and that the
/// page loads no script.
#[track_caller]
fn block(heading: &str) -> String {
    let page = written::page(&(language::folder() + "cite/"));
    assert!(!page.contains("<script src") && !page.contains("type=\"module\""), "the page loads a script");
    let page = Html::parse_document(&page);
    let selector = Selector::parse(&format!("pre[aria-labelledby='{heading}'][tabindex='0']")).expect("a sound selector");
    page.select(&selector).next().unwrap_or_else(|| panic!("there is no {heading}")).text().collect()
}
