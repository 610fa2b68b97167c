//! The browser's entry: reads the reader's state, hydrates the islands and keeps the address in step.
//!
//! ```text
//! address, early choices -> ViewState -> store -> islands, cards, depth -> store -> address
//! ```
//!
//! Nothing here is needed to read the page. If any of it fails, the page stays and says so on `<html data-app>`.

mod reader;

use explainer::islands::shift::{self, Shift};
use gloo::utils::document;
use serde::de::DeserializeOwned;
use std::{cell::Cell, rc::Rc};
use web_sys::Element;
use yew::prelude::*;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        reader::mark_app("failed");
        web_sys::console::error_1(&panic.to_string().into());
    }));
    reader::start();
    let waiting = Rc::new(Cell::new(0));
    hydrate::<Shift, _>("shift", &waiting, |data, on_live| shift::Props { data, on_live });
    if waiting.get() == 0 {
        reader::mark_app("live");
    }
}

/// Hydrates the island `name`, if the page has it; embeds may do without. The last one to come alive marks the app.
fn hydrate<C, T>(name: &str, waiting: &Rc<Cell<usize>>, props: impl FnOnce(Rc<T>, Callback<()>) -> C::Properties)
where
    C: BaseComponent,
    T: DeserializeOwned,
{
    let Some((root, data)) = island(name) else { return };
    waiting.set(waiting.get() + 1);
    let on_live = {
        let (root, waiting) = (root.clone(), Rc::clone(waiting));
        Callback::from(move |()| {
            // Only a mark for styles and tests: without it the island works all the same.
            let _ = root.set_attribute("data-live", "");
            waiting.set(waiting.get() - 1);
            if waiting.get() == 0 {
                reader::mark_app("live");
            }
        })
    };
    yew::Renderer::<C>::with_root_and_props(root, props(Rc::new(data), on_live)).hydrate();
}

/// The root of the island `name` and what it shows.
fn island<T: DeserializeOwned>(name: &str) -> Option<(Element, T)> {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let root = find(&format!("[data-island='{name}']"))?;
    let json = find(&format!("script[data-props='{name}']"))?.text_content()?;
    let value = js_sys::JSON::parse(&json).ok()?;
    let data = serde_wasm_bindgen::from_value(value).ok()?;
    Some((root, data))
}
