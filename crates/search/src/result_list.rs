//! Shows the list of results in the dialog.

use crate::{find, read_index::Place};
use gloo::utils::document;
use search::{Entry, Match};
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};

/// The maximum number of results in the list. A reader who gets more results can search for a more specific word.
const LISTED: usize = 40;

/// Lists the first [`LISTED`] results, and states how many results there are. States nothing if the query is blank.
pub(crate) fn show(places: &[Place], entries: &[Entry], found: &[Match], has_query: bool) -> Option<()> {
    let dialog: Element = find("#search")?;
    let attribute = |name: &str| dialog.get_attribute(name).unwrap_or_default();
    let edition = attribute("data-edition");
    let list: Element = find("#search ol")?;
    list.set_text_content(None);
    for found in found.iter().take(LISTED) {
        let (place, entry) = (places.get(found.entry)?, entries.get(found.entry)?);
        let link = element("a")?;
        link.set_attribute("href", &address(&edition, &place.address)).ok()?;
        append_marked(&link, &entry.title, (0, usize::MAX), &found.title)?;
        let item = element("li")?;
        let kind = element("span")?;
        kind.set_text_content(Some(&place.kind));
        item.append_child(&kind).ok()?;
        item.append_child(&link).ok()?;
        if let Some(stretch) = found.stretch {
            let text = element("p")?;
            append_marked(&text, &entry.text, stretch, &found.text)?;
            item.append_child(&text).ok()?;
        }
        list.append_child(&item).ok()?;
    }
    let status = match found.len() {
        _ if !has_query => String::new(),
        0 => attribute("data-nothing"),
        1..=LISTED => attribute("data-found"),
        _ => attribute("data-first"),
    };
    let status = status.replace("{n}", &found.len().to_string()).replace("{shown}", &LISTED.to_string());
    find::<Element>("#search .status")?.set_text_content(Some(&status));
    Some(())
}

/// Returns the link target for a result with this `address`. If `address` has no query, and the current page has the
/// element that the fragment names, the target is only the fragment. Otherwise the target is `address`, resolved
/// against the folder of the edition.
fn address(edition: &str, address: &str) -> String {
    match address.split_once('#') {
        Some((page, id)) if !page.contains('?') && document().get_element_by_id(id).is_some() => ["#", id].concat(),
        _ => [edition, address].concat(),
    }
}

/// Returns the links in the list of results.
pub(crate) fn links() -> Vec<HtmlElement> {
    let found = document().query_selector_all("#search ol a").ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(|at| found.as_ref()?.get(at)?.dyn_into().ok()).collect()
}

/// Adds the characters `from` to `to` of `text` to `parent`. Puts those of `parts` that are in this range into `<mark>`
/// elements. An ellipsis shows where the text is cut.
fn append_marked(parent: &Element, text: &str, (from, to): (usize, usize), parts: &[(usize, usize)]) -> Option<()> {
    let letters: Vec<char> = text.chars().collect();
    let (mut at, to) = (from.min(letters.len()), to.min(letters.len()));
    let text = |from: usize, to: usize| letters.get(from..to).unwrap_or_default().iter().collect::<String>();
    let add = |text: &str| parent.append_with_str_1(text).ok();
    if at > 0 {
        add("… ")?;
    }
    for (start, end) in parts.iter().filter(|(start, end)| *start >= from && *end <= to) {
        // Matches of two words may overlap. Then only the first is marked.
        if *start >= at {
            add(&text(at, *start))?;
            let mark = element("mark")?;
            mark.set_text_content(Some(&text(*start, *end)));
            parent.append_child(&mark).ok()?;
            at = *end;
        }
    }
    add(&text(at, to))?;
    if to < letters.len() {
        add(" …")?;
    }
    Some(())
}

fn element(name: &str) -> Option<Element> {
    document().create_element(name).ok()
}
