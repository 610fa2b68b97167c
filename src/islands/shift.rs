//! The island with the years in the drawing of Japan's role in Geneva and New York. On wide screens the years overlay
//! the drawing. On narrow screens they are below the drawing.
//!
//! The years are native radio buttons. Style sheets show the panel of the checked year, so the choice works without
//! this code. This code adds the keys Home and End and the choice of a year by dragging. A checked radio button reaches
//! the shared view through `controls.rs`, like every native control.
//!
//! The before-and-after table also lists what the decision left unchanged. An entry may have the years in which a
//! measure was extended. This code marks each of these years up to and including the chosen year.

use super::Shared;
use crate::{
    dom::on_page,
    store::use_selector,
    view::{Action, Parameter},
};
use std::rc::Rc;
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

/// The years to choose from, with their legend and default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// The legend of the radio buttons.
    pub legend: String,
    /// The year of the decision, which is the default.
    pub decision: i16,
    /// The years, in ascending order.
    pub years: Vec<i16>,
}

/// The properties of [`Shift`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The properties that all islands have.
    pub shared: Shared,
    /// The years to choose from.
    pub lanes: Rc<Lanes>,
}

/// Renders the radio buttons for the years.
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

/// Renders the radio button of a year. Screen readers read the roles and the text in the panel of the year as the
/// description of the button.
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

/// Marks the years in which an unchanged measure was extended. The elements of these years are outside the island. Sets
/// `data-reached` on the elements of the years up to and including the chosen year. Removes it from the others.
fn mark_reached(chosen: i16) {
    for mark in on_page::<Element>("[data-since]") {
        let since = mark.get_attribute("data-since").and_then(|year| year.parse::<i16>().ok());
        // The mark is only visual, so a failure does not matter.
        let _ = mark.toggle_attribute_with_force("data-reached", since.is_some_and(|since| since <= chosen));
    }
}

/// Moves the focus to the radio button of `year`, so that the arrow keys continue from this button.
fn focus(event: &KeyboardEvent, year: i16) {
    let form = event.target_dyn_into::<Element>().and_then(|target| target.closest("form").ok().flatten());
    let radio = form.and_then(|form| form.query_selector(&format!("input[value='{year}']")).ok().flatten());
    if let Some(radio) = radio.and_then(|radio| radio.dyn_into::<HtmlElement>().ok()) {
        let _ = radio.focus();
    }
}

/// Returns the year under the pointer. The target of every event of a touch is the element where the touch began. So
/// this function looks up the element at the position of the pointer.
fn year_under(event: &PointerEvent) -> Option<i16> {
    let document = event.target_dyn_into::<Element>()?.owner_document()?;
    let under = document.element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    under.closest("[data-island='shift'] label").ok()??.query_selector("input").ok()??.get_attribute("value")?.parse().ok()
}
