//! Reads texts and elements from the page.

use gloo::utils::{document, window};
use share::{messages::Messages, quote::one_line};
use web_sys::{Element, Url, wasm_bindgen::JsCast};

pub(crate) fn element(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok()?
}

/// Returns the first element that `selector` matches, if it has the type `T`.
pub(crate) fn find<T: JsCast>(selector: &str) -> Option<T> {
    element(selector)?.dyn_into().ok()
}

/// Returns the text of `element` on one line. Returns `None` if the text is empty.
pub(crate) fn words_of(element: &Element) -> Option<String> {
    let text = one_line(&element.text_content().unwrap_or_default());
    (!text.is_empty()).then_some(text)
}

/// Returns the text of the first element that `selector` matches, on one line.
pub(crate) fn text(selector: &str) -> Option<String> {
    words_of(&element(selector)?)
}

/// Returns the value of an attribute of the share dialog, or an empty text if the dialog lacks it.
pub(crate) fn attribute(name: &str) -> String {
    element("#share").and_then(|dialog| dialog.get_attribute(name)).unwrap_or_default()
}

/// Returns the messages of the share dialog, in the language of the page.
pub(crate) fn messages() -> Messages {
    Messages::read(attribute("data-words"))
}

/// Returns the address of the current view, if the browser refused to write this address into the address bar.
pub(crate) fn address() -> Option<String> {
    document().document_element()?.get_attribute("data-address").filter(|address| !address.is_empty())
}

/// Returns the headline of a page about one part or one vote. Returns `None` on other pages.
pub(crate) fn headline() -> Option<String> {
    text(".own h1")
}

/// Returns the figure whose own page has the address `page`, together with `page`. Returns `None` if there is no such
/// figure.
pub(crate) fn figure_at(page: &str) -> Option<(Element, String)> {
    let links = document().query_selector_all(".share-figure").ok()?;
    let here = window().location().href().ok()?;
    let mut links = (0..links.length()).filter_map(|index| links.item(index)?.dyn_into::<Element>().ok());
    let has_address = |link: &Element| Some(Url::new_with_base(&link.get_attribute("href")?, &here).ok()?.href() == page);
    let link = links.find(|link| has_address(link) == Some(true))?;
    Some((link.closest("figure").ok()??, page.to_owned()))
}

/// Returns whether the resolution `id` has a recorded vote. Works only on a page with the table of resolutions. Each
/// resolution with a recorded vote has its own page.
pub(crate) fn has_vote(id: &str) -> bool {
    element(&[".vote-bars [href='#resolution-", id, "']"].concat()).is_some()
}
