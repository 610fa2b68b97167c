//! The browser's entry: reads the reader's state, hydrates the islands and keeps the address in step.
//!
//! ```text
//! address, early choices -> ViewState -> store -> islands, cards, depth -> store -> address
//! ```
//!
//! Nothing here is needed to read the page. A panic ends the app: the page says so in one line, and goes on as HTML and CSS.

mod controls;
mod record;
mod url_sync;

use explainer::{
    dom::within,
    islands::{
        Shared,
        result_count::{self, Follow, ResultCount},
        shift::{self, Lanes, Shift},
        statements, timeline,
        votes::{self, Votes},
    },
    store::{self, Store},
    view::ViewState,
};
use gloo::utils::document;
use std::{cell::Cell, rc::Rc};
use web_sys::Element;
use yew::prelude::*;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        store::stop();
        url_sync::mark("data-app", "failed");
    }));
    let record = Rc::new(record::read());
    let store = url_sync::start(record.clone());
    let islands = Islands { store: store.clone(), waiting: Rc::default() };
    if let Some(root) = root("shift")
        && let Some(lanes) = lanes(&root)
    {
        islands.hydrate::<Shift>(root, |shared| shift::Props { shared, lanes: Rc::new(lanes) });
    }
    if let Some(root) = root("votes") {
        islands.hydrate::<Votes>(root, |shared| votes::Props { shared, record, pages: record::pages() });
    }
    islands.tally("timeline", || Rc::new(timeline::follow(&store)));
    islands.tally("voices", || Rc::new(statements::standing_out));
    islands.settle();
}

/// The root of the island `name`. A page may do without it, as embeds do.
fn root(name: &str) -> Option<Element> {
    document().query_selector(&["[data-island='", name, "']"].concat()).ok()?
}

/// The islands that are being hydrated; when the last one is alive, so is the app.
#[derive(Clone)]
struct Islands {
    store: Store,
    waiting: Rc<Cell<usize>>,
}

impl Islands {
    /// Brings an island to life in the markup that was rendered for it. Where somebody has been there before, an extension or
    /// a translation, it is rendered anew, with the words that are there.
    fn hydrate<C: BaseComponent>(&self, root: Element, props: impl FnOnce(Shared) -> C::Properties) {
        let untouched = is_untouched(&root);
        self.waiting.set(self.waiting.get() + 1);
        let on_live = {
            let (islands, root) = (self.clone(), root.clone());
            Callback::from(move |()| {
                mark_live(&root);
                islands.waiting.set(islands.waiting.get() - 1);
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

    /// An island that is but a line with a number, whose words are those that were rendered.
    fn tally(&self, name: &'static str, follow: impl FnOnce() -> Rc<dyn Fn(&ViewState) -> usize>) {
        let Some(root) = root(name) else { return };
        let mut texts = within::<Element>(&root, "p > *").map(|element| element.text_content().unwrap_or_default());
        let (Some(before), Some(all), Some(after)) = (texts.next(), texts.next(), texts.next()) else { return };
        let (all, around, follow) = (all.parse().unwrap_or_default(), [before.into(), after.into()], Follow(follow()));
        self.hydrate::<ResultCount>(root, |shared| result_count::Props { shared, all, around, follow });
    }

    fn settle(&self) {
        if self.waiting.get() == 0 {
            url_sync::mark("data-app", "live");
        }
    }
}

/// Elements and comments, as browsers number the kinds of nodes.
const ELEMENTS_AND_COMMENTS: u32 = 0x81;

/// Whether an island's markup is as it was written: as many elements, and as many comments, which are Yew's marks. Yew panics where it
/// finds anything else.
fn is_untouched(root: &Element) -> bool {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(root, ELEMENTS_AND_COMMENTS) else { return false };
    let mut nodes = 0;
    while let Ok(Some(_)) = walker.next_node() {
        nodes += 1;
    }
    root.get_attribute("data-nodes").and_then(|count| count.parse::<i16>().ok()) == Some(nodes)
}

/// Only a mark for styles and tests: without it an island works all the same.
fn mark_live(root: &Element) {
    let _ = root.set_attribute("data-live", "");
}

/// The years, read from the buttons that were rendered.
fn lanes(root: &Element) -> Option<Lanes> {
    let years = within::<Element>(root, "input").filter_map(|radio| radio.get_attribute("value")?.parse().ok());
    Some(Lanes {
        legend: text_in(root, "legend")?.to_string(),
        decision: root.query_selector("[data-when='decision'] input").ok()??.get_attribute("value")?.parse().ok()?,
        years: years.collect(),
    })
}

/// The text of the first element in `root` that `selector` names.
fn text_in(root: &Element, selector: &str) -> Option<AttrValue> {
    root.query_selector(selector).ok()??.text_content().map(AttrValue::from)
}
