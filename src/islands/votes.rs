//! The UN resolution history: what the reader asks of the recorded votes.
//!
//! The controls and the table of resolutions are the page's own and work before this code is there. This is the
//! answer, made when it is asked for: countries followed through the votes, the chosen roll call as tiles and
//! counts, and who changed their vote. Everything is read from the page's table; nothing is compiled in.

pub mod build;
mod followed;
pub mod messages;
mod movers;
pub mod record;
mod roll_call;

use crate::{store, view::ViewState};
use build::add;
use messages::MessageKey;
use record::Record;
use roll_call::add_comparison;
pub use roll_call::add_roll_call;
use vocabulary::Ballot;
use web_sys::{Element, HtmlInputElement, wasm_bindgen::JsCast};

/// Ballots in the order in which they are drawn and counted everywhere.
const BALLOTS: [Ballot; 4] = [Ballot::Yes, Ballot::Abstain, Ballot::No, Ballot::Absent];

/// Answers what the reader asks from now on, in the places within `root`. Nothing here is rendered by comparing: a
/// component would weigh as much again as all of this, and browser translation cannot break it.
pub fn start(root: Element, record: &'static Record<'static>) {
    answer(&root, record, &store::current());
    // For as long as the page lives.
    std::mem::forget(store::subscribe(move |view| answer(&root, record, view)));
}

/// Fills the places with answers. Rebuilds an answer only when its question changes. So a control that the reader is using
/// stays in place.
fn answer(places: &Element, record: &Record<'_>, view: &ViewState) {
    let place = |class: &str, question: &str| {
        let place = places.query_selector(class).ok()??;
        let asked = place.get_attribute("data-question").unwrap_or_default() != question;
        asked.then(|| {
            // Where this fails, the answer is only made anew more often.
            let _ = place.set_attribute("data-question", question);
            place.set_text_content(None);
            place
        })
    };
    let [chosen, against] = [&view.resolution, &view.against].map(|id| record.vote(id));
    let [resolution, compared] = [&view.resolution, &view.against].map(|id| id.as_deref().unwrap_or_default());
    let codes = view.countries.concat();
    if let (Some(names), Some(tables)) = (place(".chips", &codes), place(".followed", &codes)) {
        let followed: Vec<usize> = view.countries.iter().filter_map(|iso| record.position(iso)).collect();
        followed::show_followed(&names, &tables, record, &followed);
    }
    if let Some(place) = place(".chosen", resolution) {
        show_row(&place, resolution);
        if chosen.is_none() && !resolution.is_empty() {
            add(&place, "p", &[], record.words.get(MessageKey::NoRoll));
        }
    }
    if let (Some(place), Some(chosen)) = (place(".roll-call", resolution), chosen) {
        add_roll_call(&place, record, chosen);
        add_comparison(&place, record, chosen);
    }
    if let Ok(Some(select)) = places.query_selector(".roll-call select") {
        // Selects have a value as inputs do.
        select.unchecked_ref::<HtmlInputElement>().set_value(compared);
    }
    if let (Some(place), Some(chosen), Some(against)) = (place(".movers", &[resolution, " ", compared].concat()), chosen, against) {
        movers::list_movers(&place, record, chosen, against);
    }
    let Ok(tiles) = places.query_selector_all("li") else { return };
    for tile in (0..tiles.length()).filter_map(|index| tiles.get(index)?.dyn_into::<Element>().ok()) {
        let followed = tile.get_attribute("data-iso").is_some_and(|iso| view.countries.contains(&iso));
        // Only a mark for the eye: the tables above say the same.
        let _ = tile.toggle_attribute_with_force("data-followed", followed);
    }
}

/// Shows the row of the page's table again, with its sources. Only its anchor has to stay the only one.
fn show_row(place: &Element, id: &str) -> Option<()> {
    let row = place.owner_document()?.get_element_by_id(&["resolution-", id].concat())?;
    let row: Element = row.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    row.remove_attribute("id").ok()?;
    add(&add(place, "table", &[], ""), "tbody", &[], "").append_child(&row).ok()?;
    Some(())
}
