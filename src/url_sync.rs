//! Connects the page to the store: the cards, the address, and the native controls.
//!
//! These work without this code, by HTML and CSS. This code carries what was chosen into the store, into the
//! address, and from the address back, and takes over what the reader did before it arrived.

use crate::controls;
use explainer::{
    dom::{has, on_page, set},
    islands::votes::record::Record,
    store::{self, Rules, Store},
    view::{Action, Parameter, ViewState},
};
use gloo::{
    events::{EventListener, EventListenerOptions, EventListenerPhase},
    timers::callback::Timeout,
    utils::{document, window},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDetailsElement, HtmlInputElement, HtmlSelectElement};

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

/// Reads the state of this visit into a store, and keeps page, store and address in step from now on.
pub(crate) fn start(record: Rc<Record>) -> Store {
    let rules = Rules {
        settle: Rc::new(move |view| settle(&record, view)),
        // The browser shows first what it does by itself: nobody waits for the rest to see that a press has been felt.
        when: |tell| {
            Timeout::new(0, tell).forget();
        },
    };
    let store = Store::new(rules, asked_for());
    let asked = store.view();
    take_over_early_choices(&store);
    let view = store.view();
    show(None, &view);
    let shown = RefCell::new(view.clone());
    let writer = store.clone();
    std::mem::forget(store.subscribe(move |view| {
        show(Some(&shown.replace(view.clone())), view);
        write_address(&writer);
    }));
    if view != asked {
        write_address(&store);
    }
    listen(&store, "change", |store, event| {
        if let Some(action) = target::<Element>(event).and_then(|control| controls::action(&store.view(), &control)) {
            store.dispatch(action);
        }
    });
    listen(&store, "toggle", |store, event| {
        if let Some(card) = target::<HtmlDetailsElement>(event) {
            card_toggled(store, &card);
        }
    });
    listen(&store, "click", |store, event| {
        if let Some(link) = target::<Element>(event).and_then(|place| place.closest("a[hreflang]").ok()?) {
            keep_view(store, &link);
        }
    });
    show_resolutions_here(&store);
    let again = store.clone();
    EventListener::new(&window(), "popstate", move |_| again.dispatch(Action::Show(asked_for()))).forget();
    let revealed = store.clone();
    EventListener::new(&window(), "hashchange", move |_| {
        reveal_target(&revealed);
        // What the address leads to is shown whatever is chosen, so there may be more to see now.
        revealed.tell();
    })
    .forget();
    reveal_target(&store);
    store
}

/// The state that the address asks for.
fn asked_for() -> ViewState {
    ViewState::parse(&query())
}

/// Drops what this page does not have, and what it shows without asking.
fn settle(record: &Record, view: &mut ViewState) {
    view.keep(has);
    record.settle(view);
    let is_default = |name: &str, value: &str| has(&["[name='", name, "'][value='", value, "'][checked]"].concat());
    view.year.take_if(|year| is_default("year", &year.to_string()));
    view.count.take_if(|count| is_default("count", count));
}

/// Links to resolutions show their roll calls. Without this code they lead to the rows of the table.
fn show_resolutions_here(store: &Store) {
    let store = store.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let link = target::<Element>(event).and_then(|place| place.closest(controls::RESOLUTION_LINKS).ok()?);
        let (Some(id), Some(roll_call)) = (link.and_then(|link| controls::resolution_of(&link)), document().get_element_by_id("roll-call"))
        else {
            return;
        };
        if !store::is_stopped() {
            event.prevent_default();
            store.dispatch(Action::Set(Parameter::Resolution, id));
            roll_call.scroll_into_view();
        }
    })
    .forget();
}

fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Applies what the reader chose before the app started. It takes precedence over the address.
fn take_over_early_choices(store: &Store) {
    // What the address asked for was there before the app, marked, so the reader may have taken it back. What was chosen in the
    // place of a year or a depth comes below, unless it is what the page shows without asking.
    for input in on_page::<HtmlInputElement>("input[data-asked]:not(:checked)") {
        if let Some(parameter) = Parameter::named(&input.name()) {
            store.dispatch(Action::Set(parameter, String::new()));
        }
    }
    for card in on_page::<HtmlDetailsElement>("[data-asked]:not([open])") {
        store.dispatch(Action::SetCard(card.id(), false));
    }
    let checked = on_page::<HtmlInputElement>("input:checked").filter(|input| !input.default_checked()).map(Element::from);
    let selected =
        on_page::<HtmlSelectElement>("select").filter(|select| select.value() != controls::default_of(select)).map(Element::from);
    for control in checked.chain(selected) {
        if let Some(action) = controls::action(&store.view(), &control) {
            store.dispatch(action);
        }
    }
    for card in on_page::<HtmlDetailsElement>(CARDS).filter(HtmlDetailsElement::open) {
        store.dispatch(Action::SetCard(card.id(), true));
    }
}

/// Updates controls and cards to match `view`. Skips what is the same in `before`, because the reader may have changed
/// it in the meantime.
fn show(before: Option<&ViewState>, view: &ViewState) {
    let choices = |view: &ViewState| ViewState { switched: Vec::new(), ..view.clone() };
    if before.map(choices) != Some(choices(view)) {
        controls::show(view);
    }
    for card in on_page::<HtmlDetailsElement>(CARDS) {
        let id = card.id();
        let open = view.is_open(&id);
        if before.map(|before| before.is_open(&id)) != Some(open) && card.open() != open {
            card.set_open(open);
        }
    }
}

/// A card was opened or closed, by the reader, by find-in-page or by [`show`].
fn card_toggled(store: &Store, card: &HtmlDetailsElement) {
    if card.id().is_empty() {
        return;
    }
    store.dispatch(Action::SetCard(card.id(), card.open()));
    if card.open() {
        settle_height(card);
    }
}

/// Makes the browser lay out the whole content of an opened card, as if the address had opened it. At first only the
/// nearby content is laid out (`style/near.css`). But links lead past the card, and the card must have the same height
/// after a reload.
fn settle_height(card: &HtmlDetailsElement) {
    /// Milliseconds. Where many are opened at once, one comes after the other.
    const APART: u32 = 100;
    let before = on_page::<HtmlDetailsElement>(CARDS).take_while(|other| other != card).filter(HtmlDetailsElement::open).count();
    let card = card.clone();
    Timeout::new(APART * (1 + before as u32), move || set(&card, "data-asked", "true")).forget();
}

/// Puts the state into the address, so that a copied link shows the same.
fn write_address(store: &Store) {
    let location = window().location();
    let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) else { return };
    let address = address(&path, &store.view(), &hash);
    let written = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    // Safari refuses more than 100 calls in 30 seconds. What is shared meanwhile is taken from this mark.
    mark(ADDRESS, if written.is_err() { &address } else { "" });
    if written.is_err() && !WAITING.replace(true) {
        let store = store.clone();
        Timeout::new(AGAIN, move || {
            WAITING.set(false);
            write_address(&store);
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
fn keep_view(store: &Store, link: &Element) {
    let Some(href) = link.get_attribute("href") else { return };
    let path = href.split(['?', '#']).next().unwrap_or_default();
    // The last one that begins above the upper third of the window is what is being read.
    let read = |place: &Element| {
        place.get_bounding_client_rect().top() < window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() / 3.0
    };
    let place = on_page::<Element>("main > [id]").take_while(|place| read(place)).last();
    let hash = place.map(|place| ["#", &place.id()].concat()).unwrap_or_default();
    let _ = link.set_attribute("href", &address(path, &store.view(), &hash));
}

/// Opens the cards around the place that the fragment names, and a depth at which it can be seen.
fn reveal_target(store: &Store) {
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
            card_toggled(store, card);
        }
        around = element.parent_element();
    }
    if hidden {
        place.scroll_into_view();
    }
}

/// Listens on the whole document, in the capture phase: `toggle` does not bubble.
fn listen(store: &Store, name: &'static str, react: impl Fn(&Store, &Event) + 'static) {
    let store = store.clone();
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(&document(), name, options, move |event| react(&store, event)).forget();
}

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target().and_then(|target| target.dyn_into().ok())
}
