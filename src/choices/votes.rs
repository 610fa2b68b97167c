//! The native controls of the recorded votes: bodies, resolution, country. An island shows the answers.

use crate::url_sync::{elements, listen, target};
use explainer::{
    islands::{
        elements::set,
        votes::record::{Country, Record, toggle_country},
    },
    store,
    view::ViewState,
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use web_sys::js_sys::JsString;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, wasm_bindgen::JsCast};

const COUNTRY: &str = "input[name='country']";
/// The links of the recorded votes, and in the island what stands for a country.
const PRESSED: &str = ".vote-bars a, [data-iso]";

/// Listens to the controls from now on.
pub(crate) fn start(record: &'static Record<'static>) {
    listen("change", move |event| {
        let Some(control) = control(event) else { return };
        match &*control.name() {
            "body" => store::change(show_checked),
            "country" => follow(record, &control, true),
            name @ ("resolution" | "against") => choose(record, name == "against", control.value()),
            _ => {}
        }
    });
    listen("input", move |event| {
        let Some(control) = control(event) else { return };
        match &*control.name() {
            // Taken from the list, which gives the code too: need not wait for Enter.
            "country" if control.value().ends_with(')') => follow(record, &control, true),
            "country" => control.set_custom_validity(""),
            _ => {}
        }
    });
    // In WebKit, Enter closes the browser's suggestions and tells of no change. It may also end what an input method
    // composes, so that nothing is said of what is no country.
    listen("keyup", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Enter")
            && let Some(control) = target::<HtmlInputElement>(event).filter(|control| control.name() == "country")
        {
            follow(record, &control, false);
        }
    });
    // Without script these links lead to the rows of the table.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let Some(place) = target::<Element>(event).and_then(|place| place.closest(PRESSED).ok()?) else { return };
        if let Some(iso) = place.get_attribute("data-iso") {
            store::change(|view| toggle_country(view, &iso));
        } else if let Some(id) = resolution_of(&place) {
            event.prevent_default();
            choose(record, false, id);
            if let Some(explorer) = document().get_element_by_id("roll-call") {
                explorer.scroll_into_view();
            }
        }
    })
    .forget();
}

/// What was chosen before the app arrived.
pub(crate) fn take_over(record: &Record<'_>, view: &mut ViewState) {
    if elements::<HtmlInputElement>("input[name='body']:checked").next().is_some() {
        show_checked(view);
    }
    if let Some(id) = resolutions().map(|select| select.value()).filter(|id| !id.is_empty()) {
        view.resolution = Some(id);
    }
    for input in elements::<HtmlInputElement>(COUNTRY) {
        if let Some(country) = find(record, &input) {
            toggle_country(view, country.iso);
            input.set_value("");
        }
    }
}

/// Brings the choice of a resolution, and the marks of the chosen vote, into the state of `view`.
pub(crate) fn show(view: &ViewState) {
    let chosen = view.resolution.as_deref();
    if let Some(select) = resolutions() {
        select.set_value(chosen.unwrap_or_default());
    }
    for link in elements::<Element>(".vote-bars a") {
        let current = chosen.is_some() && resolution_of(&link).as_deref() == chosen;
        set(&link, "aria-current", if current { "true" } else { "false" });
    }
}

/// The control that an event comes from. Selects have name and value as inputs do, and that is all that is asked of them.
fn control(event: &Event) -> Option<HtmlInputElement> {
    event.target().map(JsCast::unchecked_into)
}

/// The select of resolutions. The island has another for comparing.
fn resolutions() -> Option<HtmlInputElement> {
    document().query_selector("select[name='resolution']").ok()?.map(JsCast::unchecked_into)
}

/// The resolution that the link of a vote leads to.
fn resolution_of(link: &Element) -> Option<String> {
    link.get_attribute("href")?.strip_prefix("#resolution-").map(str::to_owned)
}

/// Shows the resolution with that id, or compares with it.
fn choose(record: &Record<'_>, compares: bool, id: String) {
    store::change(|view| {
        *(if compares { &mut view.against } else { &mut view.resolution }) = Some(id).filter(|id| !id.is_empty());
        record.settle(view);
    });
}

/// Shows the bodies that are checked. The words of the controls are those of the address.
fn show_checked(view: &mut ViewState) {
    let mut query = "body=".to_owned();
    for input in elements::<HtmlInputElement>("input[name='body']:checked") {
        query.push_str(&input.value());
        query.push('.');
    }
    view.bodies = ViewState::parse(&query).bodies;
}

/// The country that was written.
fn find<'a>(record: &'a Record<'_>, input: &HtmlInputElement) -> Option<&'a Country<'a>> {
    record.find(&input.value(), |text| JsString::from(text).normalize("NFKD").as_string().unwrap_or_default())
}

/// Follows the country that was written; where it is none, `says` so or leaves all as it was.
fn follow(record: &Record<'_>, input: &HtmlInputElement, says: bool) {
    let found = find(record, input);
    let unknown = found.is_none() && !input.value().is_empty();
    if says || !unknown {
        input.set_custom_validity(&if unknown { input.get_attribute("data-unknown").unwrap_or_default() } else { String::new() });
    }
    if let Some(country) = found {
        input.set_value("");
        store::change(|view| {
            if !view.countries.iter().any(|iso| iso == country.iso) {
                toggle_country(view, country.iso);
            }
        });
    } else if unknown {
        input.report_validity();
    }
}
