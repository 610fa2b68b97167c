//! The UN resolution history: what the reader asks of the recorded votes.
//!
//! The controls and the table of resolutions are the page's own and work before this code is there. This is the
//! answer, made when it is asked for: countries followed through the votes, the chosen roll call as tiles and
//! counts, and who changed their vote. Everything is read from the page's table; nothing is compiled in.

mod build;
mod followed;
mod movers;
pub mod record;
mod roll_call;
pub mod words;

use crate::{store, view::ViewState};
use build::add;
use record::{Record, Vote};
use std::rc::Rc;
use story::vocabulary::Ballot;
use web_sys::{Element, HtmlSelectElement, wasm_bindgen::JsCast};
use words::Word;
use yew::prelude::*;

/// Ballots in the order in which they are drawn and counted everywhere.
const BALLOTS: [Ballot; 4] = [Ballot::Yes, Ballot::Abstain, Ballot::No, Ballot::Absent];

/// The properties of [`Votes`].
#[derive(Clone, Properties)]
pub struct Props {
    /// The record to ask. Empty in the native rendering, which has no question to answer.
    pub record: Rc<Record>,
    /// Called once when the island is alive.
    #[prop_or_default]
    pub on_live: Callback<()>,
}

/// There is one record on a page, and it does not change.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.record, &other.record)
    }
}

/// The island: places for answers, which an effect fills.
#[component]
pub fn Votes(props: &Props) -> Html {
    let view = store::use_view();
    super::use_live(&props.on_live);
    let places = use_node_ref();
    use_effect_with(view, {
        let (record, places) = (Rc::clone(&props.record), places.clone());
        move |view| {
            if let Some(places) = places.cast() {
                answer(&places, &record, view);
            }
        }
    });
    html! {
        <div class="answers" ref={places}>
            <p class="said visually-hidden" role="status"></p>
            <ul class="chips" aria-live="polite"></ul>
            <div class="followed"></div>
            <div class="roll-call"></div>
            <dl class="movers" aria-live="polite"></dl>
        </div>
    }
}

/// Fills the places with answers. One is made anew when its question changes, and only then, so that what the reader
/// has in hand, such as the choice of a vote to compare with, stays.
fn answer(places: &Element, record: &Record, view: &ViewState) {
    let place = |class: &str, question: &[&str]| {
        let place = places.get_elements_by_class_name(class).item(0)?;
        let question = question.join(" ");
        let asked = place.get_attribute("data-question").unwrap_or_default() != question;
        asked.then(|| {
            // Where this fails, the answer is only made anew more often.
            let _ = place.set_attribute("data-question", &question);
            place.set_text_content(None);
            place
        })
    };
    let [chosen, against] = [&view.resolution, &view.against].map(|id| record.vote(id));
    let [resolution, compared] = [&view.resolution, &view.against].map(|id| id.as_deref().unwrap_or_default());
    let codes: Vec<&str> = view.countries.iter().map(String::as_str).collect();
    if let (Some(names), Some(tables)) = (place("chips", &codes), place("followed", &codes)) {
        let followed: Vec<usize> = codes.iter().filter_map(|iso| record.position(iso)).collect();
        followed::show_followed(&names, &tables, record, &followed);
    }
    if let Some(place) = place("roll-call", &[resolution]) {
        show_resolution(&place, record, resolution, chosen);
        if let (Some(said), Some(row)) = (places.first_element_child(), place.query_selector("tr").ok().flatten()) {
            // Symbol, body, and how it was adopted.
            let cells = row.children();
            let words: Vec<String> = (1..3).filter_map(|cell| cells.item(cell)?.text_content()).collect();
            said.set_text_content(Some(&words.join(": ")));
        }
    }
    if let (Some(place), Some(chosen), Some(against)) = (place("movers", &[resolution, compared]), chosen, against) {
        movers::list_movers(&place, record, chosen, against);
    }
    if let Some(select) = places.get_elements_by_tag_name("select").item(0).and_then(|select| select.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_value(compared);
    }
    let tiles = places.get_elements_by_tag_name("li");
    for tile in (0..tiles.length()).filter_map(|index| tiles.item(index)) {
        let followed = tile.get_attribute("data-iso").is_some_and(|iso| codes.contains(&&*iso));
        // Only a mark for the eye: the tables above say the same.
        let _ = tile.toggle_attribute_with_force("data-followed", followed);
    }
}

/// What there is to say on a resolution: the table's own row with its sources, and its roll call.
fn show_resolution(place: &Element, record: &Record, id: &str, vote: Option<&Vote>) -> Option<()> {
    let row = place.owner_document()?.get_element_by_id(&["resolution-", id].concat())?;
    let row: Element = row.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    // Only the anchor has to stay the only one.
    row.remove_attribute("id").ok()?;
    let table = add(place, "table", &[("class", "chosen")], "");
    add(&table, "tbody", &[], "").append_child(&row).ok()?;
    let Some(vote) = vote else {
        add(place, "p", &[], record.words.get(Word::NoRoll));
        return None;
    };
    roll_call::add_roll_call(place, record, vote);
    let label = add(place, "label", &[("class", "choice")], "");
    add(&label, "span", &[], record.words.get(Word::Against));
    let select = add(&label, "select", &[("name", "against"), ("autocomplete", "off")], "");
    add(&select, "option", &[("value", "")], record.words.get(Word::Nothing));
    for other in record.votes.iter().filter(|other| vote.compares_with(other)) {
        add(&select, "option", &[("value", &other.id)], &[&*other.year, " · ", &other.symbol].concat());
    }
    Some(())
}
