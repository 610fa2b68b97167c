//! Making elements where the reader asked for many: a tile a country is cheaper to make than to compare with what
//! was there before.

use vocabulary::{Ballot, Vocabulary};
use web_sys::Element;

/// Where elements are added: an element in the browser, or one that is being rendered natively.
pub trait Place: Sized {
    /// Adds an element with attributes and text, and returns it.
    fn add(&self, tag: &'static str, attributes: &[(&'static str, &str)], text: &str) -> Self;
}

impl Place for Element {
    fn add(&self, tag: &'static str, attributes: &[(&'static str, &str)], text: &str) -> Self {
        add(self, tag, attributes, text)
    }
}

/// Adds an element with attributes and text to `parent`.
pub(super) fn add(parent: &Element, tag: &str, attributes: &[(&str, &str)], text: &str) -> Element {
    let made = parent.owner_document().and_then(|document| document.create_element(tag).ok());
    // All names are ours and sound, so there always is one.
    let Some(made) = made else { return parent.clone() };
    for (name, value) in attributes {
        let _ = made.set_attribute(name, value);
    }
    if !text.is_empty() {
        made.set_text_content(Some(text));
    }
    let _ = parent.append_child(&made);
    made
}

/// Adds the mark for a ballot, or for the lack of one. Decoration: the word for it stands beside it.
pub(super) fn add_mark(parent: &impl Place, ballot: Option<Ballot>) {
    parent.add("i", &[("class", "ballot"), ("data-ballot", ballot.map_or("none", Vocabulary::word)), ("aria-hidden", "true")], "");
}
