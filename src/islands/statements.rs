//! Counts the statements of the article that match the reader's choices.
//!
//! The choices are native radio buttons, and style sheets dim the statements that do not match. This code only counts
//! the statements.

use crate::{dom::on_page, view::ViewState};
use vocabulary::Vocabulary;
use web_sys::Element;

/// Returns the number of statements on the page that match the chosen kind, verdict and speaker.
pub fn standing_out(view: &ViewState) -> usize {
    let chosen = [
        ("data-kind", view.kind.map(Vocabulary::word)),
        ("data-verdict", view.verdict.map(Vocabulary::word)),
        ("data-speaker", view.speaker.map(Vocabulary::word)),
    ];
    on_page::<Element>(".statement")
        .filter(|statement| chosen.iter().all(|(name, word)| word.is_none() || statement.get_attribute(name).as_deref() == *word))
        .count()
}
