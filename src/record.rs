//! The record of the votes, read from the page.

use explainer::islands::votes::record::Record;
use gloo::utils::document;

/// The record, or an empty one on a page that does without it. It is read once and lives as long as the page.
pub(crate) fn read() -> &'static Record<'static> {
    let countries = document().get_element_by_id("countries");
    let data = |name| -> &'static str { countries.as_ref().and_then(|list| list.get_attribute(name)).unwrap_or_default().leak() };
    let names = countries.as_ref().and_then(|list| list.text_content()).unwrap_or_default().leak();
    Box::leak(Box::new(Record::read(names, data("data-regions"), data("data-votes"), data("data-words"))))
}
