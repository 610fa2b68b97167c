//! Checks the pages that readers share: the story, and the pages of the parts and of recorded votes. Each has its own
//! path, title, description and addresses.

use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use story::{Edition, Story};
use tests::written::{self, base_url};

/// The ids of the parts. Each id is part of the address of a page, so it must never change.
const PARTS: [&str; 10] = ["shift", "why", "abductions", "un-history", "timeline", "article", "what-next", "glossary", "sources", "about"];

/// Selectors and attributes of the fields that every shared page has once.
const FIELDS: [(&str, &str); 14] = [
    ("meta[name='description']", "content"),
    ("link[rel='canonical']", "href"),
    ("meta[property='og:url']", "content"),
    ("meta[property='og:title']", "content"),
    ("meta[property='og:description']", "content"),
    ("meta[property='og:type']", "content"),
    ("meta[property='og:site_name']", "content"),
    ("meta[property='og:locale']", "content"),
    ("meta[property='article:published_time']", "content"),
    ("meta[property='article:modified_time']", "content"),
    ("meta[property='article:section']", "content"),
    ("meta[name='twitter:card']", "content"),
    ("link[rel='icon']", "href"),
    ("meta[name='viewport']", "content"),
];

#[test]
fn every_part_and_every_recorded_vote_has_a_page() {
    let written: BTreeSet<String> = written::pages().into_iter().map(|page| page.path).collect();
    let story = written::story();
    for edition in &story.editions {
        for path in shared_paths(&story, edition) {
            assert!(written.contains(&path), "{path} was not written");
        }
    }
}

#[test]
fn every_page_has_every_field_once() {
    for_each_page(|_, path, head| {
        for (selector, attribute) in FIELDS {
            let values: Vec<_> = attributes(head, selector, attribute);
            assert!(matches!(&values[..], [value] if !value.is_empty()), "{path}: {selector} {attribute} is {values:?}");
        }
        assert_eq!(attributes(head, "title", "lang").len(), 0);
    });
}

#[test]
fn every_page_names_an_icon() {
    // Without a link to an icon, browsers request `/favicon.ico` from the host.
    for page in written::pages().iter().filter(|page| !page.path.starts_with("/v/")) {
        let html = Html::parse_document(&page.html);
        assert_eq!(attributes(html.root_element(), "link[rel='icon']", "href").len(), 1, "{}", page.path);
    }
}

#[test]
fn titles_descriptions_and_addresses_are_each_pages_own() {
    for (selector, attribute) in FIELDS.into_iter().filter(|(selector, _)| {
        ["canonical", "description", "og:title", "og:url"].iter().any(|field| selector.ends_with(&format!("{field}']")))
    }) {
        let mut seen = BTreeMap::new();
        for_each_page(|_, path, head| {
            let value = attributes(head, selector, attribute).concat();
            if let Some(other) = seen.insert(value.clone(), path.to_owned()) {
                panic!("{selector}: {path} and {other} have {value:?}");
            }
        });
    }
}

#[test]
fn addresses_are_absolute_and_those_of_the_page() {
    for_each_page(|_, path, head| {
        let own = base_url().join(path.trim_start_matches('/'));
        assert_eq!(attributes(head, "link[rel='canonical']", "href"), std::slice::from_ref(&own));
        assert_eq!(attributes(head, "meta[property='og:url']", "content"), [own]);
    });
}

#[test]
fn every_page_names_itself_and_its_translations() {
    let story = written::story();
    if story.editions.len() < 2 {
        return;
    }
    for_each_page(|edition, path, head| {
        let inside = path.strip_prefix(&format!("/{}", story.folder(edition))).expect("an edition has a folder");
        let mut expected: Vec<_> = story
            .editions
            .iter()
            .map(|other| (other.language.clone(), base_url().join(&format!("{}{inside}", story.folder(other)))))
            .collect();
        expected.push(("x-default".to_owned(), base_url().join(inside)));
        let languages = attributes(head, "link[rel='alternate'][hreflang]", "hreflang");
        let addresses = attributes(head, "link[rel='alternate'][hreflang]", "href");
        assert_eq!(languages.into_iter().zip(addresses).collect::<Vec<_>>(), expected, "{path}");
    });
}

#[test]
fn titles_and_descriptions_fit_into_previews() {
    for_each_page(|_, path, head| {
        let length = |selector| attributes(head, selector, "content").concat().chars().count();
        assert!(length("meta[property='og:title']") <= 100, "{path}: its title is longer than previews show");
        assert!(length("meta[name='description']") <= 200, "{path}: its description is longer than previews show");
    });
}

#[test]
fn descriptions_for_search_engines_match_the_page_and_name_its_sources() {
    for_each_page(|edition, path, head| {
        let articles: Vec<_> = descriptions(head, path).into_iter().filter(|described| described["@type"] == "NewsArticle").collect();
        let [described] = &articles[..] else { panic!("{path} is described {} times", articles.len()) };
        assert_eq!(described["inLanguage"], edition.language.as_str());
        assert_eq!(
            Some(described["headline"].as_str().unwrap_or_default()),
            attributes(head, "meta[property='og:title']", "content").first().map(String::as_str)
        );
        let based_on: Vec<_> = described["isBasedOn"].as_array().into_iter().flatten().filter_map(|address| address.as_str()).collect();
        let sources = based_on.len();
        let copy = edition.sources.iter().filter_map(|source| source.copy.as_deref()).find(|copy| based_on.contains(copy));
        assert_eq!(copy, None, "{path} is based on a copy");
        assert!(sources > 0, "{path} is based on no source");
        let vote = edition.resolutions.iter().find(|resolution| path.ends_with(&format!("/{}/", resolution.id)));
        assert!(vote.is_none_or(|vote| sources <= vote.sources.len()), "{path} is based on more than the sources of its vote");
    });
}

#[test]
fn the_sitemap_lists_every_page() {
    let sitemap = file("sitemap.xml");
    let listed: BTreeSet<_> = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect();
    let story = written::story();
    let expected: BTreeSet<_> = story
        .editions
        .iter()
        .flat_map(|edition| {
            shared_paths(&story, edition).into_iter().chain(["data/", "cite/"].map(|beside| story.folder(edition) + beside))
        })
        .map(|path| base_url().join(path.trim_start_matches('/')))
        .collect();
    assert_eq!(listed, expected.iter().map(String::as_str).collect());
    // Crawlers read `robots.txt` only at the root of a host.
    let robots = written::dist().join("robots.txt");
    assert_eq!(robots.exists(), base_url().folder() == "/");
}

#[test]
fn a_wrong_address_leads_on_in_every_language() {
    let html = Html::parse_document(&file("404.html"));
    let story = written::story();
    let folder = base_url();
    for edition in &story.editions {
        for path in shared_paths(&story, edition)
            .iter()
            .filter(|path| path.matches('/').count() <= 2 + usize::from(!story.folder(edition).is_empty()))
        {
            let address = format!("{}{}", folder.folder(), path.trim_start_matches('/'));
            let link = attributes(html.root_element(), &format!("[lang='{}'] a", edition.language), "href").contains(&address);
            assert!(link || path.contains("un-history/"), "404.html has no link to {address}");
        }
    }
}

/// Returns the paths of the shared pages of an edition.
fn shared_paths(story: &Story, edition: &Edition) -> Vec<String> {
    let folder = story.folder(edition);
    let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
    let parts = PARTS.into_iter().map(|part| format!("/{folder}{part}/"));
    [format!("/{folder}")]
        .into_iter()
        .chain(parts)
        .chain(votes.map(|resolution| format!("/{folder}un-history/{}/", resolution.id)))
        .collect()
}

/// Calls `check` with the edition, the path and the `<head>` of each shared page. To keep parsing quick, the styles are
/// left out.
#[track_caller]
pub(crate) fn for_each_page(mut check: impl FnMut(&Edition, &str, ElementRef<'_>)) {
    let story = written::story();
    let pages: BTreeMap<_, _> = written::pages().into_iter().map(|page| (page.path, page.html)).collect();
    for edition in &story.editions {
        for path in shared_paths(&story, edition) {
            let html = pages.get(&path).unwrap_or_else(|| panic!("{path} was not written"));
            let head = html.split("<style>").next().unwrap_or_default().to_owned()
                + html.split_once("</style>").map_or("", |(_, rest)| rest).split("</head>").next().unwrap_or_default();
            check(edition, &path, Html::parse_document(&head).root_element());
        }
    }
}

fn select<'a>(root: ElementRef<'a>, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    root.descendent_elements().filter(move |element| selector.matches(element))
}

/// Returns the JSON-LD descriptions of the page at `path`.
pub(crate) fn descriptions(head: ElementRef<'_>, path: &str) -> Vec<serde_json::Value> {
    let scripts = select(head, "script[type='application/ld+json']").map(|script| script.text().collect::<String>());
    scripts.map(|script| serde_json::from_str(&script).unwrap_or_else(|error| panic!("{path}: {error}"))).collect()
}

/// Returns the values of an attribute of the elements that match a selector.
pub(crate) fn attributes(root: ElementRef<'_>, selector: &str, attribute: &str) -> Vec<String> {
    select(root, selector).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
}

fn file(name: &str) -> String {
    std::fs::read_to_string(written::dist().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
