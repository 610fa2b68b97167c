//! The tables to download: that they have a row for each thing in the content, and are offered on the page.

use crate::page::{all, edition, plain};
use story::vocabulary::Vocabulary;
use tests::{language, written};

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
fn people() {
    check("people", ["id", "name", "group", "event"], &edition().people, |row| {
        [row.id.clone(), plain(&row.name), row.fate.word().into(), row.event.clone()]
    });
}

#[test]
fn sources() {
    check("sources", ["number", "key", "title", "publisher", "url"], &edition().sources, |row| {
        [row.number.to_string(), row.key.clone(), row.title.clone(), row.publisher.clone(), row.url.clone().unwrap_or_default()]
    });
}

/// Holds that the page offers the table `name`, and that it has a row with these values for each of `things`, in order.
#[track_caller]
fn check<T, const N: usize>(name: &str, columns: [&str; N], things: &[T], values: impl Fn(&T) -> [String; N]) {
    assert!(!things.is_empty(), "the content has no {name}");
    let link = all(&format!("a[href$='data/{name}.csv'][download]")).next();
    assert!(link.is_some(), "the page does not offer {name}.csv");
    let mut table = csv::Reader::from_path(written::dist().join(language::folder()).join("data").join(format!("{name}.csv")))
        .expect("the table is written");
    let header = table.headers().expect("the table has a header").clone();
    let places = columns.map(|column| header.iter().position(|known| known == column).unwrap_or_else(|| panic!("{name} has no {column}")));
    let rows: Vec<_> = table.records().collect::<Result<_, _>>().expect("the table is sound CSV");
    assert_eq!(rows.len(), things.len(), "rows of {name}.csv");
    for (row, thing) in rows.iter().zip(things) {
        let written = places.map(|place| crate::page::one_line(&row[place]));
        assert_eq!(written, values(thing).map(|value| crate::page::one_line(&value)), "{name}.csv");
    }
}
