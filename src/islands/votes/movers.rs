//! Who changed their vote from one resolution to a later one of the same body, grouped by what they changed.

use super::{
    BALLOTS,
    build::{add, add_mark},
    record::{Record, Vote},
    words::Word,
};
use web_sys::Element;

/// The countries, by their number in the list, that voted `from` on the earlier and `to` on the later resolution,
/// both as numbers in [`BALLOTS`].
fn movers(countries: usize, [earlier, later]: [&Vote<'_>; 2], from: usize, to: usize) -> impl Iterator<Item = usize> {
    (0..countries)
        .filter(move |country| from != to && earlier.ballot(*country) == Some(BALLOTS[from]) && later.ballot(*country) == Some(BALLOTS[to]))
}

/// Lists the movers in `place`, the earlier resolution first whichever was chosen first.
pub(super) fn list_movers(place: &Element, record: &Record<'_>, one: &Vote<'_>, other: &Vote<'_>) {
    let votes = if one.year < other.year { [one, other] } else { [other, one] };
    for from in 0..BALLOTS.len() {
        for to in 0..BALLOTS.len() {
            let mut group = None;
            for country in movers(record.countries.len(), votes, from, to) {
                let names = group.get_or_insert_with(|| {
                    let group = add(place, "div", &[], "");
                    let change = add(&group, "dt", &[], "");
                    for (vote, ballot) in votes.into_iter().zip([from, to]) {
                        let side = add(&change, "span", &[], "");
                        add_mark(&side, Some(BALLOTS[ballot]));
                        add(&side, "b", &[], vote.year);
                        add(&side, "span", &[], record.words.after(Word::Yes, ballot));
                    }
                    add(&group, "dd", &[], "")
                });
                add(names, "span", &[], record.countries[country].name);
            }
        }
    }
    if !place.has_child_nodes() {
        add(place, "p", &[], record.words.get(Word::Nobody));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::vocabulary::Body;

    fn vote(roll: &str) -> Vote<'_> {
        Vote { id: "", body: Body::Council, year: "", symbol: "", roll }
    }

    #[test]
    fn movers_are_members_both_times_who_voted_differently() {
        let (earlier, later) = (vote("yaan.yx"), vote("yyanyxy"));
        let all = |votes: [&Vote<'_>; 2]| {
            let mut found = Vec::new();
            for from in 0..4 {
                for to in 0..4 {
                    found.extend(movers(7, votes, from, to).map(|country| (from, to, country)));
                }
            }
            found
        };
        assert_eq!(all([&earlier, &later]), [(0, 3, 5), (1, 0, 1), (3, 0, 6)]);
        assert_eq!(all([&earlier, &earlier]), []);
    }
}
