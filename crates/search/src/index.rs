//! Reads the search index. A script of the page has loaded the index into the property `index` of the dialog.

use js_sys::{Array, JsString, Reflect};
use search::Entry;
use web_sys::{HtmlDialogElement, wasm_bindgen::JsValue};

/// The kind and the address of an entry.
#[derive(Debug)]
pub(crate) struct Place {
    /// The name of the kind, in the page's language.
    pub(crate) kind: String,
    /// The address of a page within the edition, with the id of the entry's element as the fragment.
    pub(crate) address: String,
}

/// Reads all entries, in the order of the index.
pub(crate) fn entries(dialog: &HtmlDialogElement) -> Vec<(Place, Entry)> {
    let mut entries = Vec::new();
    for group in items(&get(dialog, "index")) {
        let kind = text(&group, "kind");
        for entry in items(&get(&group, "entries")) {
            let [title, words, readings, address] = ["0", "1", "2", "3"].map(|place| text(&entry, place));
            entries.push((Place { kind: kind.clone(), address }, Entry::new(title, words, &readings, &decompose)));
        }
    }
    entries
}

/// Decomposes a letter with the browser's `String.normalize` in the form NFKD.
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
