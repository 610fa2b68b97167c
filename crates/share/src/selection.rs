//! Makes a quote of the reader's selection: the words, their speaker and source as the page names them, and a link to the words. This
//! module also shows the button that offers to share the quote.

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

/// The minimum number of characters of a quote. Readers select single words for other reasons than to quote them.
const SHORTEST: usize = 12;
/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;
/// The selector of elements within the text that do not belong to a quote.
const APART: &str = "sup, .visually-hidden, [hidden]";

/// A quote to share.
#[derive(Debug)]
pub(crate) struct Quote {
    /// The quoted words with their speaker and source.
    pub(crate) words: String,
    /// The address of the words: the id of an element around them and, if possible, a text fragment.
    pub(crate) link: String,
}

/// Returns the selected range, if it is long enough for a quote and lies within `<main>`.
pub(crate) fn selected() -> Option<Range> {
    let selection = window().get_selection().ok()??;
    // The selection remains while the share dialog is open. The button must not appear again then.
    if selection.is_collapsed() || element("#share[open]").is_some() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let within = element("main")?.contains(Some(&range.common_ancestor_container().ok()?));
    let long = one_line(&String::from(range.to_string())).chars().count() >= SHORTEST;
    (within && long).then_some(range)
}

/// Makes the quote for the text in `range`.
pub(crate) fn quote(range: &Range) -> Option<Quote> {
    let pieces = pieces(range);
    let (first, last) = (pieces.first()?, pieces.last()?);
    let place = place(&first.1)?;
    let mut quoted = String::new();
    for (piece, element) in &pieces {
        // Text in a block element, such as a paragraph or a cell, begins a new word.
        if !element.matches("a, b, em, strong, span, cite, dfn, time, button").unwrap_or_default() {
            quoted.push(' ');
        }
        quoted.push_str(&piece.text);
    }
    let page = JsString::from(element("main")?.text_content()?);
    let directive = directive(&first.0, &last.0, &|words| page.split(words).length() as usize - 1).unwrap_or_default();
    let here = window().location().href().ok()?;
    let path = here.split(['?', '#']).next()?;
    Some(Quote {
        words: messages().with(MessageKey::Quoted, &[("quote", &one_line(&quoted)), ("who", &said_by(&place, &first.1))]),
        link: [path, "#", &place.id(), &directive].concat(),
    })
}

/// Returns the selected text of each text node, with the node's element. Leaves out citations and visually hidden text.
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

/// Returns the selected part of `node` and the element that contains it.
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
    (!text.trim().is_empty()).then_some((Piece { text, before, after }, element))
}

/// Returns `element` or its nearest ancestor that has an id for a link. Skips titles. Also skips panels, because the
/// page shows a panel only on request.
fn place(element: &Element) -> Option<Element> {
    element.closest("main [id]:not([id^=panel-], [id$=-title])").ok()?
}

/// Describes the origin of a quote: the speaker, the kind of statement, the name of the element `place`, the title of the page, and the
/// first source.
fn said_by(place: &Element, element: &Element) -> String {
    let within = |selector: &str| words_of(&place.query_selector(selector).ok()??);
    let speaker = within(":scope > .labels .speaker, :scope > * > .who, :scope > figcaption cite");
    let kind = within(":scope > .labels .kind");
    // Words without a speaker are the page's own.
    let site = speaker.is_none().then(|| document().title());
    // The sources that a statement cites verify the statement. They are not its origin.
    let block = if place.class_name() == "statement" { None } else { element.closest("p, li, td, figure, dd").ok().flatten() };
    let source = match block {
        Some(block) => source(&block),
        None => headline().or_else(|| describe_view::name(&place.closest(".part").ok().flatten()?)),
    };
    let names = [speaker, kind, describe_view::name(place), site, source];
    let mut names: Vec<String> = Vec::new();
    for name in names.into_iter().flatten() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    messages().joined(MessageKey::Comma, &names)
}

/// Returns the title of the first source that `block` cites.
fn source(block: &Element) -> Option<String> {
    let cited = block.query_selector("[role=doc-noteref]").ok()??.get_attribute("href")?;
    text(&[&cited, " cite"].concat())
}

/// Shows the button for sharing the quote, near the selection. Hides the button if the selection is empty or too short
/// for a quote. Returns `None` if there is no quote to share.
pub(crate) fn offer() -> Option<()> {
    let offer: HtmlElement = find("#share-quote")?;
    let shown = offer.matches(":popover-open").ok()?;
    let Some(range) = selected() else {
        // Pressing the button may itself remove the selection.
        if shown && !offer.contains(document().active_element().as_deref()) {
            offer.hide_popover().ok()?;
        }
        return None;
    };
    if !shown {
        offer.show_popover().ok()?;
    }
    let (at, own) = (range.get_bounding_client_rect(), offer.get_bounding_client_rect());
    let [width, height] =
        [window().inner_width(), window().inner_height()].map(|size| size.ok().and_then(|size| size.as_f64()).unwrap_or_default());
    let below = at.bottom() + 8.0;
    let top = if below + own.height() < height { below } else { at.top() - own.height() - 8.0 };
    // The selection may be out of sight or larger than the window. The button stays within the window.
    let top = top.min(height - own.height() - 8.0).max(8.0);
    let left = (at.left() + at.width() / 2.0 - own.width() / 2.0).min(width - own.width() - 8.0).max(8.0);
    let style = offer.style();
    style.set_property("top", &[&(top as i32).to_string(), "px"].concat()).ok()?;
    style.set_property("left", &[&(left as i32).to_string(), "px"].concat()).ok()
}
