//! The island with the recorded votes.
//!
//! The table of resolutions works without this code. The select for a resolution is a native element outside the
//! island. The island shows the chosen roll call, the countries that the reader follows, and the countries that changed
//! their vote. It reads all facts from the page, so the WASM contains none of them.

mod ballot_mark;
mod comparison;
mod country_field;
mod country_record;
mod followed;
pub mod messages;
pub mod record;
mod roll_call;

pub use comparison::comparison;
pub use country_record::country_record;
pub use followed::followed;
pub use roll_call::{Pressing, roll_call};

use super::Shared;
use crate::store::use_selector;
use country_field::use_country_field;
use messages::Phrase;
use record::Record;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The properties of [`Votes`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The properties that all islands have.
    pub shared: Shared,
    /// The recorded votes.
    pub record: Rc<Record>,
    /// The relative address of the folder with the pages of the votes.
    pub pages: AttrValue,
}

/// Renders the recorded votes.
#[component]
pub fn Votes(props: &Props) -> Html {
    super::use_live(&props.shared);
    let (record, store) = (&props.record, &props.shared.store);
    let (resolution, compared, countries) =
        use_selector(store, |view| (view.resolution.clone(), view.against.clone(), view.countries.clone()));
    let read = use_state_eq(|| None::<AttrValue>);
    let id = resolution.unwrap_or_else(|| record.opens_on.to_string());
    let shown = record.vote(&id);
    let against = compared.as_deref().and_then(|id| record.vote(id));
    let countries: Rc<[AttrValue]> = countries.into_iter().map(AttrValue::from).collect();
    let pointed_at = (*read).clone().or_else(|| countries.last().cloned());
    let select = use_node_ref();
    // `url_sync` listens to the select of the comparison, as to all native controls. The island only sets its value.
    use_effect_with((select.clone(), id.clone(), compared.clone()), |(select, _, compared)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(compared.as_deref().unwrap_or_default());
        }
    });
    let is_live = use_state_eq(|| false);
    {
        let is_live = is_live.clone();
        use_effect_with((), move |()| is_live.set(true));
    }
    let field = use_country_field(record, &countries, store);
    let pressing = Pressing { store, followed: &countries, read, is_live: *is_live };
    html! {
        <>
            { field }
            { followed(record, &countries, store) }
            if let Some(vote) = shown {
                <p class="finding" role="status">
                    <a href={[&*props.pages, &*vote.id, "/"].concat()} translate="no" key={&*vote.id}>{ &vote.symbol }</a>
                    <span key={[&*vote.id, "-finding"].concat()}>{ &vote.finding }</span>
                </p>
                // `country_record` is sticky. It stays at the lower edge of the window while the tiles are in view.
                <div class="roll-call">
                    { roll_call(record, vote, Some(&pressing)) }
                    { country_record(record, vote.body, pointed_at.as_deref()) }
                </div>
                { comparison(record, vote, against, select) }
            } else {
                <p class="finding" role="status">
                    <span>{ record.words.get(Phrase::NoRoll) }</span>
                    <a href={["#resolution-", &*id].concat()}>{ record.words.get(Phrase::Details) }</a>
                </p>
            }
        </>
    }
}
