//! What there is to be found, read from the page.

use gloo::utils::document;
use js_sys::JsString;
use search::{Entry, one_line};
use web_sys::{Element, wasm_bindgen::JsCast};

/// The selectors for each kind of entry: the entry, the title in it, and the text in it. The kinds are in the same
/// order as their names in the dialog's `data-words`.
const KINDS: [(&str, &str, &str); 5] = [
    (".statement", ".says", ".speaker, .adds p"),
    (".years [id^='event-']", ".event-title", "time, .event-text"),
    ("[id^='resolution-']", "th .anchor", ".body-name, td"),
    ("[id^='term-']", "dfn", ".elsewhere, dd"),
    (".sources > li[id]", "cite", ":scope"),
];
/// What stands in a text and is no part of it: numbers of sources, readings, and where a source is used.
const ASIDE: &str = "sup, rt, rp, small, svg, .anchor, .who, .one-source";

/// What an entry is, and where.
#[derive(Debug)]
pub(crate) struct Place {
    /// Which kind, by its place among them.
    pub(crate) kind: usize,
    /// The id.
    pub(crate) id: String,
}

/// All entries, kind by kind, in the order of the page.
pub(crate) fn collect() -> Vec<(Place, Entry)> {
    let mut entries = Vec::new();
    for (kind, (place, title, text)) in KINDS.into_iter().enumerate() {
        for place in all(&document().into(), place) {
            let named = all(&place, title).first().map(said).unwrap_or_default();
            let told: Vec<String> = all(&place, text).iter().map(said).filter(|text| !text.is_empty()).collect();
            let readings: Vec<String> = all(&place, "rt").iter().filter_map(|reading| reading.text_content()).collect();
            // What is told of a source begins with its name.
            let told = told.join(" · ");
            let told = told.strip_prefix(&named).unwrap_or(&told).trim().to_owned();
            entries.push((Place { kind, id: place.id() }, Entry::new(named, told, &readings.concat(), &decompose)));
        }
    }
    entries
}

/// What an element says, on one line and without what stands aside.
fn said(element: &Element) -> String {
    let Some(copy) = element.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<Element>().ok()) else { return String::new() };
    // The name of a resolution is a link to it.
    let aside =
        if copy.matches(".anchor").unwrap_or_default() || copy.matches(".event-title").unwrap_or_default() { "rt, rp" } else { ASIDE };
    all(&copy, aside).iter().for_each(Element::remove);
    one_line(&copy.text_content().unwrap_or_default())
}

/// The elements below `place` that a selector names, or `place` itself for `:scope`.
fn all(place: &web_sys::Node, selector: &str) -> Vec<Element> {
    if selector == ":scope" {
        return place.dyn_ref::<Element>().cloned().into_iter().collect();
    }
    let found = match (place.dyn_ref::<Element>(), place.dyn_ref::<web_sys::Document>()) {
        (Some(element), _) => element.query_selector_all(selector),
        (None, Some(document)) => document.query_selector_all(selector),
        (None, None) => return Vec::new(),
    };
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Takes a letter apart: browsers know how.
pub(crate) fn decompose(letter: char) -> String {
    JsString::from(letter.to_string()).normalize("NFKD").into()
}
