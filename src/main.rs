//! The entry point in the browser. This program makes the store from the address and from the choices that the reader
//! made before the app started. It hydrates the islands, and writes the reader's choices into the address.
//!
//! ```text
//! (address + choices before the start) -> ViewState -> store
//! store -> (islands + cards + controls)
//! choice in (islands, cards or controls) -> store -> address
//! ```
//!
//! The page can be read without this code. A panic stops the app. The page then shows a message, and works without the
//! app.

mod controls;
mod page_record;
mod url_sync;

use explainer::{
    dom::within,
    islands::{
        Shared,
        result_count::{self, Follow, ResultCount},
        shift::{self, Lanes, Shift},
        statements, timeline,
        votes::{self, Votes, record::Record},
    },
    store::{self, Store},
    view::ViewState,
};
use gloo::{timers::callback::Timeout, utils::document};
use std::{cell::Cell, rc::Rc};
use web_sys::Element;
use yew::prelude::*;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        store::stop();
        url_sync::mark("data-app", "failed");
    }));
    later(|| {
        let record = Rc::new(page_record::read());
        let islands = Islands { store: url_sync::start(record.clone()), record, waiting: Rc::new(Cell::new(ISLANDS.len())) };
        for (name, hydrate) in ISLANDS {
            let islands = islands.clone();
            later(move || {
                if let Some(root) = root(name) {
                    hydrate(&islands, root);
                }
                islands.settle();
            });
        }
    });
}

/// Runs `step`, a part of the app's startup, in a separate task. Between two tasks, the browser can handle the reader's
/// input. Does nothing after a panic.
fn later(step: impl FnOnce() + 'static) {
    Timeout::new(0, || {
        if !store::is_stopped() {
            step();
        }
    })
    .forget();
}

/// A function that hydrates the island with the given root element.
type Hydrate = fn(&Islands, Element);

/// For each island, the value of `data-island` and the function that hydrates the island.
const ISLANDS: [(&str, Hydrate); 4] = [
    ("shift", |islands, root| {
        if let Some(lanes) = lanes(&root) {
            islands.hydrate::<Shift>(root, |shared| shift::Props { shared, lanes: Rc::new(lanes) });
        }
    }),
    ("votes", |islands, root| {
        islands.hydrate::<Votes>(root, |shared| votes::Props { shared, record: islands.record.clone(), pages: page_record::pages() });
    }),
    ("timeline", |islands, root| islands.hydrate_count(root, Rc::new(timeline::follow(&islands.store)))),
    ("voices", |islands, root| islands.hydrate_count(root, Rc::new(statements::standing_out))),
];

/// Returns the root element of the island `name`. Returns `None` if the page does not have this island.
fn root(name: &str) -> Option<Element> {
    document().query_selector(&["[data-island='", name, "']"].concat()).ok()?
}

/// The data for hydrating the islands. `waiting` counts the unfinished tasks. There is a task for each entry of
/// [`ISLANDS`], and a task for each hydration.
#[derive(Clone)]
struct Islands {
    store: Store,
    record: Rc<Record>,
    waiting: Rc<Cell<usize>>,
}

impl Islands {
    /// Hydrates the native markup of an island. If the markup is not [untouched](is_untouched), for example because of
    /// a browser extension or a translation, renders the island again instead.
    fn hydrate<C: BaseComponent>(&self, root: Element, props: impl FnOnce(Shared) -> C::Properties) {
        let untouched = is_untouched(&root);
        self.waiting.set(self.waiting.get() + 1);
        let on_live = {
            let (islands, root) = (self.clone(), root.clone());
            Callback::from(move |()| {
                mark_live(&root);
                islands.settle();
            })
        };
        let props = props(Shared { store: self.store.clone(), on_live });
        let renderer = yew::Renderer::<C>::with_root_and_props(root, props);
        if untouched {
            renderer.hydrate();
        } else {
            renderer.render();
        }
    }

    /// Hydrates a [`ResultCount`]. Reads the total, and the texts before and after the total, from the markup that
    /// `crates/site` rendered. Does nothing if the markup lacks one of these texts.
    fn hydrate_count(&self, root: Element, follow: Rc<dyn Fn(&ViewState) -> usize>) {
        let mut texts = within::<Element>(&root, "p > *").map(|element| element.text_content().unwrap_or_default());
        let (Some(before), Some(all), Some(after)) = (texts.next(), texts.next(), texts.next()) else { return };
        let (all, around, follow) = (all.parse().unwrap_or_default(), [before.into(), after.into()], Follow(follow));
        self.hydrate::<ResultCount>(root, |shared| result_count::Props { shared, all, around, follow });
    }

    /// Counts a task as finished. After the last one, marks the app as live.
    fn settle(&self) {
        self.waiting.set(self.waiting.get() - 1);
        if self.waiting.get() == 0 {
            url_sync::mark("data-app", "live");
        }
    }
}

/// The `whatToShow` flags of a `TreeWalker` that visits elements and comments.
const ELEMENTS_AND_COMMENTS: u32 = 0x81;

/// Returns whether the number of elements and comments in an island is still the number in the attribute `data-nodes`.
/// Yew uses the comments as markers, and panics if the markup has changed.
fn is_untouched(root: &Element) -> bool {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(root, ELEMENTS_AND_COMMENTS) else { return false };
    let mut nodes = 0;
    while let Ok(Some(_)) = walker.next_node() {
        nodes += 1;
    }
    root.get_attribute("data-nodes").and_then(|count| count.parse::<i16>().ok()) == Some(nodes)
}

/// Marks an island as live, for style sheets and tests.
fn mark_live(root: &Element) {
    let _ = root.set_attribute("data-live", "");
}

/// Reads the legend and the years of the native radio buttons. Returns `None` if the legend or the year of the
/// decision is missing.
fn lanes(root: &Element) -> Option<Lanes> {
    let years = within::<Element>(root, "input").filter_map(|radio| radio.get_attribute("value")?.parse().ok());
    Some(Lanes {
        legend: text_in(root, "legend")?.to_string(),
        decision: root.query_selector("[data-when='decision'] input").ok()??.get_attribute("value")?.parse().ok()?,
        years: years.collect(),
    })
}

fn text_in(root: &Element, selector: &str) -> Option<AttrValue> {
    root.query_selector(selector).ok()??.text_content().map(AttrValue::from)
}
