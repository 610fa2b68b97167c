//! One timeline: its span of years, how many events are shown, and the way from event to event.
//!
//! Threads are native checkboxes, spans native radio buttons; style sheets hide what is not chosen. What this code
//! adds: a free span, the count, and steps by key and button. The events stand outside, in the list; one attribute a
//! year changes, and nothing is measured.

mod filter;

use crate::{
    dom::{on_page, set, within},
    store::{self, Store},
    view::ViewState,
};
use std::{cell::Cell, rc::Rc};
use web_sys::{Element, Event as DomEvent, HtmlElement, KeyboardEvent, js_sys::Function, wasm_bindgen::prelude::*};

pub use filter::{Event, Filter};

/// The events in the list.
const EVENTS: &str = ".years [data-threads]";

/// Makes the timeline follow the view: a function that shows the span and says how many events are shown.
pub fn follow(store: &Store) -> impl Fn(&ViewState) -> usize + use<> {
    let events: Rc<[Event]> = events().into();
    listen(store.clone(), Rc::clone(&events));
    move |view| {
        show_span(view.span);
        Filter::new(view, targeted()).shown(&events).count()
    }
}

/// The events, read from the list.
fn events() -> Vec<Event> {
    let in_year = |place: Element| {
        let year = year_of(&place);
        within(&place, "[data-threads]")
            .map(move |event: Element| Event::new(year, event.get_attribute("data-threads").unwrap_or_default().split(' ')))
    };
    on_page(".years > li").flat_map(in_year).collect()
}

/// Hides the years outside the span and marks the span in the overview.
fn show_span(span: Option<(i16, i16)>) {
    for place in on_page::<Element>(".years > li") {
        let outside = span.is_some_and(|(from, to)| !(from..=to).contains(&year_of(&place)));
        // Only attributes for the eye: no reason to stop.
        let _ = place.toggle_attribute_with_force("data-out", outside);
    }
    let (from, to) = span.unwrap_or((0, -1));
    for mark in on_page::<Element>(".threads rect") {
        set(&mark, "x", &from.to_string());
        set(&mark, "width", &(to - from + 1).to_string());
    }
}

/// The year of a place in the list of years.
fn year_of(place: &Element) -> i16 {
    place.id().strip_prefix('y').and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// The place in the list of the event that the address names.
fn targeted() -> Option<usize> {
    place_of(&on_page(".years [data-threads]:target").next()?)
}

/// The place in the list of an event.
fn place_of(event: &Element) -> Option<usize> {
    on_page::<Element>(EVENTS).position(|other| other == *event)
}

/// Listens to keys and buttons for as long as the page lives, to step from event to event: from the one that had the
/// focus last.
fn listen(store: Store, events: Rc<[Event]>) {
    let Some(place) = on_page::<Element>(".timeline").next() else { return };
    let here = Cell::new(None);
    let react = Closure::<dyn Fn(DomEvent)>::new(move |event: DomEvent| {
        if store::is_stopped() {
            return;
        }
        let around = |selector: &str| event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?;
        let forward = match event.type_().as_str() {
            "focusin" => {
                if let Some(around) = around(EVENTS) {
                    here.set(place_of(&around));
                }
                return;
            }
            "click" => around("button").map(|button| button.has_attribute("value")),
            _ => event.dyn_ref().and_then(|key| direction(key, around(".event-title").is_some())),
        };
        if let Some(forward) = forward {
            event.prevent_default();
            let filter = Filter::new(&store.view(), targeted());
            if let Some(next) = filter.next(&events, here.get(), forward) {
                focus(next);
            }
        }
    })
    .into_js_value();
    let react: &Function = react.unchecked_ref();
    // Without these listeners only the steps are missing.
    for name in ["focusin", "click", "keydown"] {
        let _ = place.add_event_listener_with_callback(name, react);
    }
}

/// Whether a key leads forward or back; arrows only do so on the title of an event.
fn direction(key: &KeyboardEvent, on_title: bool) -> Option<bool> {
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return None;
    }
    match key.key().as_str() {
        "j" => Some(true),
        "k" => Some(false),
        "ArrowDown" if on_title => Some(true),
        "ArrowUp" if on_title => Some(false),
        _ => None,
    }
}

/// Moves the focus to the title of an event.
fn focus(index: usize) {
    let title = on_page::<Element>(EVENTS).nth(index).and_then(|event| event.query_selector(".anchor").ok()?);
    if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused is no reason to stop.
        let _ = title.focus();
    }
}
