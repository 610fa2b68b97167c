//! The roll call of one vote: a tile a country, by region and ballot, and how many of each.

use super::{BALLOTS, record::Record, record::Resolution, words::Word};
use story::vocabulary::{Ballot, Vocabulary};
use yew::prelude::*;

const REGIONS: usize = Word::Commission as usize - Word::Africa as usize;

/// The countries of a region that voted so, by their number in the list.
fn voters(record: &Record, vote: &Resolution, region: usize, ballot: Ballot) -> Vec<usize> {
    let fits = |country: &usize| record.countries[*country].region == region && vote.ballot(*country) == Some(ballot);
    (0..record.countries.len()).filter(fits).collect()
}

/// The roll call, with the countries of these codes standing out. A press on a tile calls `on_press`.
pub(super) fn roll_call(record: &Record, vote: &Resolution, followed: &[String], on_press: Callback<MouseEvent>) -> Html {
    let words = &record.words;
    let regions: [[Vec<usize>; 4]; REGIONS] = std::array::from_fn(|region| BALLOTS.map(|ballot| voters(record, vote, region, ballot)));
    let row = |name: &str, counts: [usize; 4]| {
        html! { <tr><th scope="row">{ name }</th>{ for counts.map(|count| html! { <td>{ count }</td> }) }</tr> }
    };
    let all: [usize; 4] = std::array::from_fn(|ballot| regions.iter().map(|region| region[ballot].len()).sum());
    html! {
        <>
            <table class="regions">
                <thead>
                    <tr>
                        <th scope="col">{ words.get(Word::Region) }</th>
                        { for BALLOTS.into_iter().enumerate().map(|(nth, ballot)| html! {
                            <th scope="col">{ super::mark(Some(ballot)) }<span>{ words.after(Word::Yes, nth) }</span></th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for regions.iter().enumerate().map(|(nth, region)| row(words.after(Word::Africa, nth), std::array::from_fn(|ballot| region[ballot].len()))) }
                    { row(words.get(Word::World), all) }
                </tbody>
            </table>
            <div class="tiles" onclick={on_press}>
                { for regions.iter().enumerate().map(|(nth, region)| html! {
                    <div>
                        <h4>{ words.after(Word::Africa, nth) }</h4>
                        <ul>{ for region.iter().enumerate().flat_map(|(ballot, who)| who.iter().map(move |country| (ballot, *country))).map(|(ballot, country)| {
                            let country = &record.countries[country];
                            let name = [&*country.name, ": ", words.after(Word::Yes, ballot)].concat();
                            html! {
                                <li data-ballot={BALLOTS[ballot].word()} data-iso={country.iso.clone()} data-followed={followed.contains(&country.iso).then_some("")}>
                                    <span role="img" aria-label={name.clone()} title={name} translate="no">{ &country.iso }</span>
                                </li>
                            }
                        }) }</ul>
                    </div>
                }) }
            </div>
        </>
    }
}
