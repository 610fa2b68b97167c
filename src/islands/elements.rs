//! Elements of the page, for islands that act on what stands outside them.

use web_sys::{Element, wasm_bindgen::JsCast};

/// The elements under `root` that a selector names, in the order of the page.
pub fn within(root: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = root.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, |list| list.length());
    (0..count).filter_map(move |index| found.as_ref()?.get(index)?.dyn_into().ok())
}

/// Gives an attribute a value, unless it has it already: the browser would look through the page for what depends on it.
pub fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // There is nobody to tell if this fails, and what is set so is no reason to stop.
        let _ = element.set_attribute(name, value);
    }
}

/// Like [`within`], but searches the whole page.
pub fn on_page(selector: &str) -> impl Iterator<Item = Element> + use<> {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.map(|root| within(&root, selector)).into_iter().flatten()
}
