//! Finds elements of the page and sets their attributes.

use web_sys::{Document, Element, NodeList, wasm_bindgen::JsCast};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn listed<T: JsCast>(list: Option<NodeList>) -> impl Iterator<Item = T> {
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |index| list.as_ref()?.get(index)?.dyn_into().ok())
}

/// Returns the elements below `root` that match `selector`, in document order.
pub fn within<T: JsCast>(root: &Element, selector: &str) -> impl Iterator<Item = T> + use<T> {
    listed(root.query_selector_all(selector).ok())
}

/// Returns the elements of the page that match `selector`, in document order.
pub fn on_page<T: JsCast>(selector: &str) -> impl Iterator<Item = T> + use<T> {
    listed(document().and_then(|document| document.query_selector_all(selector).ok()))
}

/// Returns whether any element of the page matches `selector`.
pub fn has(selector: &str) -> bool {
    document().is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// Sets an attribute, unless it already has this value. Setting the same value again would make the browser recompute
/// styles.
pub fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // The call fails only for an invalid name, and all names are literals.
        let _ = element.set_attribute(name, value);
    }
}
