//! The people on the official list in the order of their groups, and who counts them.

use std::fmt::Write;
use story::{Count, Edition, Person};
use vocabulary::Fate;

/// Small dots in a line, their distance and their size, in units of their own. All lists are drawn in the same.
pub(crate) const DOT_LINE: u32 = 50;
pub(crate) const DOT_STEP: u32 = 6;

/// Many small dots as one path: its lines are dashed, with dashes of no length and round ends. Each line is a little longer than its
/// dots need, so that rounding does not lose the last.
pub(crate) fn dots(count: u32) -> String {
    (0..count.div_ceil(DOT_LINE)).fold(String::new(), |mut path, line| {
        let length = (count - line * DOT_LINE).min(DOT_LINE) - 1;
        // Writing to a String cannot fail.
        let _ = write!(path, "M3 {}h{}", line * DOT_STEP + DOT_STEP / 2, length * DOT_STEP + 1);
        path
    })
}

/// The people in a group, in the order of their cases.
pub(crate) fn group(edition: &Edition, fate: Fate) -> impl Iterator<Item = &Person> {
    edition.people.iter().filter(move |person| person.fate == fate)
}

/// How many people have come home, and how many North Korea has admitted. Both are the first rows of the list.
pub(crate) fn home_and_admitted(edition: &Edition) -> (usize, usize) {
    let count = |is_counted: fn(Fate) -> bool| edition.people.iter().filter(|person| is_counted(person.fate)).count();
    (count(has_returned), count(is_admitted))
}

/// Whether the people of this group have returned.
fn has_returned(fate: Fate) -> bool {
    match fate {
        Fate::Returned => true,
        Fate::SaidDead | Fate::NotAdmitted => false,
    }
}

/// Whether North Korea says that it took the people of this group.
fn is_admitted(fate: Fate) -> bool {
    match fate {
        Fate::Returned | Fate::SaidDead => true,
        Fate::NotAdmitted => false,
    }
}

/// The finding of the names.
pub(super) fn finding(edition: &Edition) -> String {
    let (home, admitted) = home_and_admitted(edition);
    let label = edition.labels.abductions.names_title.replace("{n}", &edition.people.len().to_string());
    label.replace("{admitted}", &admitted.to_string()).replace("{home}", &home.to_string())
}

/// The figures by which the reader can count.
pub(crate) fn offered(edition: &Edition) -> impl Iterator<Item = &Count> {
    edition.counts.iter().filter(|count| count.choice.is_some())
}

/// The lists that are drawn at one scale: all who are on each.
pub(crate) fn lists(edition: &Edition) -> Vec<&Count> {
    offered(edition).filter(|count| count.groups.is_empty() || count.groups.len() == Fate::ALL.len()).collect()
}

/// A figure as it is written, with "up to" or "at least" where its source says so.
pub(crate) fn value(edition: &Edition, count: &Count) -> String {
    let labels = &edition.labels.abductions;
    let value = count.value.to_string();
    match (count.at_most, count.at_least) {
        (true, _) => labels.at_most.replace("{n}", &value),
        (_, true) => labels.at_least.replace("{n}", &value),
        (false, false) => value,
    }
}
