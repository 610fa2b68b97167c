//! The roll call of one vote: how many voted how, by region, and a tile a country.

use super::{
    BALLOTS,
    build::{Place, add_mark},
    messages::MessageKey,
    record::{Record, Vote},
};
use vocabulary::Vocabulary;

const REGIONS: usize = MessageKey::Commission as usize - MessageKey::Africa as usize;

/// Adds counts and tiles to `place`.
pub fn add_roll_call(place: &impl Place, record: &Record<'_>, vote: &Vote<'_>) {
    let words = &record.words;
    let table = place.add("table", &[("class", "regions")], "");
    let heads = table.add("thead", &[], "").add("tr", &[], "");
    heads.add("th", &[("scope", "col")], words.get(MessageKey::Region));
    for (nth, ballot) in BALLOTS.into_iter().enumerate() {
        let head = heads.add("th", &[("scope", "col")], "");
        add_mark(&head, Some(ballot));
        head.add("span", &[], words.after(MessageKey::Yes, nth));
    }
    let rows = table.add("tbody", &[], "");
    let tiles = place.add("div", &[("class", "tiles")], "");
    let mut all = [0; BALLOTS.len()];
    for region in 0..REGIONS {
        let name = words.after(MessageKey::Africa, region);
        // A body need not have members everywhere; a part without any is not shown.
        let part = tiles.add("div", &[], "");
        part.add("h4", &[], name);
        let list = part.add("ul", &[("translate", "no")], "");
        let mut counts = [0; BALLOTS.len()];
        for (nth, ((ballot, count), sum)) in BALLOTS.into_iter().zip(&mut counts).zip(&mut all).enumerate() {
            for (position, country) in record.countries.iter().enumerate() {
                if country.region == region && vote.ballot(position) == Some(ballot) {
                    *count += 1;
                    *sum += 1;
                    let tile = list.add("li", &[("data-ballot", ballot.word()), ("data-iso", country.iso)], "");
                    let spoken = [country.name, words.get(MessageKey::BallotOf), words.after(MessageKey::Yes, nth)].concat();
                    tile.add("span", &[("role", "img"), ("title", &spoken)], country.iso);
                }
            }
        }
        add_counts(&rows, name, &counts);
    }
    add_counts(&rows, words.get(MessageKey::World), &all);
}

/// Adds the choice of a vote to compare with.
pub(super) fn add_comparison(place: &impl Place, record: &Record<'_>, vote: &Vote<'_>) {
    let words = &record.words;
    let label = place.add("label", &[("class", "choice")], "");
    label.add("span", &[], words.get(MessageKey::Against));
    let select = label.add("select", &[("name", "against"), ("autocomplete", "off")], "");
    select.add("option", &[("value", "")], words.get(MessageKey::Nothing));
    for other in record.votes.iter().filter(|other| vote.compares_with(other)) {
        select.add("option", &[("value", other.id)], &[other.year, " · ", other.symbol].concat());
    }
}

fn add_counts(rows: &impl Place, name: &str, counts: &[u16]) {
    let row = rows.add("tr", &[], "");
    row.add("th", &[("scope", "row")], name);
    for count in counts {
        row.add("td", &[], &count.to_string());
    }
}
