//! Filters the timeline by any span of years. Counts the events that are shown. Moves the focus from event to event.
//!
//! Threads are native checkboxes, and the offered spans are native radio buttons. Style sheets hide
//! the events that do not match. This code adds the choice of any other span, the count, and the
//! keys and buttons that move the focus. To filter the list by years, it sets an attribute on each
//! year outside the span. It does not measure the layout.

mod shown_events;

use crate::{
    dom::{on_page, set, within},
    store::{self, Store},
    view::ViewState,
};
use std::{cell::Cell, rc::Rc};
use web_sys::{Element, Event as DomEvent, HtmlElement, KeyboardEvent, js_sys::Function, wasm_bindgen::prelude::*};

pub use shown_events::{Event, Filter};

/// A selector for the events in the list of years.
const EVENTS: &str = ".years [data-threads]";

/// Adds the listeners of the timeline. Returns a function that updates the timeline from a view and counts the events
/// that are shown.
pub fn follow(store: &Store) -> impl Fn(&ViewState) -> usize + use<> {
    let events: Rc<[Event]> = events().into();
    listen(store.clone(), Rc::clone(&events));
    move |view| {
        show_span(view.span);
        Filter::new(view, target_index()).shown(&events).count()
    }
}

fn events() -> Vec<Event> {
    let in_year = |item: Element| {
        let year = year_of(&item);
        within(&item, "[data-threads]")
            .map(move |event: Element| Event::new(year, event.get_attribute("data-threads").unwrap_or_default().split(' ')))
    };
    on_page(".years > li").flat_map(in_year).collect()
}

/// Sets `data-out` on the years outside the span, so that a style sheet hides them. Also marks the span in the
/// timeline's figure.
fn show_span(span: Option<(i16, i16)>) {
    for item in on_page::<Element>(".years > li") {
        let outside = span.is_some_and(|(from, to)| !(from..=to).contains(&year_of(&item)));
        // The call fails only for an invalid name, and this name is a literal.
        let _ = item.toggle_attribute_with_force("data-out", outside);
    }
    let (from, to) = span.unwrap_or((0, -1));
    for mark in on_page::<Element>(".threads rect") {
        set(&mark, "x", &from.to_string());
        set(&mark, "width", &(to - from + 1).to_string());
    }
}

fn year_of(item: &Element) -> i16 {
    item.id().strip_prefix('y').and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// Returns the index of the event that the fragment of the address names.
fn target_index() -> Option<usize> {
    index_of(&on_page(".years [data-threads]:target").next()?)
}

/// Returns the index of `event` among all events.
fn index_of(event: &Element) -> Option<usize> {
    on_page::<Element>(EVENTS).position(|other| other == *event)
}

/// Adds listeners for the keys and buttons that move the focus from event to event. Each step starts at the event that
/// had the focus last.
fn listen(store: Store, events: Rc<[Event]>) {
    let Some(timeline) = on_page::<Element>(".timeline").next() else { return };
    let here = Cell::new(None);
    let react = Closure::<dyn Fn(DomEvent)>::new(move |event: DomEvent| {
        if store::is_stopped() {
            return;
        }
        let around = |selector: &str| event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?;
        let forward = match event.type_().as_str() {
            "focusin" => {
                if let Some(focused) = around(EVENTS) {
                    here.set(index_of(&focused));
                }
                return;
            }
            "click" => around("button").map(|button| button.has_attribute("value")),
            _ => event.dyn_ref().and_then(|key| direction(key, around(".event-title").is_some())),
        };
        if let Some(forward) = forward {
            event.prevent_default();
            let filter = Filter::new(&store.view(), target_index());
            if let Some(next) = filter.next(&events, here.get(), forward) {
                focus(next);
            }
        }
    })
    .into_js_value();
    let react: &Function = react.unchecked_ref();
    // If a listener cannot be added, only the movement of the focus does not work.
    for name in ["focusin", "click", "keydown"] {
        let _ = timeline.add_event_listener_with_callback(name, react);
    }
}

/// Returns whether a key moves the focus forward (`true`) or back (`false`). Returns `None` for other keys, and if
/// Ctrl, Alt or Meta is pressed. The arrow keys move the focus only from the title of an event.
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

/// Moves the focus to the title of the event with this index.
fn focus(index: usize) {
    let title = on_page::<Element>(EVENTS).nth(index).and_then(|event| event.query_selector(".anchor").ok()?);
    if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
        let _ = title.focus();
    }
}
