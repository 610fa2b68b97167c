//! Who changed their vote from one resolution to a later one of the same body, grouped by what they changed.

use super::{BALLOTS, mark, record::Record, record::Resolution, words::Word};
use yew::prelude::*;

/// The countries, by their number in the list, that voted `from` on the earlier and `to` on the later resolution,
/// both as numbers in [`BALLOTS`]; the groups that have any.
pub(super) fn movers(countries: usize, earlier: &Resolution, later: &Resolution) -> Vec<(usize, usize, Vec<usize>)> {
    let mut moves = Vec::new();
    for (from, was) in BALLOTS.into_iter().enumerate() {
        for (to, is) in BALLOTS.into_iter().enumerate().filter(|(to, _)| *to != from) {
            let moved = |country: &usize| earlier.ballot(*country) == Some(was) && later.ballot(*country) == Some(is);
            let who: Vec<usize> = (0..countries).filter(moved).collect();
            if !who.is_empty() {
                moves.push((from, to, who));
            }
        }
    }
    moves
}

/// The movers between two resolutions, the earlier one first whichever was chosen first.
pub(super) fn movers_list(record: &Record, one: &Resolution, other: &Resolution) -> Html {
    let (earlier, later) = if one.year < other.year { (one, other) } else { (other, one) };
    let moves = movers(record.countries.len(), earlier, later);
    if moves.is_empty() {
        return html! { <p class="movers">{ record.words.get(Word::Nobody) }</p> };
    }
    let side = |resolution: &Resolution, ballot: usize| {
        html! {
            <span>{ mark(Some(BALLOTS[ballot])) }<b translate="no">{ &resolution.year }</b><span>{ record.words.after(Word::Yes, ballot) }</span></span>
        }
    };
    html! {
        <dl class="movers">
            { for moves.iter().map(|(from, to, who)| html! {
                <div>
                    <dt>{ side(earlier, *from) }{ side(later, *to) }</dt>
                    <dd>{ for who.iter().map(|country| html! { <span>{ &record.countries[*country].name }</span> }) }</dd>
                </div>
            }) }
        </dl>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::vocabulary::Body;

    fn vote(roll: &str) -> Resolution {
        let [id, year, symbol, adopted, roll] = ["", "", "", "", roll].map(str::to_owned);
        Resolution { id, body: Body::Council, year, symbol, adopted, roll }
    }

    #[test]
    fn movers_are_members_both_times_who_voted_differently() {
        let (earlier, later) = (vote("yaan.yx"), vote("yyanyxy"));
        assert_eq!(movers(7, &earlier, &later), [(0, 3, vec![5]), (1, 0, vec![1]), (3, 0, vec![6])]);
        assert_eq!(movers(7, &earlier, &earlier), []);
    }
}
