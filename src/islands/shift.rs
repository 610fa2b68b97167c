//! What changed: the years below the staircase of Japan's role in Geneva and New York.
//!
//! Years are native radio buttons, and style sheets show the panel of the checked one and mark before and after, so
//! that the choice works without this code. What this code adds: Home and End, moving along the lanes with finger or
//! pointer held down, the year in the shared view, and what had been confirmed again by that year.

use super::Shared;
use crate::{
    dom::on_page,
    store::use_selector,
    view::{Action, Parameter},
};
use std::rc::Rc;
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

/// The years to choose from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// What the choice is called.
    pub legend: String,
    /// The year of the decision, which is shown first.
    pub decision: i16,
    /// The years in order.
    pub years: Vec<i16>,
}

/// The properties of [`Shift`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What all islands are given.
    pub shared: Shared,
    /// What to show.
    pub lanes: Rc<Lanes>,
}

/// The island.
#[component]
pub fn Shift(props: &Props) -> Html {
    let lanes = &*props.lanes;
    super::use_live(&props.shared);
    let store = props.shared.store.clone();
    let chosen = use_selector(&store, |view| view.year).unwrap_or(lanes.decision);
    use_effect_with(chosen, |chosen| mark_reached(*chosen));
    let choose = Callback::from(move |year: i16| store.dispatch(Action::Set(Parameter::Year, year.to_string())));
    let on_key = {
        let (choose, lanes) = (choose.clone(), Rc::clone(&props.lanes));
        Callback::from(move |event: KeyboardEvent| {
            let year = match event.key().as_str() {
                "Home" => lanes.years.first(),
                "End" => lanes.years.last(),
                _ => None,
            };
            if let Some(year) = year {
                event.prevent_default();
                focus(&event, *year);
                choose.emit(*year);
            }
        })
    };
    let on_move = {
        let choose = choose.clone();
        Callback::from(move |event: PointerEvent| {
            if event.buttons() & 1 == 1
                && let Some(year) = year_under(&event)
            {
                choose.emit(year);
            }
        })
    };
    html! {
        <form onkeydown={on_key} onpointermove={on_move}>
            <fieldset>
                <legend>{ &lanes.legend }</legend>
                { for lanes.years.iter().map(|year| year_choice(*year, lanes.decision, chosen)) }
            </fieldset>
        </form>
    }
}

/// A year: its radio button, below its steps in the drawing. What it says is described by its panel.
fn year_choice(year: i16, decision: i16, chosen: i16) -> Html {
    let written = year.to_string();
    let (century, rest) = written.split_at(2);
    html! {
        <label data-when={if year < decision { "before" } else if year == decision { "decision" } else { "after" }}>
            <input type="radio" name="year" value={written.clone()} checked={year == chosen} aria-describedby={format!("in-{written}")} />
            <span class="year" translate="no"><span class="century">{ century }</span><span>{ rest }</span></span>
        </label>
    }
}

/// Marks on the page what had been confirmed again by the chosen year. It stands outside the island, in prose.
fn mark_reached(chosen: i16) {
    for mark in on_page::<Element>("[data-since]") {
        let since = mark.get_attribute("data-since").and_then(|year| year.parse::<i16>().ok());
        // Only a mark for the eye, whose words stand beside it: no reason to stop.
        let _ = mark.toggle_attribute_with_force("data-reached", since.is_some_and(|since| since <= chosen));
    }
}

/// Moves the focus to the radio button of `year`, so that the arrow keys go on from there.
fn focus(event: &KeyboardEvent, year: i16) {
    let form = event.target_dyn_into::<Element>().and_then(|target| target.closest("form").ok().flatten());
    let radio = form.and_then(|form| form.query_selector(&format!("input[value='{year}']")).ok().flatten());
    if let Some(radio) = radio.and_then(|radio| radio.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused is no reason to stop.
        let _ = radio.focus();
    }
}

/// The year under the pointer. A finger's events all go to the place where it came down, so we look ourselves.
fn year_under(event: &PointerEvent) -> Option<i16> {
    let document = event.target_dyn_into::<Element>()?.owner_document()?;
    let under = document.element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    under.closest("[data-island='shift'] label").ok()??.query_selector("input").ok()??.get_attribute("value")?.parse().ok()
}
