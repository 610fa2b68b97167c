//! The roll call of one vote: how many voted how, by region, and a tile a country.

use super::{
    BALLOTS,
    build::{add, add_mark},
    record::{Record, Vote},
    words::Word,
};
use story::vocabulary::Vocabulary;
use web_sys::Element;

const REGIONS: usize = Word::Commission as usize - Word::Africa as usize;

/// Adds counts and tiles to `place`.
pub(super) fn add_roll_call(place: &Element, record: &Record<'_>, vote: &Vote<'_>) {
    let words = &record.words;
    let table = add(place, "table", &[("class", "regions")], "");
    let heads = add(&add(&table, "thead", &[], ""), "tr", &[], "");
    add(&heads, "th", &[("scope", "col")], words.get(Word::Region));
    for (nth, ballot) in BALLOTS.into_iter().enumerate() {
        let head = add(&heads, "th", &[("scope", "col")], "");
        add_mark(&head, Some(ballot));
        add(&head, "span", &[], words.after(Word::Yes, nth));
    }
    let rows = add(&table, "tbody", &[], "");
    let tiles = add(place, "div", &[("class", "tiles")], "");
    let mut all = [0; BALLOTS.len()];
    for region in 0..REGIONS {
        let name = words.after(Word::Africa, region);
        // A body need not have members everywhere; a part without any is not shown.
        let part = add(&tiles, "div", &[], "");
        add(&part, "h4", &[], name);
        let list = add(&part, "ul", &[], "");
        let mut counts = [0; BALLOTS.len()];
        for (nth, ((ballot, count), sum)) in BALLOTS.into_iter().zip(&mut counts).zip(&mut all).enumerate() {
            for (position, country) in record.countries.iter().enumerate() {
                if country.region == region && vote.ballot(position) == Some(ballot) {
                    *count += 1;
                    *sum += 1;
                    let tile = add(&list, "li", &[("data-ballot", ballot.word()), ("data-iso", country.iso)], "");
                    let spoken = [country.name, words.get(Word::BallotOf), words.after(Word::Yes, nth)].concat();
                    add(&tile, "span", &[("role", "img"), ("aria-label", &spoken), ("title", &spoken), ("translate", "no")], country.iso);
                }
            }
        }
        add_counts(&rows, name, &counts);
    }
    add_counts(&rows, words.get(Word::World), &all);
}

fn add_counts(rows: &Element, name: &str, counts: &[u16]) {
    let row = add(rows, "tr", &[], "");
    add(&row, "th", &[("scope", "row")], name);
    for count in counts {
        add(&row, "td", &[], &count.to_string());
    }
}
