//! Who changed their vote from one resolution to a later one of the same body, grouped by what they changed.

use super::{
    BALLOTS,
    build::{add, add_mark},
    messages::MessageKey,
    record::{Country, Record, Vote},
};
use vocabulary::Ballot;
use web_sys::Element;

/// The countries that voted `was` on the earlier and `is` on the later resolution.
fn movers<'a>(
    record: &'a Record<'_>,
    [earlier, later]: [&'a Vote<'_>; 2],
    was: Ballot,
    is: Ballot,
) -> impl Iterator<Item = &'a Country<'a>> {
    let moved = move |position| was != is && earlier.ballot(position) == Some(was) && later.ballot(position) == Some(is);
    record.countries.iter().enumerate().filter_map(move |(position, country)| moved(position).then_some(country))
}

/// Lists the movers in `place`, the earlier resolution first whichever was chosen first.
pub(super) fn list_movers(place: &Element, record: &Record<'_>, one: &Vote<'_>, other: &Vote<'_>) {
    let votes = if one.year < other.year { [one, other] } else { [other, one] };
    for (from, was) in BALLOTS.into_iter().enumerate() {
        for (to, is) in BALLOTS.into_iter().enumerate() {
            let mut names = None;
            for country in movers(record, votes, was, is) {
                let names = names.get_or_insert_with(|| {
                    let group = add(place, "div", &[], "");
                    let change = add(&group, "dt", &[], "");
                    for (vote, (nth, ballot)) in votes.into_iter().zip([(from, was), (to, is)]) {
                        let side = add(&change, "span", &[], "");
                        add_mark(&side, Some(ballot));
                        add(&side, "b", &[], vote.year);
                        add(&side, "span", &[], record.words.after(MessageKey::Yes, nth));
                    }
                    add(&group, "dd", &[], "")
                });
                add(names, "span", &[], country.name);
            }
        }
    }
    if !place.has_child_nodes() {
        add(place, "p", &[], record.words.get(MessageKey::Nobody));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movers_are_members_both_times_who_voted_differently() {
        let votes = "ga-1 assembly 2008 A/1 yaan.yx\nga-2 assembly 2009 A/2 yyanyxy";
        let record = Record::read("A (AAA)B (BBB)C (CCC)D (DDD)E (EEE)F (FFF)G (GGG)", "0000000", votes, "");
        let all = |votes: [usize; 2]| {
            let votes = votes.map(|vote| &record.votes[vote]);
            let pairs = BALLOTS.into_iter().flat_map(|was| BALLOTS.map(|is| (was, is)));
            pairs.flat_map(|(was, is)| movers(&record, votes, was, is).map(move |who| (was, is, who.name))).collect::<Vec<_>>()
        };
        let [yes, abstain, absent] = [Ballot::Yes, Ballot::Abstain, Ballot::Absent];
        assert_eq!(all([0, 1]), [(yes, absent, "F"), (abstain, yes, "B"), (absent, yes, "G")]);
        assert_eq!(all([0, 0]), []);
    }
}
