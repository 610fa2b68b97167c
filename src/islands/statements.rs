//! The article, statement by statement: how many stand out by kind, verdict and speaker.
//!
//! The choices are native radio buttons, and style sheets make all others pale, on the whole page where it is
//! about speakers. What this code adds is the count.

use crate::{dom::on_page, view::ViewState};
use vocabulary::Vocabulary;
use web_sys::Element;

/// How many statements on the page are as chosen.
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
