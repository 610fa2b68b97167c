//! Reads the search index from the property `index` of the dialog. A script in the page sets this property.

use js_sys::{Array, JsString, Reflect};
use search::Entry;
use web_sys::{HtmlDialogElement, wasm_bindgen::JsValue};

/// The kind and the address of an entry.
#[derive(Debug)]
pub(crate) struct Place {
    /// The name of the kind, in the page's language.
    pub(crate) kind: String,
    /// The address that the entry leads to, relative to the folder of the edition. Its fragment is the id of an
    /// element.
    pub(crate) address: String,
}

/// Reads all entries of the index, in their order.
pub(crate) fn entries(dialog: &HtmlDialogElement) -> Vec<(Place, Entry)> {
    let mut entries = Vec::new();
    for group in items(&get(dialog, "index")) {
        let kind = text(&group, "kind");
        for entry in items(&get(&group, "entries")) {
            let [title, words, readings, address] = ["0", "1", "2", "3"].map(|index| text(&entry, index));
            entries.push((Place { kind: kind.clone(), address }, Entry::new(title, words, &readings, &decompose)));
        }
    }
    entries
}

/// Returns the NFKD decomposition of a letter. The browser's `String.normalize` computes it.
pub(crate) fn decompose(letter: char) -> String {
    JsString::from(letter.to_string()).normalize("NFKD").into()
}

fn items(list: &JsValue) -> Vec<JsValue> {
    if Array::is_array(list) { Array::from(list).to_vec() } else { Vec::new() }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}
