//! The reader's hand on the controls of the recorded votes: bodies, resolution, country, and the guesses.

use super::{elements, listen, target};
use explainer::{
    islands::votes::record::{Record, toggle_country},
    store,
    view::ViewState,
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use std::rc::Rc;
use story::vocabulary::{Body, Vocabulary};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, InputEvent, wasm_bindgen::JsCast};

/// The select of resolutions. The island has another for comparing.
const RESOLUTION: &str = "select[name='resolution']";
const COUNTRY: &str = "input[name='country']";

/// Listens to the controls from now on.
pub(super) fn start(record: &Rc<Record>) {
    let changed = Rc::clone(record);
    listen("change", move |event| {
        if let Some(select) = target::<HtmlSelectElement>(event).filter(|select| select.name() == "resolution") {
            choose(&changed, &select.value());
        } else if let Some(input) = target::<HtmlInputElement>(event) {
            match &*input.name() {
                "body" => store::change(|view| show_body(view, &input)),
                "country" => follow(&changed, &input),
                _ => {}
            }
        }
    });
    let typed = Rc::clone(record);
    listen("input", move |event| {
        let Some(input) = target::<HtmlInputElement>(event) else { return };
        match &*input.name() {
            // Taken from the list, not typed: need not wait for Enter.
            "country" if event.dyn_ref::<InputEvent>().is_none_or(|event| event.input_type() == "insertReplacementText") => {
                follow(&typed, &input);
            }
            "country" => input.set_custom_validity(""),
            "guess" => {
                if let Some(output) = input.previous_element_sibling() {
                    output.set_text_content(Some(&input.value()));
                }
            }
            _ => {}
        }
    });
    // Without script these lead to the row of the table.
    let pressed = Rc::clone(record);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let link = target::<Element>(event).and_then(|pressed| pressed.closest(".vote-bars a").ok()?);
        if let Some(id) = link.as_ref().and_then(resolution_of) {
            event.prevent_default();
            choose(&pressed, &id);
            if let Some(explorer) = document().get_element_by_id("roll-call") {
                explorer.scroll_into_view();
            }
        }
    })
    .forget();
}

/// What was chosen before the app arrived.
pub(super) fn take_over(record: &Record, view: &mut ViewState) {
    elements::<HtmlInputElement>("input[name='body']:checked").for_each(|input| show_body(view, &input));
    for select in elements::<HtmlSelectElement>(RESOLUTION).filter(|select| !select.value().is_empty()) {
        view.resolution = Some(select.value());
    }
    for input in elements::<HtmlInputElement>(COUNTRY) {
        if let Some(country) = record.find(&input.value()) {
            toggle_country(view, &country.iso);
            input.set_value("");
        }
    }
}

/// Brings the controls, and the marks of the chosen vote, into the state of `view`.
pub(super) fn show(view: &ViewState) {
    for input in elements::<HtmlInputElement>("input[name='body']") {
        input.set_checked(Body::parse(&input.value()).is_some_and(|body| view.bodies.contains(&body)));
    }
    let chosen = view.resolution.as_deref();
    for select in elements::<HtmlSelectElement>(RESOLUTION) {
        select.set_value(chosen.unwrap_or_default());
    }
    for link in elements::<Element>(".vote-bars a") {
        let current = chosen.is_some() && resolution_of(&link).as_deref() == chosen;
        // The select says the same: no reason to stop.
        let _ = link.set_attribute("aria-current", if current { "true" } else { "false" });
    }
}

/// The resolution that a bar's link leads to.
fn resolution_of(link: &Element) -> Option<String> {
    link.get_attribute("href")?.strip_prefix("#resolution-").map(str::to_owned)
}

fn choose(record: &Record, id: &str) {
    store::change(|view| {
        view.resolution = (!id.is_empty()).then(|| id.to_owned());
        record.settle(view);
    });
}

fn show_body(view: &mut ViewState, input: &HtmlInputElement) {
    if let Some(body) = Body::parse(&input.value()) {
        if input.checked() {
            view.bodies.insert(body)
        } else {
            view.bodies.remove(&body)
        };
    }
}

/// Follows the country that was written, or says that it is none.
fn follow(record: &Record, input: &HtmlInputElement) {
    let found = record.find(&input.value());
    let unknown = found.is_none() && !input.value().is_empty();
    input.set_custom_validity(&if unknown { input.get_attribute("data-unknown").unwrap_or_default() } else { String::new() });
    if let Some(country) = found {
        input.set_value("");
        store::change(|view| {
            if !view.countries.contains(&country.iso) {
                toggle_country(view, &country.iso);
            }
        });
    } else if unknown {
        input.report_validity();
    }
}
