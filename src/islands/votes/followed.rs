//! Up to three countries through all recorded votes: a table a body, a row a country, a column a vote.

use super::{
    BALLOTS,
    build::{add, add_mark},
    messages::MessageKey,
    record::{Record, Vote},
};
use vocabulary::{Body, Vocabulary};
use web_sys::Element;

/// Shows the countries with these numbers in the list: their names, each with a way to stop, and their ballots.
pub(super) fn show_followed(names: &Element, tables: &Element, record: &Record<'_>, countries: &[usize]) {
    for country in countries.iter().filter_map(|country| record.countries.get(*country)) {
        let item = add(names, "li", &[], "");
        add(&item, "span", &[], country.name);
        let stop = [record.words.get(MessageKey::Remove), country.name, record.words.get(MessageKey::RemoveAfter)].concat();
        add(&item, "button", &[("type", "button"), ("data-iso", country.iso), ("aria-label", &stop)], "×");
    }
    if countries.is_empty() {
        return;
    }
    let mut always_member = true;
    for (nth, (body, _)) in Body::WORDS.iter().enumerate() {
        let table = add(tables, "table", &[("data-body", body)], "");
        add(&table, "caption", &[], record.words.after(MessageKey::Commission, nth));
        let years = add(&add(&table, "thead", &[], ""), "tr", &[], "");
        add(&years, "td", &[], "");
        for vote in votes(record, body) {
            add(&years, "th", &[("scope", "col"), ("title", vote.symbol)], vote.year);
        }
        let rows = add(&table, "tbody", &[], "");
        for country in countries {
            let row = add(&rows, "tr", &[], "");
            let Some(named) = record.countries.get(*country) else { continue };
            add(&add(&row, "th", &[("scope", "row")], ""), "abbr", &[("title", named.name), ("translate", "no")], named.iso);
            for vote in votes(record, body) {
                let ballot = vote.ballot(*country);
                always_member &= ballot.is_some();
                let nth = BALLOTS.iter().position(|known| Some(*known) == ballot).unwrap_or(MessageKey::NotMember as usize);
                let word = record.words.after(MessageKey::Yes, nth);
                let cell = add(&row, "td", &[("title", word)], "");
                add_mark(&cell, ballot);
                add(&cell, "span", &[("class", "visually-hidden")], word);
            }
        }
    }
    if !always_member {
        let note = add(tables, "p", &[], "");
        add_mark(&note, None);
        add(&note, "span", &[], record.words.get(MessageKey::NotMember));
    }
}

/// The recorded votes of a body.
fn votes<'a>(record: &'a Record<'_>, body: &'a str) -> impl Iterator<Item = &'a Vote<'a>> {
    record.votes.iter().filter(move |vote| vote.body == body)
}
