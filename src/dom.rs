//! Elements of the page: finding them and marking them.

use web_sys::{Document, Element, NodeList, wasm_bindgen::JsCast};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn listed<T: JsCast>(list: Option<NodeList>) -> impl Iterator<Item = T> {
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |index| list.as_ref()?.get(index)?.dyn_into().ok())
}

/// The elements under `root` that a selector names, in the order of the page.
pub fn within<T: JsCast>(root: &Element, selector: &str) -> impl Iterator<Item = T> + use<T> {
    listed(root.query_selector_all(selector).ok())
}

/// The elements of the page that a selector names, in its order.
pub fn on_page<T: JsCast>(selector: &str) -> impl Iterator<Item = T> + use<T> {
    listed(document().and_then(|document| document.query_selector_all(selector).ok()))
}

/// Whether a selector names an element of the page.
pub fn has(selector: &str) -> bool {
    document().is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// Gives an attribute a value, unless it has it already: the browser would look through the page for what depends on it.
pub fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // There is nobody to tell if this fails, and what is set so is no reason to stop.
        let _ = element.set_attribute(name, value);
    }
}
