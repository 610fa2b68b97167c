//! Reads the index of what can be found. The script of the page has loaded it, and left it with the dialog.

use js_sys::{Array, JsString, Reflect};
use search::Entry;
use web_sys::{HtmlDialogElement, wasm_bindgen::JsValue};

/// What an entry is, and where.
#[derive(Debug)]
pub(crate) struct Place {
    /// What its kind is called.
    pub(crate) kind: String,
    /// A page within the edition, and a place on it.
    pub(crate) address: String,
}

/// All entries, in the order of the index.
pub(crate) fn entries(dialog: &HtmlDialogElement) -> Vec<(Place, Entry)> {
    let mut entries = Vec::new();
    for group in items(&get(dialog, "index")) {
        let kind = text(&group, "kind");
        for entry in items(&get(&group, "entries")) {
            let place = Place { kind: kind.clone(), address: text(&entry, "address") };
            entries.push((place, Entry::new(text(&entry, "title"), text(&entry, "text"), &text(&entry, "readings"), &decompose)));
        }
    }
    entries
}

/// Takes a letter apart: browsers know how.
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
