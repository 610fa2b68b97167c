//! Keeps the store, the address, the cards and the native controls in sync.
//!
//! Cards, radio buttons and checkboxes also work without this code, with HTML and CSS. This code puts the reader's
//! choices into the store and into the address, and restores them from the address. It also takes over the choices that
//! the reader made before the app started.

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

/// A selector for the cards whose state is part of a link.
const CARDS: &str = "details[id]";

/// The attribute of `<html>` that has the address of the view while the browser refuses to write this address into the
/// address bar. Otherwise the attribute is empty or missing.
const ADDRESS: &str = "data-address";
/// The delay, in milliseconds, before the app tries again to write a refused address.
const AGAIN: u32 = 2_000;

thread_local! {
    /// Whether another attempt to write the address is scheduled.
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Sets an attribute of `<html>`, such as `data-app`.
pub(crate) fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        set(&root, name, value);
    }
}

/// Makes a store from the address and from the choices that the reader made before the app started. Adds the listeners
/// that keep page, store and address in sync.
pub(crate) fn start(record: Rc<Record>) -> Store {
    let rules = Rules {
        settle: Rc::new(move |view| settle(&record, view)),
        // The listeners run in a later task. So the browser can first show the effect of the reader's press on the
        // control.
        when: |notify| {
            Timeout::new(0, notify).forget();
        },
    };
    let store = Store::new(rules, view_of_address());
    let before = store.view();
    take_over_early_choices(&store);
    let view = store.view();
    show(None, &view);
    let shown = RefCell::new(view.clone());
    let writer = store.clone();
    std::mem::forget(store.subscribe(move |view| {
        show(Some(&shown.replace(view.clone())), view);
        write_address(&writer);
    }));
    if view != before {
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
        if let Some(link) = target::<Element>(event).and_then(|element| element.closest("a[hreflang]").ok()?) {
            keep_view(store, &link);
        }
    });
    show_resolutions_here(&store);
    let again = store.clone();
    EventListener::new(&window(), "popstate", move |_| again.dispatch(Action::Show(view_of_address()))).forget();
    let revealed = store.clone();
    EventListener::new(&window(), "hashchange", move |_| {
        reveal_target(&revealed);
        // The timeline always shows the event that the fragment names, so the number of shown events may have changed.
        revealed.notify();
    })
    .forget();
    reveal_target(&store);
    store
}

fn view_of_address() -> ViewState {
    ViewState::parse(&query())
}

/// Removes from a view the parts that this page cannot show. Also removes a year, a count or a resolution that is the
/// page's default.
fn settle(record: &Record, view: &mut ViewState) {
    view.keep(has);
    record.settle(view);
    let is_default = |name: &str, value: &str| has(&["[name='", name, "'][value='", value, "'][checked]"].concat());
    view.year.take_if(|year| is_default("year", &year.to_string()));
    view.count.take_if(|count| is_default("count", count));
}

/// Makes the links that [`controls::RESOLUTION_LINKS`] selects show the roll calls of their resolutions. Without this
/// code, they lead to the rows of the table, as all other links to rows do.
fn show_resolutions_here(store: &Store) {
    let store = store.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let link = target::<Element>(event).and_then(|element| element.closest(controls::RESOLUTION_LINKS).ok()?);
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

/// Puts into the store the choices that the reader made before the app started. These choices take precedence over the
/// address.
fn take_over_early_choices(store: &Store) {
    // Before the app started, `apply_address.js` applied the address. It set `data-asked` on each element that it
    // checked or opened. If such an element is no longer checked or open, the reader has undone the choice of the
    // address. The first two loops undo this choice in the store. If the reader has made another choice instead, the
    // code after these loops takes it over.
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

/// Updates controls and cards to match `view`. Skips all controls if `before` and `view` differ at most in cards. Skips
/// each card whose state is the same in both. This keeps the changes that the reader has made to skipped controls and
/// cards meanwhile.
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

/// Handles the opening or closing of a card, for example by the reader or by find-in-page.
fn card_toggled(store: &Store, card: &HtmlDetailsElement) {
    if card.id().is_empty() {
        return;
    }
    store.dispatch(Action::SetCard(card.id(), card.open()));
    if card.open() {
        settle_height(card);
    }
}

/// Makes the browser lay out the whole content of an opened card, as it does for a card that the address opens. At
/// first, the browser lays out only the content near the window, because of `style/lazy-layout.css`. The height of the
/// card must become final, because links lead to elements below the card. The card must also have the same height after
/// a reload.
fn settle_height(card: &HtmlDetailsElement) {
    /// The delay between two cards, in milliseconds. If many cards open at once, the browser lays them out one by one.
    const APART: u32 = 100;
    let before = on_page::<HtmlDetailsElement>(CARDS).take_while(|other| other != card).filter(HtmlDetailsElement::open).count();
    let card = card.clone();
    Timeout::new(APART * (1 + before as u32), move || set(&card, "data-asked", "true")).forget();
}

/// Writes the view into the address, so that a copied link shows the same view.
fn write_address(store: &Store) {
    let location = window().location();
    let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) else { return };
    let address = address(&path, &store.view(), &hash);
    let written = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    // Safari refuses more than 100 calls in 10 seconds, and older versions in 30 seconds. Until the next attempt, the
    // share dialog uses the address in the attribute.
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

/// Returns the address of `view` on the page at `path`. Keeps the parameters of other programs from the current query.
fn address(path: &str, view: &ViewState, hash: &str) -> String {
    let query = view.serialise(&query());
    [path, if query.is_empty() { "" } else { "?" }, &query, hash].concat()
}

/// Adds the view and the id of the current section to `link`, which leads to the same page in another language.
fn keep_view(store: &Store, link: &Element) {
    let Some(href) = link.get_attribute("href") else { return };
    let path = href.split(['?', '#']).next().unwrap_or_default();
    // The reader is in the last section that begins in or above the upper third of the window.
    let is_reached = |section: &Element| {
        section.get_bounding_client_rect().top() < window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() / 3.0
    };
    let section = on_page::<Element>("main > [id]").take_while(|section| is_reached(section)).last();
    let hash = section.map(|section| ["#", &section.id()].concat()).unwrap_or_default();
    let _ = link.set_attribute("href", &address(path, &store.view(), &hash));
}

/// Opens the cards around the element that the fragment of the address names. If one of the cards was closed, scrolls
/// to the element.
fn reveal_target(store: &Store) {
    let Some(id) = window().location().hash().ok().and_then(|hash| hash.strip_prefix('#').map(str::to_owned)) else { return };
    let Some(destination) = document().get_element_by_id(&id) else { return };
    let mut hidden = false;
    let mut around = Some(destination.clone());
    while let Some(element) = around {
        if let Some(card) = element.dyn_ref::<HtmlDetailsElement>() {
            hidden |= !card.open();
            card.set_open(true);
            // The store must know now that the card is open. The `toggle` event comes later, and a change of the view
            // before that event would close the card again.
            card_toggled(store, card);
        }
        around = element.parent_element();
    }
    if hidden {
        destination.scroll_into_view();
    }
}

/// Adds a listener to the document in the capture phase, because `toggle` events do not bubble.
fn listen(store: &Store, name: &'static str, react: impl Fn(&Store, &Event) + 'static) {
    let store = store.clone();
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(&document(), name, options, move |event| react(&store, event)).forget();
}

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target().and_then(|target| target.dyn_into().ok())
}
