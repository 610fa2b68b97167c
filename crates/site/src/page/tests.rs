//! Tests of pages with and without optional content: corrections, a publisher, archived copies and frozen copies.
//! `tests/site/` tests the site as it is written.

use super::*;
use crate::{data, stylesheet::Styles};
use scraper::{ElementRef, Html as Markup, Selector};
use std::{future::Future, path::Path};
use story::{BaseUrl, Files, PartialDate, Story};
use vocabulary::{Figure, Part, Subject};

const BASE: &str = "https://news.example/explainer/";

/// Loads the real content, with the files in `changes` replaced or added.
pub(super) fn story(changes: &[(&str, String)]) -> Story {
    let mut files = Files::read(&root().join("content")).expect("the content can be read");
    for (path, text) in changes {
        files.insert(path, text.clone().into_bytes());
    }
    Story::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"))
}

pub(super) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub(super) fn shell() -> String {
    std::fs::read_to_string(root().join("index.html")).expect("there is a shell") + "<script type=\"module\" id=\"app\"></script>"
}

pub(super) fn wait<T>(rendering: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(rendering)
}

/// Renders a sample of the pages in every language, and returns the path and the HTML of each. With `frozen`, the pages
/// are those of the frozen copy of that day. Otherwise they are those of the current site.
fn pages(story: &Story, frozen: Option<PartialDate>) -> Vec<(String, String)> {
    let current: BaseUrl = BASE.parse().expect("an address");
    let base = frozen.map_or(current.clone(), |date| current.join(&frozen_folder(date)).parse().expect("an address"));
    let shell = shell();
    let styles = Styles::default();
    let versions: Vec<PartialDate> = ["2026-12-01", "2027-01-31"].iter().filter_map(|date| date.parse().ok()).collect();
    let site = Site { story, base_url: Some(&base), shell: &shell, styles: &styles, frozen, versions: &versions };
    let mut pages = Vec::new();
    for edition in &story.editions {
        let places = wait(Places::find(site, edition)).expect("the places can be found");
        let folder = story.folder(edition);
        let tables = data::tables(edition);
        let files = data::files(edition, &tables, |_| None).expect("files can be made");
        let mut add = |path: String, html: String| pages.push((folder.clone() + &path, html));
        for route in [Route::Story, Route::from(Subject::Why), Route::Part(Part::About)] {
            add(route.path(), wait(document(site, edition, &route, &places)).expect("a page"));
        }
        for framed in [Embed::Whole, Embed::Figure(Figure::Stairs)] {
            add(framed.path(), wait(embed(site, edition, &framed, &places)).expect("an embed"));
        }
        for takeaway in [Takeaway::Print, Takeaway::Offline] {
            add(takeaway.path().to_owned(), wait(print_offline(site, edition, takeaway, &Places::default())).expect("an edition"));
        }
        add(Takeaway::Data.path().to_owned(), wait(data_page(site, edition, &tables, &files)).expect("a page"));
        add(Takeaway::Cite.path().to_owned(), wait(cite_page(site, edition)).expect("references"));
    }
    pages
}

/// Renders the page about how the explainer was made, in the first language.
fn page(story: &Story) -> Markup {
    page_at(story, "about/")
}

/// Renders the page of the current site at the path `wanted`.
fn page_at(story: &Story, wanted: &str) -> Markup {
    let (_, html) = pages(story, None).into_iter().find(|(path, _)| path == wanted).expect("it is written");
    Markup::parse_document(&html)
}

pub(super) fn all<'a>(html: &'a Markup, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    html.select(&selector).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the description of a page for search engines.
fn json_ld(html: &Markup) -> serde_json::Value {
    serde_json::from_str(&text(all(html, "script[type='application/ld+json']")[0])).expect("it is JSON")
}

/// Loads the real content with a correction and an update.
fn corrected() -> Story {
    let neutral = "[[correction]]\nid = \"wrong-year\"\ndate = \"2026-12-01\"\nkind = \"correction\"\nat = \"why\"\n\
                   [[correction]]\nid = \"new-text\"\ndate = \"2027-02-03\"\nkind = \"update\"\n";
    let words = |one: &str, other: &str| format!("[wrong-year]\ntext = \"{one}[@src_article]\"\n[new-text]\ntext = \"{other}\"\n");
    story(&[
        ("corrections.toml", neutral.to_owned()),
        ("en/corrections.toml", words("The text named another year & place.", "A sentence was added.")),
        ("ja/corrections.toml", words("誤った年を記していた。", "文を追加した。")),
    ])
}

#[test]
fn a_page_without_corrections_states_that_there_are_none() {
    let story = story(&[]);
    let page = page(&story);
    assert_eq!(text(all(&page, "#corrections p")[0]), story.editions[0].labels.corrections.none);
    assert!(all(&page, "#corrections li:not(#published)").is_empty() && json_ld(&page).get("correction").is_none());
    assert_eq!(json_ld(&page)["dateModified"], story.editions[0].reviewed.to_string());
}

#[test]
fn corrections_are_listed_with_their_days_and_places() {
    let story = corrected();
    let page = page(&story);
    let entries: Vec<String> = all(&page, "#corrections li:not(#published)").into_iter().map(text).collect();
    assert!(
        matches!(&entries[..], [new, old] if new.contains("A sentence was added.") && old.contains("another year & place")),
        "{entries:?}"
    );
    assert_eq!(all(&page, "#correction-wrong-year a[href='../why/#why']").len(), 1, "it leads to its place");
    assert_eq!(all(&page, "#correction-wrong-year time")[0].attr("datetime"), Some("2026-12-01"));
    assert_eq!(all(&page, "#correction-wrong-year a[href='#s1']").len(), 1, "it cites");
}

#[test]
fn the_description_for_search_engines_has_the_corrections() {
    let description = json_ld(&page(&corrected()));
    assert_eq!(description["dateModified"], "2027-02-03", "the newest change counts");
    let comments = description["correction"].as_array().expect("a list");
    assert_eq!(comments.len(), 1, "an update is no correction");
    assert_eq!(comments[0]["@type"], "CorrectionComment");
    assert_eq!(comments[0]["datePublished"], "2026-12-01");
    assert_eq!(comments[0]["text"], "The text named another year & place.");
    assert_eq!(comments[0]["url"], format!("{BASE}about/#correction-wrong-year"));
}

/// Loads the real content with `lines` in `site.toml` instead of the fields `publisher`, `author`, `contact` and
/// `read_up_to`.
fn published_by(lines: &str) -> Story {
    let site = std::fs::read_to_string(root().join("content/site.toml")).expect("there is the file");
    let fields = ["publisher", "author", "contact", "read_up_to"];
    let rest: Vec<&str> = site.lines().filter(|line| !fields.iter().any(|field| line.starts_with(field))).collect();
    story(&[("site.toml", format!("{}\n{lines}", rest.join("\n")))])
}

#[test]
fn a_known_publisher_is_named() {
    let story = published_by(
        "read_up_to = \"2027-01-31\"\nauthor = \"Quirinus Example\"\ncontact = \"mailto:desk@news.example\"\n\
         publisher = { name = \"The Example Times\", url = \"https://times.example/\", logo = \"https://times.example/logo.png\" }\n",
    );
    let page = page_at(&story, "");
    let footer = text(all(&page, ".imprint")[0]);
    assert!(["The Example Times", "Quirinus Example", "desk@news.example"].iter().all(|known| footer.contains(known)), "{footer}");
    assert_eq!(all(&page, ".imprint a[href='mailto:desk@news.example']").len(), 1);
    assert_eq!(all(&page, ".imprint a[href='https://times.example/']").len(), 1);
    for dates in [".masthead", ".imprint"] {
        assert_eq!(all(&page, &format!("{dates} .read-up-to time[datetime='2027-01-31']")).len(), 1, "{dates}");
    }
    let description = json_ld(&page);
    let publisher = serde_json::json!({
        "@type": "Organization", "name": "The Example Times", "url": "https://times.example/",
        "logo": { "@type": "ImageObject", "url": "https://times.example/logo.png" },
    });
    assert_eq!(description["publisher"], publisher);
    assert_eq!(description["author"], serde_json::json!({ "@type": "Person", "name": "Quirinus Example" }));
    assert_eq!(all(&page, "meta[property='og:site_name'][content='The Example Times']").len(), 1);
    let answer = oembed_answer(&story);
    assert_eq!((&answer["provider_name"], &answer["provider_url"]), (&"The Example Times".into(), &"https://times.example/".into()));
    assert_eq!((&answer["author_name"], &answer["author_url"]), (&"Quirinus Example".into(), &serde_json::Value::Null));
    let framed = pages(&story, None).into_iter().find(|(path, _)| path == "embed/years/").expect("it is written").1;
    assert!(text(all(&Markup::parse_document(&framed), ".embed-from")[0]).contains("The Example Times"));
}

/// Returns the oEmbed answer for the story in the first language.
fn oembed_answer(story: &Story) -> serde_json::Value {
    let base: BaseUrl = BASE.parse().expect("an address");
    let site = Site { story, base_url: Some(&base), shell: "", styles: &Styles::default(), frozen: None, versions: &[] };
    let (_, answer) = oembed(site, &story.editions[0], &Framed::Shared(Route::Story)).expect("JSON").expect("it has an address");
    serde_json::from_str(&answer).expect("JSON")
}

#[test]
fn an_unknown_publisher_is_left_out() {
    let story = published_by("");
    let page = page(&story);
    assert_eq!(all(&page, ".imprint p").len(), 1, "the dates alone are left");
    assert!(all(&page, ".read-up-to").is_empty());
    let own = serde_json::json!({ "@type": "Organization", "name": story.editions[0].labels.site.name, "url": BASE });
    assert_eq!((&json_ld(&page)["publisher"], &json_ld(&page)["author"]), (&own, &own));
    let name = serde_json::Value::from(story.editions[0].labels.site.name.as_str());
    let answer = oembed_answer(&story);
    assert_eq!((&answer["provider_name"], &answer["author_name"], &answer["provider_url"]), (&name, &name, &BASE.into()));
}

#[test]
fn the_day_of_the_newest_change_stands_with_the_dates() {
    let changed = |story: &Story| {
        let page = page_at(story, "");
        let dates: Vec<String> = all(&page, ".masthead .dates > span").into_iter().map(text).collect();
        let label = format!("{} ", story.editions[0].labels.site.changed);
        dates.into_iter().filter_map(|date| date.strip_prefix(&label).map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(changed(&story(&[])), [""; 0]);
    assert_eq!(changed(&corrected()), ["3 February 2027"]);
}

#[test]
fn a_source_names_its_archived_copy_and_when_it_was_read() {
    let sources = std::fs::read_to_string(root().join("content/sources.csv")).expect("there are sources");
    let row = sources.lines().nth(2).expect("a second source");
    let new_row = format!("{}https://archive.example/2,2026-11-20", row.strip_suffix(',').expect("its last cells are empty"));
    let page = page(&story(&[("sources.csv", sources.replace(row, &new_row))]));
    assert_eq!(all(&page, "#s2 a[href='https://archive.example/2']").len(), 1);
    assert!(text(all(&page, "#s2")[0]).contains("20 November 2026"));
    assert!(all(&page, "#s3 a[href^='http']").len() == 1, "nothing is said where nothing is known");
}

#[test]
fn every_page_of_a_frozen_copy_has_a_line_with_a_link_to_the_current_page() {
    let story = story(&[]);
    let date: PartialDate = "2027-01-31".parse().expect("a day");
    for (path, html) in pages(&story, Some(date)) {
        let html = Markup::parse_document(&html);
        let lines = all(&html, "p.frozen");
        let line =
            lines.iter().find(|line| text(**line).contains("2027")).unwrap_or_else(|| panic!("{path} does not say that it is frozen"));
        let canonical = all(&html, "link[rel='canonical']")[0].attr("href").unwrap_or_default().to_owned();
        assert!(canonical.starts_with(&format!("{BASE}v/2027-01-31/")), "{path} has the canonical address {canonical}");
        let copy = path.contains("print/") || path.ends_with(".html");
        let links: Vec<_> = line.descendent_elements().filter_map(|link| link.attr("href")).collect();
        let current = path.split("embed/").next().unwrap_or_default();
        assert!(copy || matches!(&links[..], [link] if link.starts_with("../../") && link.contains(current)), "{path} leads to {links:?}");
    }
}

#[test]
fn the_page_about_citing_lists_the_frozen_copies() {
    let story = story(&[]);
    let (_, cite) = pages(&story, None).into_iter().find(|(path, _)| path == "cite/").expect("there is a page");
    let links: Vec<_> =
        all(&Markup::parse_document(&cite), "#versions li a").iter().filter_map(|link| link.attr("href").map(str::to_owned)).collect();
    assert_eq!(links, ["../v/2027-01-31/", "../v/2026-12-01/"]);
}

#[test]
fn the_current_site_has_no_line_about_a_frozen_copy() {
    for (path, html) in pages(&story(&[]), None).into_iter().filter(|(path, _)| !path.contains("print/") && !path.ends_with(".html")) {
        assert!(all(&Markup::parse_document(&html), "p.frozen").is_empty(), "{path}");
    }
}
