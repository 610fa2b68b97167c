//! Malformed, duplicate and unknown ids, entries without texts in a language, and texts without an entry. The module
//! also tests positions on the map.

use super::{
    changes::{change, check, check_at, place_of, whole},
    real,
};
use story::Place;

/// Returns the first row of a table, after the line with the names of the columns.
fn first_row(file: &str) -> String {
    real::text(file).lines().nth(1).expect("it has rows").to_owned()
}

/// Returns the first entry of a TOML file whose entries are members of a list, such as `[[term]]`.
fn first_entry(file: &str) -> String {
    let text = real::text(file);
    let (entry, _) = text[text.find("[[").expect("it has entries")..].split_once("\n\n").expect("it has two entries");
    entry.to_owned()
}

/// Appends a copy of the first row or entry of `file`. Asserts that this gives exactly one problem, at `id` in the
/// copy.
fn check_twice(file: &str, id: &str, message: &str) {
    let first = if file.ends_with(".csv") { first_row(file) } else { format!("\n{}", first_entry(file)) };
    check(file, "", &format!("{}\n", first.replacen(id, &format!("‸{id}"), 1)), message);
}

#[test]
fn duplicate_ids_in_tables() {
    for file in ["sources.csv", "events.csv", "resolutions.csv", "people.csv"] {
        let row = first_row(file);
        let id = row.split(',').next().expect("a cell");
        check_twice(file, id, &format!("the id “{id}” is used a second time"));
    }
}

#[test]
fn duplicate_ids_in_lists() {
    for file in ["glossary.toml", "counts.toml", "voices.toml", "quotations.toml", "roll-call-notes.toml", "shift.toml"] {
        let entry = first_entry(file);
        let id = entry.split('"').nth(1).expect("an id");
        check_twice(file, &format!("\"{id}\""), &format!("the id “{id}” is used a second time"));
    }
}

#[test]
fn duplicate_country() {
    for file in ["countries.csv", "en/countries.csv"] {
        let code = first_row(file)[..3].to_owned();
        check_twice(file, &code, &format!("“{code}” appears here a second time"));
    }
}

#[test]
fn duplicate_statement() {
    let next = real::EDITION.statements.len();
    check_twice("statements.toml", "0", &format!("statement 0 appears where {next} is expected"));
}

#[test]
fn duplicate_words() {
    check("en/statements.toml", "", "\n[‸s0]\nmore = \"Words.\"\n", "duplicate key");
}

#[test]
fn duplicate_year() {
    let last = real::EDITION.shift.years.last().expect("there are years").year;
    let entry = format!("\n[[year]]\nyear = ‸{last}\nsources = [\"src_article\"]\n");
    check("shift.toml", "", &entry, &format!("the year {last} does not follow the one before it"));
}

#[test]
fn duplicate_section() {
    for id in ["in-short", "why", &format!("event-{}", real::EDITION.events[0].id)] {
        let message = format!("the id “{id}” is used a second time on the page");
        check("en/about.md", "", &format!("\n‸## Again {{#{id}}}\n\nText.\n"), &message);
    }
}

#[test]
fn malformed_ids() {
    let id = &real::EDITION.quotations[0].id;
    for malformed in ["Über uns", "1st", "two words", "-"] {
        check("quotations.toml", &format!("\"{id}\""), &format!("‸\"{malformed}\""), &format!("“{malformed}” cannot be an id"));
    }
}

#[test]
fn words_without_an_entry() {
    for file in ["events", "resolutions", "statements", "voices", "counts", "glossary", "roll-call-notes", "shift"] {
        check(&format!("en/{file}.toml"), "", "\n[‸nobody]\ntext = \"Words.\"\n", "there is no entry “nobody” for these words");
    }
    let row = format!("XYZ{}", &first_row("en/countries.csv")[3..]);
    check("en/countries.csv", "", &format!("‸{row}\n"), "there is no entry “XYZ” for these words");
    check("en/people.toml", "", "\n‸nobody = \"Nobody\"\n", "`nobody` is not known here");
}

#[test]
fn missing_words() {
    for file in ["events", "resolutions", "statements", "voices", "counts", "glossary", "roll-call-notes", "shift"] {
        let file = format!("en/{file}.toml");
        let text = real::text(&file);
        let (entry, _) = text.split_once("\n\n").expect("it has two entries");
        let (_, id) = entry.split_once('[').expect("it has a head");
        let (id, _) = id.split_once(']').expect("the head ends");
        check_at(&file, entry, "", whole(&file), &format!("there are no words for “{id}” ("));
    }
    let row = first_row("en/countries.csv");
    check_at("en/countries.csv", &format!("{row}\n"), "", whole("en/countries.csv"), &format!("there are no words for “{}” (", &row[..3]));
}

#[test]
fn missing_words_name_the_entry() {
    let event = &real::EDITION.events[0].id;
    let (_, place) = change("events.csv", &format!("{event},"), "‸");
    let message = format!("there are no words for “{event}” (events.csv, {})", place.expect("a caret"));
    let other = format!("[{event}-x]");
    let found = real::problems(&real::with("en/events.toml", change("en/events.toml", &format!("[{event}]"), &other).0));
    assert_eq!(found[0].what, message);
    assert_eq!(found[1].what, format!("there is no entry “{event}-x” for these words"));
}

#[test]
fn person_without_a_name() {
    let id = &real::EDITION.people[0].id;
    let row = real::text("en/people.toml").lines().find(|line| line.starts_with(id)).expect("it is named").to_owned();
    let place = Place { line: Some(1), column: Some(1), ..whole("en/people.toml") };
    check_at("en/people.toml", &row, "", place, &format!("`{id}` is missing or empty"));
}

#[test]
fn person_of_an_unknown_event() {
    let event = format!(",{}", real::EDITION.people[0].event);
    check("people.csv", &event, "‸,nothing", "“nothing” is not a known event; write an id from events.csv");
    assert_eq!(place_of("people.csv", &event).line, Some(2));
}

#[test]
fn place_of_an_unknown_case() {
    let event = format!("[{}]", real::EDITION.places[0].event);
    let message = "“nobody-1977” is not an event in people.csv; write the event of a row of people.csv";
    let found = real::problems(&real::with("places.toml", change("places.toml", &event, "[nobody-1977]").0));
    assert!(found.iter().any(|problem| format!("{}; {}", problem.what, problem.mend) == message), "{found:?}");
}

#[test]
fn place_without_a_position() {
    for wrong in ["137.15", "137.15, 37.31", "37.31 137.15", "east north"] {
        let message = format!("“{wrong}” is not a position; write longitude and latitude in degrees, separated by a space: 137.15 37.31");
        check("places.toml", "position = ", &format!("position = ‸\"{wrong}\" # "), &message);
    }
}
