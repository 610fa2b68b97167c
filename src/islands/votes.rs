//! The UN resolution history: what the reader asks of the recorded votes.
//!
//! The controls and the table of resolutions are the page's own and work before this code is there. This is the
//! answer, made when it is asked for: countries followed through the votes, the chosen roll call as tiles and
//! counts, and who changed their vote. Everything is read from the page's table; nothing is compiled in.

mod followed;
mod movers;
pub mod record;
mod roll_call;
pub mod words;

use crate::store;
use record::{Record, Resolution, toggle_country};
use std::rc::Rc;
use story::vocabulary::{Ballot, Vocabulary};
use web_sys::{Element, HtmlSelectElement, wasm_bindgen::JsCast};
use words::Word;
use yew::prelude::*;

/// Ballots in the order in which they are drawn and counted everywhere.
const BALLOTS: [Ballot; 4] = [Ballot::Yes, Ballot::Abstain, Ballot::No, Ballot::Absent];

/// The properties of [`Votes`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The record to ask. Empty in the native rendering, which has no question to answer.
    pub record: Rc<Record>,
    /// Called once when the island is alive.
    #[prop_or_default]
    pub on_live: Callback<()>,
}

/// The island.
#[component]
pub fn Votes(props: &Props) -> Html {
    let record = &*props.record;
    let view = store::use_view();
    super::use_live(&props.on_live);
    let (chosen, against) = record.chosen(&view);
    let row = use_memo(view.resolution.clone(), |id| id.as_ref().and_then(|id| row_again(id)));
    let countries: Vec<usize> = view.countries.iter().filter_map(|iso| record.position(iso)).collect();
    let on_press = Callback::from(|event: MouseEvent| {
        let pressed = event.target_dyn_into::<Element>().and_then(|pressed| pressed.closest("[data-iso]").ok()?);
        if let Some(iso) = pressed.and_then(|pressed| pressed.get_attribute("data-iso")) {
            store::change(|view| toggle_country(view, &iso));
        }
    });
    html! {
        <>
            <p class="visually-hidden" role="status">
                if let Some(chosen) = chosen {
                    <span>{ [&*chosen.symbol, ": ", &chosen.adopted].concat() }</span>
                }
            </p>
            <ul class="chips" aria-live="polite" onclick={on_press.clone()}>
                { for countries.iter().map(|country| chip(record, *country)) }
            </ul>
            if !countries.is_empty() {
                { followed::followed(record, &countries) }
            }
            if let Some(chosen) = chosen {
                <section class="roll-call" aria-label={chosen.symbol.clone()}>
                    <table class="chosen"><tbody>{ (*row).clone() }</tbody></table>
                    if chosen.is_recorded() {
                        { comparison(record, chosen, against) }
                        { roll_call::roll_call(record, chosen, &view.countries, on_press) }
                    } else {
                        <p>{ record.words.get(Word::NoRoll) }</p>
                    }
                </section>
            }
        </>
    }
}

/// The mark for a ballot, or for the lack of one. Decoration: the word for it stands beside it.
fn mark(ballot: Option<Ballot>) -> Html {
    html! { <i class="ballot" data-ballot={ballot.map_or("none", Vocabulary::word)} aria-hidden="true"></i> }
}

/// The table's own row again, with its sources; only its anchor stays unique.
fn row_again(id: &str) -> Option<Html> {
    let row = web_sys::window()?.document()?.get_element_by_id(&["resolution-", id].concat())?;
    let row: Element = row.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    row.remove_attribute("id").ok()?;
    Some(Html::VRef(row.into()))
}

/// A country that is followed, and the way to stop.
fn chip(record: &Record, country: usize) -> Html {
    let country = &record.countries[country];
    html! {
        <li key={country.iso.clone()}>
            <span>{ &country.name }</span>
            <button type="button" data-iso={country.iso.clone()} aria-label={[record.words.get(Word::Remove), " ", &country.name].concat()}>{ "×" }</button>
        </li>
    }
}

/// The choice of another vote of the same body, and who voted differently on it.
fn comparison(record: &Record, chosen: &Resolution, against: Option<&Resolution>) -> Html {
    let on_change = Callback::from(|event: Event| {
        let id = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).filter(|id| !id.is_empty());
        store::change(|view| view.against = id);
    });
    html! {
        <>
            <label class="choice">
                <span>{ record.words.get(Word::Against) }</span>
                <select name="against" autocomplete="off" onchange={on_change}>
                    <option value="" selected={against.is_none()}>{ record.words.get(Word::Nothing) }</option>
                    { for record.resolutions.iter().filter(|other| chosen.compares_with(other)).map(|other| html! {
                        <option value={other.id.clone()} selected={against == Some(other)}>{ [&*other.year, " · ", &other.symbol].concat() }</option>
                    }) }
                </select>
            </label>
            if let Some(against) = against {
                { movers::movers_list(record, chosen, against) }
            }
        </>
    }
}
