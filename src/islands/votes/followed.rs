//! The ballots of the countries that the reader follows. Each body has a table with a row for each country and a column
//! for each vote.

use super::{
    ballot_mark::ballot_mark,
    messages::{Message, Phrase},
    record::{Country, Record},
};
use crate::{store::Store, view::Action};
use vocabulary::{Body, Vocabulary};
use yew::prelude::*;

/// Renders the countries with these codes, and the tables with their ballots. Beside each country is a button to stop
/// following this country.
pub fn followed(record: &Record, codes: &[AttrValue], store: &Store) -> Html {
    let countries: Vec<(usize, &Country)> =
        codes.iter().filter_map(|iso| record.position(iso)).map(|index| (index, &record.countries[index])).collect();
    let is_always_member = countries.iter().all(|(index, _)| record.votes.iter().all(|vote| vote.ballot(*index).is_some()));
    let names: Vec<&str> = countries.iter().map(|(_, country)| &*country.name).collect();
    html! {
        <>
            <ul class="chips" aria-live="polite">
                { for countries.iter().map(|(_, country)| {
                    let (store, iso) = (store.clone(), country.iso.clone());
                    html! {
                        <li key={&*country.iso}>
                            <span>{ &country.name }</span>
                            <button
                                type="button"
                                aria-label={[&*record.words.get(Phrase::Remove), &*country.name, &*record.words.get(Phrase::RemoveAfter)].concat()}
                                onclick={Callback::from(move |_| store.dispatch(Action::ToggleCountry(iso.to_string())))}
                            >{ "×" }</button>
                        </li>
                    }
                }) }
            </ul>
            if !countries.is_empty() {
                // On a narrow screen with large text, the tables scroll, so keyboards have to reach them.
                <div class="followed" tabindex="0" role="region" aria-label={names.join(" · ")}>
                    { for Body::ALL.iter().map(|body| table(record, *body, &countries)) }
                    if !is_always_member {
                        <p>{ ballot_mark(None) }<span>{ record.words.get(Phrase::NotMember) }</span></p>
                    }
                </div>
            }
        </>
    }
}

/// Renders the table with the ballots of `countries` in the votes of a body.
fn table(record: &Record, body: Body, countries: &[(usize, &Country)]) -> Html {
    html! {
        <table data-body={body.word()}>
            <caption>{ record.words.get(Message::Body(body)) }</caption>
            <thead>
                <tr>
                    <td></td>
                    { for record.votes_of(body).map(|vote| html! { <th scope="col" title={&vote.symbol}>{ &vote.year }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for countries.iter().map(|(index, country)| html! {
                    <tr key={&*country.iso}>
                        <th scope="row"><abbr title={&country.name} translate="no">{ &country.iso }</abbr></th>
                        { for record.votes_of(body).map(|vote| {
                            let ballot = vote.ballot(*index);
                            let word = record.words.ballot(ballot);
                            html! { <td title={&word}>{ ballot_mark(ballot) }<span class="visually-hidden">{ word }</span></td> }
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
