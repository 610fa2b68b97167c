//! Connects the page to the store: the cards, the address, and the native controls, which [`choices`] interprets.
//!
//! These work without this code, by HTML and CSS. This code carries what was chosen into the store, into the
//! address, and from the address back, and takes over what the reader did before it arrived.

use crate::choices::{self, votes};
use explainer::{
    islands::{elements::set, votes::record::Record},
    store,
    view::{Depth, ViewState},
};
use gloo::{
    events::{EventListener, EventListenerOptions, EventListenerPhase},
    timers::callback::Timeout,
    utils::{document, window},
};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDetailsElement, HtmlInputElement};

/// The cards whose state is part of a link.
const CARDS: &str = "details[id]";

/// The attribute of `<html>` with the address that the browser has refused to show; empty if it has not.
const ADDRESS: &str = "data-address";
/// Milliseconds after which a refused address is written again.
const AGAIN: u32 = 2_000;

thread_local! {
    /// Whether a refused address is going to be written again.
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Marks `<html>`, above all with how the app fares: `data-app` is `live` or `failed`.
pub(crate) fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        set(&root, name, value);
    }
}

/// Reads the state of this visit and keeps page, store and address in step from now on.
pub(crate) fn start(record: &'static Record<'static>) {
    let asked = from_address(record);
    let mut view = asked.clone();
    take_over_early_choices(record, &mut view);
    store::change(|current| *current = view.clone());
    show(None, &view);
    // The browser shows first what it does by itself: nobody waits for the rest to see that a press has been felt.
    store::tell_when(|tell| {
        Timeout::new(0, tell).forget();
    });
    let shown = RefCell::new(view.clone());
    std::mem::forget(store::subscribe(move |view| {
        show(Some(&shown.replace(view.clone())), view);
        write_address(view);
    }));
    if view != asked {
        write_address(&view);
    }
    listen("change", |event| {
        if let Some(input) = target::<HtmlInputElement>(event) {
            store::change(|view| choices::take(view, &input));
        }
    });
    listen("toggle", |event| {
        if let Some(card) = target::<HtmlDetailsElement>(event) {
            card_toggled(&card);
        }
    });
    listen("click", |event| {
        if let Some(link) = target::<Element>(event).and_then(|place| place.closest("a[hreflang]").ok()?) {
            keep_view(&link);
        }
    });
    votes::start(record);
    EventListener::new(&window(), "popstate", move |_| store::change(|view| *view = from_address(record))).forget();
    EventListener::new(&window(), "hashchange", |_| {
        reveal_target();
        // What the address leads to is shown whatever is chosen, so there may be more to see now.
        store::tell();
    })
    .forget();
    reveal_target();
}

/// The state that the address asks for, as far as this page has it.
fn from_address(record: &Record<'_>) -> ViewState {
    let mut view = ViewState::parse(&query());
    view.keep(has);
    record.settle(&mut view);
    // The year of the decision is what is shown without asking.
    view.year.take_if(|year| has(&format!("[data-when='decision'] [value='{year}']")));
    // Likewise the first of the counts.
    let first = document().query_selector("[name='count']").ok().flatten().and_then(|radio| radio.get_attribute("value"));
    view.count.take_if(|count| first.as_ref() == Some(count));
    view
}

fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Applies what the reader chose before the app started. It takes precedence over the address.
fn take_over_early_choices(record: &Record<'_>, view: &mut ViewState) {
    // What the address asked for was there before the app, marked, so the reader may have taken it back. What was chosen in the
    // place of a year or a depth comes below, unless it is what the page shows without asking.
    for input in elements::<HtmlInputElement>("input[data-asked]:not(:checked)") {
        if input.name() == "year" {
            view.year = None;
        } else {
            view.set_depth(Depth::default());
        }
    }
    for card in elements::<HtmlDetailsElement>("[data-asked]:not([open])") {
        view.set_open(&card.id(), false);
    }
    for input in elements::<HtmlInputElement>("input:checked").filter(|input| !input.default_checked()) {
        match input.name().as_str() {
            "year" => view.year = input.value().parse().ok(),
            "count" => view.count = Some(input.value()),
            _ => choices::take(view, &input),
        }
    }
    votes::take_over(record, view);
    for card in elements::<HtmlDetailsElement>(CARDS).filter(HtmlDetailsElement::open) {
        view.set_open(&card.id(), true);
    }
}

/// Updates controls and cards to match `view`. Skips what is the same in `before`, because the reader may have changed
/// it in the meantime.
fn show(before: Option<&ViewState>, view: &ViewState) {
    let controls = |view: &ViewState| ViewState { switched: Vec::new(), ..view.clone() };
    if before.map(controls) != Some(controls(view)) {
        elements("input").for_each(|input| choices::show(view, &input));
        votes::show(view);
    }
    for card in elements::<HtmlDetailsElement>(CARDS) {
        let id = card.id();
        let open = view.is_open(&id);
        if before.map(|before| before.is_open(&id)) != Some(open) && card.open() != open {
            card.set_open(open);
        }
    }
}

/// A card was opened or closed, by the reader, by find-in-page or by [`show`].
fn card_toggled(card: &HtmlDetailsElement) {
    if card.id().is_empty() {
        return;
    }
    store::change(|view| view.set_open(&card.id(), card.open()));
    if card.open() {
        settle(card);
    }
}

/// Makes the browser lay out the whole content of an opened card, as if the address had opened it. At first only the
/// nearby content is laid out (`style/near.css`). But links lead past the card, and the card must have the same height
/// after a reload.
fn settle(card: &HtmlDetailsElement) {
    /// Milliseconds. Where many are opened at once, one comes after the other.
    const APART: u32 = 100;
    let before = elements::<HtmlDetailsElement>(CARDS).take_while(|other| other != card).filter(HtmlDetailsElement::open).count();
    let card = card.clone();
    Timeout::new(APART * (1 + before as u32), move || set(&card, "data-asked", "true")).forget();
}

/// Puts the state into the address, so that a copied link shows the same.
fn write_address(view: &ViewState) {
    let location = window().location();
    let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) else { return };
    let address = address(&path, view, &hash);
    let written = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    // Safari refuses more than 100 calls in 30 seconds. What is shared meanwhile is taken from this mark.
    mark(ADDRESS, if written.is_err() { &address } else { "" });
    if written.is_err() && !WAITING.replace(true) {
        Timeout::new(AGAIN, || {
            WAITING.set(false);
            write_address(&store::current());
        })
        .forget();
    }
}

/// The address of `view` on the page at `path`.
fn address(path: &str, view: &ViewState, hash: &str) -> String {
    let query = view.serialise(&query());
    [path, if query.is_empty() { "" } else { "?" }, &query, hash].concat()
}

/// A link to the same page in another language leads to the same state and the same place.
fn keep_view(link: &Element) {
    let Some(href) = link.get_attribute("href") else { return };
    let path = href.split(['?', '#']).next().unwrap_or_default();
    // The last one that begins above the upper third of the window is what is being read.
    let read = |place: &Element| {
        place.get_bounding_client_rect().top() < window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() / 3.0
    };
    let place = elements::<Element>("main > [id]").take_while(|place| read(place)).last();
    let hash = place.map(|place| ["#", &place.id()].concat()).unwrap_or_default();
    let _ = link.set_attribute("href", &address(path, &store::current(), &hash));
}

/// Opens the cards around the place that the fragment names, and a depth at which it can be seen.
fn reveal_target() {
    let Some(id) = window().location().hash().ok().and_then(|hash| hash.strip_prefix('#').map(str::to_owned)) else { return };
    let Some(place) = document().get_element_by_id(&id) else { return };
    let mut hidden = false;
    let mut around = Some(place.clone());
    while let Some(element) = around {
        if let Some(card) = element.dyn_ref::<HtmlDetailsElement>() {
            hidden |= !card.open();
            card.set_open(true);
            // Noted now, also where the browser has opened it: the event comes later, and what is shown anew before
            // would close the card again.
            card_toggled(card);
        }
        around = element.parent_element();
    }
    if hidden {
        place.scroll_into_view();
    }
}

/// Listens on the whole document, in the capture phase: `toggle` does not bubble.
pub(crate) fn listen(name: &'static str, react: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(&document(), name, options, move |event| {
        if !store::is_stopped() {
            react(event);
        }
    })
    .forget();
}

pub(crate) fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// Whether a selector names an element of the page.
pub(crate) fn has(selector: &str) -> bool {
    document().query_selector(selector).is_ok_and(|found| found.is_some())
}

/// The elements that a selector names.
pub(crate) fn elements<T: JsCast>(selector: &str) -> impl Iterator<Item = T> {
    let found = document().query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, |list| list.length());
    (0..count).filter_map(move |index| found.as_ref()?.get(index)?.dyn_into::<Element>().ok()?.dyn_into().ok())
}
