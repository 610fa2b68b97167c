//! Checks the data to download: tables with a row for each entry of the content, the same data as JSON, the schema of
//! the JSON, and checksums. A page offers and explains these files.

use crate::page::{all, edition, plain};
use scraper::{Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fs};
use story::{TABLES, vocabulary::Vocabulary};
use tests::{language, written};

#[test]
fn the_page_leads_to_the_data() {
    assert!(all("footer a[href='data/'], footer a[href$='/data/']").next().is_some(), "the footer has no link to the data");
    let listed: BTreeSet<String> = links(&data_page()).into_iter().collect();
    assert_eq!(listed, files(), "the page has to list all files");
}

#[test]
fn every_column_is_explained() {
    let page = data_page();
    let text = page.root_element().text().collect::<String>();
    for (table, columns) in TABLES {
        for column in columns {
            let words = edition().dictionary.column(table, column);
            assert!(!words.is_empty() && text.contains(words), "{table}.{column}");
        }
    }
    assert!(text.contains(&edition().labels.footer.licence), "the page has to name the licence");
}

#[test]
fn the_json_follows_its_schema() {
    let (data, schema) = (json("explainer.json"), json("explainer.schema.json"));
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let mistakes: Vec<String> = validator.iter_errors(&data).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    // The schema rejects each of these changes.
    for change in [
        |data: &mut Value| data["tables"]["votes"][0]["vote"] = "perhaps".into(),
        |data: &mut Value| data["tables"]["sources"][0]["number"] = "one".into(),
        |data: &mut Value| data["tables"]["events"][0]["date"] = "yesterday".into(),
        |data: &mut Value| data["tables"]["people"][0]["rank"] = 1.into(),
        |data: &mut Value| drop(data["tables"].as_object_mut().expect("an object").remove("countries")),
    ] {
        let mut changed = data.clone();
        change(&mut changed);
        assert!(!validator.is_valid(&changed), "the schema lets everything pass");
    }
}

#[test]
fn tables_have_a_byte_order_mark_for_excel() {
    for (name, columns) in TABLES {
        let bytes = fs::read(folder().join(format!("{name}.csv"))).expect("the table is written");
        let text = String::from_utf8(bytes).expect("it is UTF-8");
        assert!(text.starts_with(&format!("\u{feff}{}", columns[0])), "{name} has no byte order mark");
    }
}

#[test]
fn the_json_and_the_tables_have_the_same_data() {
    let data = json("explainer.json");
    assert_eq!(data["language"], edition().language.as_str());
    assert_eq!(data["modified"], edition().modified().to_string());
    assert_eq!(data["licence"], "MIT OR Apache-2.0");
    for (name, columns) in TABLES {
        let rows = data["tables"][name].as_array().unwrap_or_else(|| panic!("{name} is missing"));
        let mut table = csv::Reader::from_path(folder().join(format!("{name}.csv"))).expect("the table is written");
        let records: Vec<_> = table.records().collect::<Result<_, _>>().expect("the table is sound CSV");
        assert_eq!(records.len(), rows.len(), "{name}");
        for (record, row) in records.iter().zip(rows) {
            assert_eq!(record.iter().collect::<Vec<_>>(), columns.iter().map(|column| cell(&row[column])).collect::<Vec<_>>(), "{name}");
        }
    }
}

/// Returns a JSON value in the form of a CSV cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

#[test]
fn every_file_has_its_checksum() {
    let sums = fs::read_to_string(folder().join("SHA256SUMS.txt")).expect("there are checksums");
    let page = data_page().root_element().text().collect::<String>();
    let mut summed = BTreeSet::from(["SHA256SUMS.txt".to_owned()]);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("sum, two spaces, name");
        let bytes = fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(sum, format!("{:x}", Sha256::digest(bytes)), "{name}");
        assert!(page.contains(sum), "the page does not show the checksum of {name}");
        summed.insert(name.to_owned());
    }
    assert_eq!(summed, files());
}

/// Returns the names of the data files. Leaves out pages and compressed copies.
fn files() -> BTreeSet<String> {
    let names = fs::read_dir(folder()).expect("there is data").map(|file| file.expect("it can be read").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| ![".html", ".br"].iter().any(|ending| name.ends_with(ending))).collect()
}

fn folder() -> std::path::PathBuf {
    written::dist().join(language::folder()).join("data")
}

fn data_page() -> Html {
    Html::parse_document(&written::page(&(language::folder() + "data/")))
}

/// Returns the addresses of the files that a page offers for download.
fn links(page: &Html) -> Vec<String> {
    let selector = Selector::parse("a[download]").expect("a sound selector");
    page.select(&selector).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
}

fn json(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn resolutions() {
    check("resolutions", ["id", "symbol", "adopted_on", "japan_role", "whats_new"], &edition().resolutions, |row| {
        [row.id.clone(), row.symbol.clone(), row.adopted_on.to_string(), row.japan.word().into(), plain(&row.new)]
    });
}

#[test]
fn votes() {
    let ballots: Vec<_> = edition().resolutions.iter().flat_map(|row| row.roll_call.iter().map(move |ballot| (&row.id, ballot))).collect();
    check("votes", ["resolution", "iso3", "vote"], &ballots, |(id, (iso3, ballot))| [(*id).clone(), iso3.clone(), ballot.word().into()]);
}

#[test]
fn countries() {
    check("countries", ["iso3", "name", "region"], &edition().countries, |row| {
        [row.iso3.clone(), row.name.clone(), row.region.word().into()]
    });
}

#[test]
fn events() {
    check("events", ["id", "date", "title", "text", "who_says"], &edition().events, |row| {
        [row.id.clone(), row.date.to_string(), row.title.clone(), plain(&row.text), row.who.clone()]
    });
}

#[test]
fn statements() {
    check("statements", ["number", "says", "words", "written_as_fact", "verdict"], &edition().statements, |row| {
        let as_fact = if row.written_as_fact { "yes" } else { "no" };
        let words = row.words.clone().unwrap_or_default();
        [row.number.to_string(), plain(&row.says), words, as_fact.to_owned(), row.verdict.word().into()]
    });
}

#[test]
fn reasons() {
    let given: Vec<_> = edition().reasons.iter().flat_map(|reason| reason.said_by.iter().map(move |said| (reason, said))).collect();
    check("reasons", ["reason", "name", "who", "evidence", "voices"], &given, |(reason, said)| {
        let voices = said.voices.join("; ");
        [reason.id.clone(), reason.name.clone(), said.sayer.word().into(), said.evidence.word().into(), voices]
    });
}

#[test]
fn people() {
    check("people", ["id", "name", "group", "event"], &edition().people, |row| {
        [row.id.clone(), plain(&row.name), row.fate.word().into(), row.event.clone()]
    });
}

#[test]
fn places() {
    check("places", ["event", "name", "longitude", "latitude", "extent"], &edition().places, |row| {
        let (east, north) = (row.position.longitude.to_string(), row.position.latitude.to_string());
        [row.event.clone(), row.name.clone(), east, north, row.extent.word().into()]
    });
}

#[test]
fn comparison() {
    let shift = &edition().shift;
    let aspects = shift.aspects.iter().map(|aspect| (&aspect.id, &aspect.label, !aspect.is_same, plain(&aspect.after)));
    let unchanged = shift.unchanged.iter().map(|item| (&item.id, &item.label, false, item.text.clone()));
    let rows: Vec<_> = aspects.chain(unchanged).collect();
    check("comparison", ["id", "label", "changed", "after"], &rows, |(id, label, is_changed, after)| {
        [(*id).clone(), (*label).clone(), if *is_changed { "yes" } else { "no" }.to_owned(), after.clone()]
    });
}

#[test]
fn sources() {
    let address = |address: &Option<String>| address.clone().unwrap_or_default();
    check("sources", ["number", "key", "title", "publisher", "url", "copy"], &edition().sources, |row| {
        [row.number.to_string(), row.key.clone(), row.title.clone(), row.publisher.clone(), address(&row.url), address(&row.copy)]
    });
}

/// Checks that the page with the data offers the table `name`, and that the table has a row for each of `things`, in
/// order. `values` returns the expected cells in `columns`.
#[track_caller]
fn check<T, const N: usize>(name: &str, columns: [&str; N], things: &[T], values: impl Fn(&T) -> [String; N]) {
    assert!(!things.is_empty(), "the content has no {name}");
    let offered = links(&data_page());
    assert!(offered.contains(&format!("{name}.csv")), "the page with the data does not offer {name}.csv: {offered:?}");
    let mut table = csv::Reader::from_path(written::dist().join(language::folder()).join("data").join(format!("{name}.csv")))
        .expect("the table is written");
    let header = table.headers().expect("the table has a header").clone();
    let indices = columns.map(|column| header.iter().position(|known| known == column).unwrap_or_else(|| panic!("{name} has no {column}")));
    let rows: Vec<_> = table.records().collect::<Result<_, _>>().expect("the table is sound CSV");
    assert_eq!(rows.len(), things.len(), "rows of {name}.csv");
    for (row, thing) in rows.iter().zip(things) {
        let written = indices.map(|index| crate::page::one_line(&row[index]));
        assert_eq!(written, values(thing).map(|value| crate::page::one_line(&value)), "{name}.csv");
    }
}
