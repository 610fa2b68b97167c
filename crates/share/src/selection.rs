//! Makes a quote of the reader's selection. A quote has the selected words, their speaker and source as the page names
//! them, and a link to the words. This module also shows the button that offers to share the quote.

use crate::{
    describe_view,
    page::{element, find, headline, messages, text, words_of},
};
use gloo::utils::{document, window};
use js_sys::JsString;
use share::{
    messages::MessageKey,
    quote::{Piece, directive, one_line},
};
use web_sys::{Element, HtmlElement, Range, Text, wasm_bindgen::JsCast};

/// The minimum number of characters of a quote. Readers who select a single word seldom want to quote it.
const SHORTEST: usize = 12;
/// The constant `NodeFilter.SHOW_TEXT` of the DOM.
const SHOW_TEXT: u32 = 4;
/// A selector for the elements whose text does not belong to a quote.
const APART: &str = "sup, .visually-hidden, [hidden]";
/// A selector for block elements: all elements other than the inline elements of running text.
const BLOCK: &str = ":not(a, b, em, i, strong, span, cite, dfn, time, ruby, rp, rt, button)";

#[derive(Debug)]
pub(crate) struct Quote {
    /// The quoted words with their speaker and source.
    pub(crate) words: String,
    /// The address of the page without its query, and a fragment. The fragment has the id of an element that contains
    /// the first words. If possible, the fragment also has a text fragment that finds the words.
    pub(crate) link: String,
}

/// Returns the selected range, if it is long enough for a quote and lies within `<main>`. Returns `None` while the
/// share dialog is open.
pub(crate) fn selected() -> Option<Range> {
    let selection = window().get_selection().ok()??;
    // The selection remains while the share dialog is open. The button for sharing a quote must not appear then.
    if selection.is_collapsed() || element("#share[open]").is_some() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let within = element("main")?.contains(Some(&range.common_ancestor_container().ok()?));
    let long = one_line(&String::from(range.to_string())).chars().count() >= SHORTEST;
    (within && long).then_some(range)
}

pub(crate) fn quote(range: &Range) -> Option<Quote> {
    let pieces = pieces(range);
    let has_words = |(piece, _): &&(Piece, Element)| !piece.text.trim().is_empty();
    let (first, last) = (pieces.iter().find(has_words)?, pieces.iter().rfind(has_words)?);
    let anchor = nearest_anchor(&first.1)?;
    let mut quoted = String::new();
    let mut previous = None;
    for (piece, element) in &pieces {
        // The text of a block element, such as a paragraph or a cell, begins a new word.
        let block = element.closest(BLOCK).ok()?;
        if block != previous {
            quoted.push(' ');
            previous = block;
        }
        quoted.push_str(&piece.text);
    }
    let page = JsString::from(element("main")?.text_content()?);
    let directive = directive(&first.0, &last.0, &|words| page.split(words).length() as usize - 1).unwrap_or_default();
    let here = window().location().href().ok()?;
    let path = here.split(['?', '#']).next()?;
    Some(Quote {
        words: messages().with(MessageKey::Quoted, &[("quote", &one_line(&quoted)), ("who", &attribution(&anchor, &first.1))]),
        link: [path, "#", &anchor.id(), &directive].concat(),
    })
}

/// Returns the selected text of each text node, with the parent of the node. Leaves out the text in
/// [`APART`].
fn pieces(range: &Range) -> Vec<(Piece, Element)> {
    let mut pieces = Vec::new();
    let Ok(root) = range.common_ancestor_container() else { return pieces };
    let Ok(walker) = document().create_tree_walker_with_what_to_show(&root, SHOW_TEXT) else { return pieces };
    let mut next = if root.has_type::<Text>() { Some(root) } else { walker.next_node().ok().flatten() };
    while let Some(node) = next {
        if range.intersects_node(&node).unwrap_or_default()
            && let Some(piece) = piece(range, node.unchecked_ref())
        {
            pieces.push(piece);
        }
        next = walker.next_node().ok().flatten();
    }
    pieces
}

/// Returns the selected part of `node`, and the parent of `node`. Returns `None` if the part is in
/// [`APART`].
fn piece(range: &Range, node: &Text) -> Option<(Piece, Element)> {
    let element = node.parent_element()?;
    if element.closest(APART).ok()?.is_some() {
        return None;
    }
    let from = if range.start_container().ok()? == **(node.as_ref() as &web_sys::CharacterData) { range.start_offset().ok()? } else { 0 };
    let to =
        if range.end_container().ok()? == **(node.as_ref() as &web_sys::CharacterData) { range.end_offset().ok()? } else { node.length() };
    let text = node.substring_data(from, to.checked_sub(from)?).ok()?;
    let before = node.substring_data(0, from).ok()?.chars().next_back();
    let after = node.substring_data(to, 2).ok()?.chars().next();
    Some((Piece { text, before, after }, element))
}

/// Returns the nearest element with an id for a link: `element` or one of its ancestors. Skips titles. Also skips
/// panels, because the page shows only the panel of the reader's choice.
fn nearest_anchor(element: &Element) -> Option<Element> {
    element.closest("main [id]:not([id^=panel-], [id$=-title])").ok()?
}

/// Returns the origin of a quote as a list: the speaker, the kind of statement, the name of `anchor`, the title of the
/// page, and the first source that the block around `element` cites. Leaves out the title if there is a speaker. In a
/// statement, or if there is no block, the headline or the name of the part takes the place of the source.
fn attribution(anchor: &Element, element: &Element) -> String {
    let within = |selector: &str| words_of(&anchor.query_selector(selector).ok()??);
    let speaker = within(":scope > .labels .speaker, :scope > * > .who, :scope > figcaption cite");
    let kind = within(":scope > .labels .kind");
    // Words without a speaker are the page's own.
    let site = speaker.is_none().then(|| document().title());
    // The sources that a statement cites verify the statement. They are not its origin.
    let block = if anchor.class_name() == "statement" { None } else { element.closest("p, li, td, figure, dd").ok().flatten() };
    let source = match block {
        Some(block) => source(&block),
        None => headline().or_else(|| describe_view::name(&anchor.closest(".part").ok().flatten()?)),
    };
    let names = [speaker, kind, describe_view::name(anchor), site, source];
    let mut distinct: Vec<String> = Vec::new();
    for name in names.into_iter().flatten() {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    }
    messages().joined(MessageKey::Comma, &distinct)
}

/// Returns the title of the first source that `block` cites.
fn source(block: &Element) -> Option<String> {
    let cited = block.query_selector("[role=doc-noteref]").ok()??.get_attribute("href")?;
    text(&[&cited, " cite"].concat())
}

/// Shows the button for sharing a quote, near the selection. If there is no selection to quote, hides the button and
/// returns `None`. A button that has the focus stays.
pub(crate) fn offer() -> Option<()> {
    let popover: HtmlElement = find("#share-quote")?;
    let shown = popover.matches(":popover-open").ok()?;
    let Some(range) = selected() else {
        // Pressing the button may itself remove the selection.
        if shown && !popover.contains(document().active_element().as_deref()) {
            popover.hide_popover().ok()?;
        }
        return None;
    };
    if !shown {
        popover.show_popover().ok()?;
    }
    let (selection, own) = (range.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let [width, height] =
        [window().inner_width(), window().inner_height()].map(|size| size.ok().and_then(|size| size.as_f64()).unwrap_or_default());
    let below = selection.bottom() + 8.0;
    let top = if below + own.height() < height { below } else { selection.top() - own.height() - 8.0 };
    // The selection may be out of sight or larger than the window. The button stays within the window.
    let top = top.min(height - own.height() - 8.0).max(8.0);
    let left = (selection.left() + selection.width() / 2.0 - own.width() / 2.0).min(width - own.width() - 8.0).max(8.0);
    let style = popover.style();
    style.set_property("top", &[&(top as i32).to_string(), "px"].concat()).ok()?;
    style.set_property("left", &[&(left as i32).to_string(), "px"].concat()).ok()
}
