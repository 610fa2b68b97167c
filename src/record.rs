//! The record of the votes, read from the page.

use explainer::islands::votes::record::Record;
use gloo::utils::document;

/// The record, or an empty one on a page that does without it.
pub(crate) fn read() -> Record {
    let Some(countries) = document().get_element_by_id("countries") else { return Record::default() };
    let data = |name| countries.get_attribute(name).unwrap_or_default();
    Record::read(&countries.text_content().unwrap_or_default(), &data("data-regions"), &data("data-votes"), &data("data-words"))
}
