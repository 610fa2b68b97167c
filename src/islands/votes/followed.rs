//! Up to three countries through all recorded votes: a table a body, a row a country, a column a vote.

use super::{BALLOTS, mark, record::Record, record::Resolution, words::Word};
use story::vocabulary::{Body, Vocabulary};
use yew::prelude::*;

/// The tables for the countries with these numbers in the list.
pub(super) fn followed(record: &Record, countries: &[usize]) -> Html {
    html! { <div class="followed">{ for Body::WORDS.iter().enumerate().map(|(nth, (word, body))| table(record, countries, nth, word, *body)) }</div> }
}

fn table(record: &Record, countries: &[usize], nth: usize, word: &'static str, body: Body) -> Html {
    // The page has the newest first; time runs from left to right here.
    let votes: Vec<&Resolution> = record.resolutions.iter().rev().filter(|vote| vote.body == body && vote.is_recorded()).collect();
    html! {
        <table data-body={word}>
            <caption>{ record.words.after(Word::Commission, nth) }</caption>
            <thead>
                <tr>
                    <td></td>
                    { for votes.iter().map(|vote| html! { <th scope="col" title={vote.symbol.clone()} translate="no">{ &vote.year }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for countries.iter().map(|country| html! {
                    <tr>
                        <th scope="row"><abbr title={record.countries[*country].name.clone()} translate="no">{ &record.countries[*country].iso }</abbr></th>
                        { for votes.iter().map(|vote| cell(record, vote, *country)) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn cell(record: &Record, vote: &Resolution, country: usize) -> Html {
    let ballot = vote.ballot(country);
    let nth = BALLOTS.iter().position(|known| Some(*known) == ballot).unwrap_or(Word::NotMember as usize);
    let word = record.words.after(Word::Yes, nth).to_owned();
    html! { <td title={word.clone()}>{ mark(ballot) }<span class="visually-hidden">{ word }</span></td> }
}
