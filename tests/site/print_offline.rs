//! Checks the print edition of the story and the offline file. Neither has the app. The offline file has the opening
//! and every part in full, and sends no request.

use crate::page::{all, edition, name, one_line, plain, text};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use story::vocabulary::{Ballot, Subject, Vocabulary};
use tests::{language, written};

const STORY: &str = "print/";
const OFFLINE: &str = "offline.html";

#[test]
fn the_page_links_to_each_edition() {
    for path in [STORY, OFFLINE] {
        assert!(all(&format!("footer a[href$='{path}']")).next().is_some(), "no link leads to {path}");
    }
}

#[test]
fn the_file_holds_everything_that_the_pages_say() {
    let html = read(OFFLINE);
    let page_text = text(html.root_element());
    let edition = edition();
    let check_contains = |expected: &str| assert!(page_text.contains(&one_line(expected)), "{OFFLINE} does not say {expected:?}");
    edition.statements.iter().for_each(|statement| check_contains(&plain(&statement.says)));
    edition.events.iter().for_each(|event| check_contains(&plain(&event.text)));
    edition.resolutions.iter().for_each(|resolution| check_contains(&plain(&resolution.new)));
    edition.terms.iter().for_each(|term| check_contains(&plain(&term.definition)));
    edition.counts.iter().for_each(|count| check_contains(&plain(&count.means)));
    edition.sources.iter().for_each(|source| check_contains(&source.title));
    check_contains(&edition.labels.corrections.none);
}

#[test]
fn the_story_for_paper_is_the_story_with_its_sources() {
    let html = read(STORY);
    let page_text = text(html.root_element());
    let texts = &edition().texts;
    for block in Subject::WORDS.iter().flat_map(|(_, subject)| &texts.part(*subject).introduction).chain(&texts.lead.introduction) {
        for words in crate::prose::words(block) {
            assert!(page_text.contains(&words), "{STORY} does not contain {words:?}");
        }
    }
    let events = edition().events.iter().filter(|event| page_text.contains(&plain(&event.text))).count();
    assert_eq!(events, 0, "the story for paper tells events in full");
    let listed = select(html.root_element(), ".sources > li").len();
    let cited: BTreeSet<_> =
        select(html.root_element(), "a[role='doc-noteref']").into_iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(listed, cited.len(), "it has to list exactly the sources that it cites");
}

#[test]
fn roll_calls_stand_in_the_file_in_words() {
    let html = read(OFFLINE);
    for resolution in edition().resolutions.iter().filter(|resolution| resolution.tally.is_some()) {
        let card = one(&html, &format!("#roll-call-{}", resolution.id));
        for (heading, names) in select(card, "dt").into_iter().zip(select(card, "dd")) {
            let ballot = Ballot::WORDS.iter().find(|(_, ballot)| text(heading).starts_with(edition().labels.word(*ballot)));
            let (_, ballot) = ballot.unwrap_or_else(|| panic!("{}", text(heading)));
            let voters: Vec<_> = resolution.roll_call.iter().filter(|(_, cast)| cast == ballot).collect();
            assert!(text(heading).ends_with(&voters.len().to_string()), "{}", text(heading));
            for (iso3, _) in voters {
                let country = edition().countries.iter().find(|country| country.iso3 == *iso3).expect("it is known");
                assert!(text(names).contains(&country.name), "{} lacks {}", resolution.id, country.name);
            }
        }
    }
}

#[test]
fn search_engines_index_only_the_page_itself() {
    for path in [STORY, OFFLINE] {
        let html = read(path);
        assert_eq!(one(&html, "meta[name='robots']").attr("content"), Some("noindex"), "{path}");
        let canonical = written::base_url().join(&language::folder());
        assert_eq!(one(&html, "link[rel='canonical']").attr("href"), Some(&*canonical), "{path}");
        assert!(text(html.root_element()).contains(&canonical), "{path} does not contain the address of the explainer");
    }
}

#[test]
fn links_lead_to_places_in_the_same_file() {
    for path in [STORY, OFFLINE] {
        let html = read(path);
        let ids: Vec<_> = select(html.root_element(), "[id]").into_iter().filter_map(|element| element.attr("id")).collect();
        for link in select(html.root_element(), "a[href^='#'], [popovertarget]") {
            let id = link.attr("popovertarget").or(link.attr("href")).unwrap_or_default().trim_start_matches('#').to_owned();
            assert!(ids.contains(&&*id), "{path}: {} links to #{id}, which does not exist", name(link));
        }
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{path} has an id twice");
    }
}

#[test]
fn all_is_open_and_nothing_waits_for_a_script() {
    for path in [STORY, OFFLINE] {
        let html = read(path);
        let details = select(html.root_element(), "details");
        assert!(!details.is_empty() && details.iter().all(|details| details.attr("open").is_some()), "{path}: something is closed");
        let dead = select(html.root_element(), "button, select, script:not([type$='json']), dialog");
        assert!(dead.is_empty(), "{path}: {} does nothing without script", name(dead[0]));
    }
    let paper = read(STORY);
    let controls = select(paper.root_element(), "input, [popover]");
    assert!(controls.is_empty(), "{} is useless on paper", name(controls[0]));
}

#[test]
fn on_paper_the_file_prints_the_address_of_each_source() {
    let html = read(OFFLINE);
    assert!(style(&html).contains("attr(href)"), "the style prints no addresses");
    for source in &edition().sources {
        let links = select(one(&html, &format!("#s{}", source.number)), "a[href^='http']");
        let printed: Vec<_> = links.into_iter().filter_map(|link| link.attr("href")).collect();
        for address in [&source.url, &source.copy].into_iter().flatten() {
            assert_eq!(printed.iter().filter(|printed| *printed == address).count(), 1, "{address} of {}", source.number);
        }
    }
}

fn style(html: &Html) -> String {
    select(html.root_element(), "style").into_iter().flat_map(|style| style.text()).collect()
}

#[test]
fn the_offline_file_sends_no_request() {
    let written = written::page(&(language::folder() + OFFLINE));
    assert!(written.len() < 720_000, "{OFFLINE} has {} bytes", written.len());
    let html = Html::parse_document(&written);
    let imprint = written::story().imprint;
    let publisher = imprint.publisher.and_then(|publisher| publisher.url);
    let sources = edition().sources.iter().flat_map(|source| [&source.url, &source.copy, &source.archived]);
    let followed_alone: Vec<&str> = sources.chain([&imprint.contact, &publisher]).flatten().map(String::as_str).collect();
    for element in html.root_element().descendent_elements() {
        let tag = element.value().name();
        assert!(tag != "script" || element.attr("type") == Some("application/ld+json"), "there is a script: {}", name(element));
        assert!(!["img", "iframe", "object", "embed", "video", "audio", "source"].contains(&tag), "{}", name(element));
        for attribute in ["src", "srcset", "data-glue", "data-module", "data-piece", "action", "poster"] {
            assert!(element.attr(attribute).is_none(), "{} sends a request", name(element));
        }
        // An empty icon prevents browsers from requesting one.
        if element.attr("rel") == Some("icon") && element.attr("href") == Some("data:,") {
            continue;
        }
        let followed = tag == "a" || element.attr("rel") == Some("canonical");
        let href = element.attr("href").unwrap_or("#");
        assert!(followed || href.starts_with('#'), "{} sends a request", name(element));
        assert!(tag != "a" || href.starts_with('#') || followed_alone.contains(&href), "{} needs the network", name(element));
    }
    let style: String = select(html.root_element(), "style").into_iter().flat_map(|style| style.text()).collect();
    assert!(!style.is_empty() && !style.contains("@import"), "a style sends a request");
    assert!(style.split("url(").skip(1).all(|place| place.starts_with('#')), "a style sends a request");
}

fn read(path: &str) -> Html {
    Html::parse_document(&written::page(&(language::folder() + path)))
}

#[track_caller]
fn one<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    match &select(html.root_element(), selector)[..] {
        [element] => *element,
        found => panic!("{selector} selects {} elements", found.len()),
    }
}

fn select<'a>(root: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    root.descendent_elements().filter(|element| selector.matches(element)).collect()
}
