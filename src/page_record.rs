//! Reads the record of the votes from the element `#countries`. The text of this element is the list of countries. Its
//! attributes have the rest of the record.

use explainer::islands::votes::record::{Record, Written};
use gloo::utils::document;
use web_sys::Element;
use yew::AttrValue;

fn list() -> Option<Element> {
    document().get_element_by_id("countries")
}

/// Returns the relative address of the folder that contains the pages of the votes. Returns an empty string on a page
/// that does not state this address.
pub(crate) fn pages() -> AttrValue {
    list().and_then(|list| list.get_attribute("data-pages")).unwrap_or_default().into()
}

/// Reads the record. Returns an empty record on a page without the list of countries.
pub(crate) fn read() -> Record {
    let Some(list) = list() else { return Record::default() };
    let data = |name| list.get_attribute(name).unwrap_or_default();
    Record::read(&Written {
        countries: list.text_content().unwrap_or_default(),
        regions: data("data-regions"),
        votes: data("data-votes"),
        words: data("data-words"),
        opens_on: data("data-opens-on"),
        suggested: data("data-suggested"),
    })
}
