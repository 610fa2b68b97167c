//! The people on the official list by group, and the published counts of missing people.

use std::fmt::Write;
use story::{Count, Edition, Person};
use vocabulary::Fate;

/// The number of small dots in a full line. It is the same for all lists.
pub(crate) const DOT_LINE: u32 = 50;
/// The distance from one small dot to the next, in path units. It is the same for all lists.
pub(crate) const DOT_STEP: u32 = 6;

/// Returns a path that draws `count` small dots. The caller must stroke the path with zero-length dashes, gaps of
/// [`DOT_STEP`] and round caps, so that each dash becomes a dot. Each line is a little longer than its dots need, so
/// that rounding does not lose the last dot.
pub(crate) fn dots(count: u32) -> String {
    (0..count.div_ceil(DOT_LINE)).fold(String::new(), |mut path, line| {
        let length = (count - line * DOT_LINE).min(DOT_LINE) - 1;
        // Writing to a String cannot fail.
        let _ = write!(path, "M3 {}h{}", line * DOT_STEP + DOT_STEP / 2, length * DOT_STEP + 1);
        path
    })
}

/// Returns the people in a group, in the order of the content.
pub(crate) fn group(edition: &Edition, fate: Fate) -> impl Iterator<Item = &Person> {
    edition.people.iter().filter(move |person| person.fate == fate)
}

/// Returns the number of people who have returned, and the number of people whom North Korea says it took. The second
/// number includes the first. Figures draw the people in the order of [`Fate::ALL`], so each number is also the index
/// of the first person whom it does not count.
pub(crate) fn home_and_admitted(edition: &Edition) -> (usize, usize) {
    let count = |is_counted: fn(Fate) -> bool| edition.people.iter().filter(|person| is_counted(person.fate)).count();
    (count(has_returned), count(is_admitted))
}

/// Returns whether the people of this group have returned.
fn has_returned(fate: Fate) -> bool {
    match fate {
        Fate::Returned => true,
        Fate::SaidDead | Fate::NotAdmitted => false,
    }
}

/// Returns whether North Korea says that it took the people of this group.
fn is_admitted(fate: Fate) -> bool {
    match fate {
        Fate::Returned | Fate::SaidDead => true,
        Fate::NotAdmitted => false,
    }
}

/// Returns the finding of the figure with the people's names.
pub(super) fn finding(edition: &Edition) -> String {
    let (home, admitted) = home_and_admitted(edition);
    let label = edition.labels.abductions.names_title.replace("{n}", &edition.people.len().to_string());
    label.replace("{admitted}", &admitted.to_string()).replace("{home}", &home.to_string())
}

/// Returns the counts that the reader can choose.
pub(crate) fn offered(edition: &Edition) -> impl Iterator<Item = &Count> {
    edition.counts.iter().filter(|count| count.choice.is_some())
}

/// Returns the counts that are drawn at the same scale. Each of them includes all people on a list, not only some
/// groups of people.
pub(crate) fn lists(edition: &Edition) -> Vec<&Count> {
    offered(edition).filter(|count| count.groups.is_empty() || count.groups.len() == Fate::ALL.len()).collect()
}

/// Returns the text of a count, with "up to" or "at least" if its source says so.
pub(crate) fn value(edition: &Edition, count: &Count) -> String {
    let labels = &edition.labels.abductions;
    let value = count.value.to_string();
    match (count.at_most, count.at_least) {
        (true, _) => labels.at_most.replace("{n}", &value),
        (_, true) => labels.at_least.replace("{n}", &value),
        (false, false) => value,
    }
}

/// Returns the counts that the reader can choose and that add up several groups of the people on the official list.
pub(crate) fn sums(edition: &Edition) -> impl Iterator<Item = &Count> {
    offered(edition).filter(|count| count.groups.len() > 1)
}
