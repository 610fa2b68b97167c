//! Checks that the search index has each person, statement, voice, event, term, source, country, resolution and section
//! that readers can search for. Also checks that each address leads to an existing element, and that the index is
//! small.

use crate::page::{edition, plain};
use serde_json::Value;
use std::fs;
use tests::{language, written};

/// The largest size of the index, in bytes after compression with Brotli.
const HEAVIEST: u64 = 60_000;

/// Returns the entries of the index: title, text and address.
fn entries() -> Vec<[String; 3]> {
    let file = written::dist().join(language::folder()).join("search.json");
    let index: Value = serde_json::from_slice(&fs::read(&file).expect("it is written")).expect("it is JSON");
    let groups = index.as_array().into_iter().flatten();
    let entries = groups.flat_map(|group| group["entries"].as_array().into_iter().flatten());
    entries.map(|entry| [0, 1, 3].map(|position| entry[position].as_str().unwrap_or_default().to_owned())).collect()
}

/// Checks that each item of `list` is in the index, with a title that starts with `title` and an address that ends with
/// `address`.
#[track_caller]
fn check<T>(list: &[T], title: impl Fn(&T) -> String, address: impl Fn(&T) -> String) {
    let entries = entries();
    for item in list {
        let (title, address) = (title(item), address(item));
        let found = entries.iter().any(|[known, _, link]| known.starts_with(&title) && link.ends_with(&address));
        assert!(found, "{title:?} at {address} is not in the index");
    }
}

#[test]
fn every_entry_of_the_content_can_be_found() {
    let edition = edition();
    check(&edition.people, |person| plain(&person.name), |person| format!("#event-{}", person.event));
    check(&edition.statements, |statement| plain(&statement.says), |statement| format!("#statement-{}", statement.number));
    check(&edition.voices, |voice| voice.who.clone(), |voice| format!("#voice-{}", voice.id));
    check(&edition.events, |event| event.title.clone(), |event| format!("#event-{}", event.id));
    check(&edition.terms, |term| term.term.clone(), |term| format!("#term-{}", term.id));
    check(&edition.sources, |source| source.title.clone(), |source| format!("#s{}", source.number));
    check(&edition.countries, |country| country.name.clone(), |country| format!("?countries={}#roll-call", country.iso3));
    check(&edition.resolutions, |resolution| resolution.symbol.clone(), |resolution| format!("#resolution-{}", resolution.id));
    for (_, prose) in crate::prose::parts().filter(|(id, _)| *id != "glossary" && *id != "sources") {
        check(&prose.sections, |section| plain(&section.title), |section| format!("#{}", section.id));
    }
}

#[test]
fn every_address_leads_to_its_place() {
    for [title, _, address] in entries() {
        let (page, id) = address.split_once('#').unwrap_or_else(|| panic!("{title}: {address} has no fragment"));
        let page = page.split('?').next().unwrap_or_default();
        let html = written::page(&format!("{}{page}", language::folder()));
        assert!(html.contains(&format!(" id=\"{id}\"")), "{title}: {address} does not exist");
    }
}

#[test]
fn the_index_is_small() {
    let file = written::dist().join(language::folder()).join("search.json.br");
    let size = fs::metadata(&file).expect("it is compressed").len();
    assert!(size <= HEAVIEST, "the index weighs {size} bytes");
}
