//! Texts without a source, unknown sources, unused sources, and wrong addresses of sources.

use super::{
    changes::{change, check, check_at, expect, place_of},
    real,
};
use story::Place;

/// Asserts that the change gives exactly one problem, at `place` or, if `place` is `None`, at the caret. Ignores
/// problems about sources that the change leaves uncited.
fn check_without_source(file: &str, replace: &str, with: &str, place: Option<Place>, message: &str) {
    let (text, caret) = change(file, replace, with);
    let mut found = real::problems(&real::with(file, text));
    found.retain(|problem| !problem.what.starts_with("nothing cites"));
    expect(&found, &[(place.or(caret).expect("a place"), message)]);
}

#[test]
fn unknown_source_in_a_table() {
    check("events.csv", ",two_sources,", "‸,two_sources,nowhere; ", "“nowhere” is not a known source");
}

#[test]
fn unknown_source_in_a_list() {
    check("statements.toml", "sources = [", "sources = [‸\"nowhere\", ", "“nowhere” is not a known source");
}

#[test]
fn unknown_source_in_a_text() {
    check("en/about.md", "", "\nMore.‸[@nowhere]\n", "“nowhere” is not a known source; add it to sources.csv");
}

#[test]
fn unknown_source_in_the_middle_of_a_paragraph() {
    check("en/about.md", "", "\nOne line,\nanother: ü *and* so on.‸[@src_article; @nowhere] End.\n", "“nowhere” is not a known source");
}

#[test]
fn unknown_source_in_what_a_statement_adds() {
    check("en/statements.toml", "adds = \"", "adds = ‸\"[@nowhere] ", "“nowhere” is not a known source");
}

#[test]
fn a_slip_of_the_pen_is_recognised() {
    let key = &real::EDITION.sources.iter().max_by_key(|source| source.key.len()).expect("there are sources").key;
    let (misspelled, message) = (format!("{key}x"), format!("did you mean “{key}”?"));
    check("en/about.md", "", &format!("\nMore.‸[@{misspelled}]\n"), &message);
}

#[test]
fn unused_source() {
    let row = "unused_1,A title,A publisher,2019,https://example.org/,,en,,,\n";
    check("sources.csv", "", &format!("‸{row}"), "nothing cites the source “unused_1”");
}

/// Returns how often `key` occurs as a word in the content. The row of the source counts too.
fn uses(key: &str) -> usize {
    let is_key = |letter: char| letter.is_alphanumeric() || letter == '_';
    real::FILES.paths().map(|file| real::text(file).split(|letter| !is_key(letter)).filter(|word| *word == key).count()).sum()
}

#[test]
fn a_source_that_lost_its_only_citation() {
    let cited = real::EDITION.events.iter().flat_map(|event| &event.sources);
    let mut keys = cited.map(|number| real::EDITION.source(*number).expect("it is known").key.as_str());
    let key = keys.find(|key| uses(key) == 2).expect("some source is cited once, by an event");
    let place = place_of("sources.csv", &format!("\n{key},"));
    let place = Place { line: place.line.map(|line| line + 1), ..place };
    check_at("events.csv", key, "src_article", place, &format!("nothing cites the source “{key}”"));
}

#[test]
fn table_row_without_source() {
    let row = real::text("events.csv").lines().nth(1).expect("there is an event").to_owned();
    let (before, _) = row.rsplit_once(',').expect("sources come last");
    check_without_source("events.csv", &row, &format!("‸{before},"), None, "this has no source; name at least one source in `sources`");
}

#[test]
fn entry_without_source() {
    for file in ["statements.toml", "counts.toml", "voices.toml", "glossary.toml", "roll-call-notes.toml"] {
        check_without_source(file, "sources = [", "sources = ‸[] # [", None, "this has no source; name at least one source in `sources`");
    }
    let message = "this has no source; name at least one source in `after_sources`";
    check_without_source("shift.toml", "after_sources = [", "after_sources = ‸[] # [", None, message);
}

#[test]
fn entry_that_lacks_its_list_of_sources() {
    let place = place_of("glossary.toml", "[[term]]");
    check_without_source("glossary.toml", "sources = [", "# [", Some(place), "this has no source");
}

#[test]
fn section_without_source() {
    check("en/why.md", "", "\n‸## More {#more}\n\nSo it was.\n", "this section states something without a source; cite one as [@key]");
}

#[test]
fn address_that_is_not_https() {
    for address in ["http://", "ftp://", "javascript:", "https://two words."] {
        check("sources.csv", ",https://", &format!("‸,{address}"), "is not an https address; write one address");
    }
}

#[test]
fn a_host_of_copies_in_the_place_of_the_publisher() {
    let row = |url: &str, copy: &str| format!("‸unused_1,A title,A publisher,2019,{url},{copy},en,,,\n");
    let message = "which can only have a copy";
    for host in ["asahi.5ch.net", "5ch.net.", "www.jp24h.com", "blog.goo.ne.jp", "other.blogspot.com"] {
        check_row(&row(&format!("https://{host}/a"), ""), Some(message));
        check_row(&row("", &format!("https://{host}/a")), None);
    }
    for publisher in ["not5ch.net", "5ch.net.example", "rescue-abductees.blogspot.com", "blog.goo.ne.jp/ta6323blue/e"] {
        check_row(&row(&format!("https://{publisher}/a"), ""), None);
    }
    check_row(&row("https://blog.goo.ne.jp/ta6323bluer/e", ""), Some(message));
    check_row(&row("https://example.org/a", "https://example.org/a"), Some("`url` and `copy` are the same address"));
}

/// Asserts that an additional `row` in `sources.csv` gives the problem that nothing cites the source. If `message` is
/// `Some`, the row must also give a problem that contains `message`. The row must give no other problem.
#[track_caller]
fn check_row(row: &str, message: Option<&str>) {
    let (text, caret) = change("sources.csv", "", row);
    let place = caret.expect("the caret says where");
    let mut expected: Vec<_> = message.map(|text| (place.clone(), text)).into_iter().collect();
    expected.push((place, "nothing cites the source “unused_1”"));
    expect(&real::problems(&real::with("sources.csv", text)), &expected);
}
