//! The article, statement by statement: how many stand out by kind, verdict and speaker.
//!
//! The choices are native radio buttons, and style sheets make all others pale, on the whole page where it is
//! about speakers. What this code adds is the count.

use super::elements::on_page;
use crate::view::ViewState;
use vocabulary::Vocabulary;

/// The card with the statements. A choice opens it.
pub const CARD: &str = "article-card";

/// How many statements on the page are as chosen.
pub fn standing_out(view: &ViewState) -> usize {
    let chosen = [
        ("data-kind", view.kind.map(Vocabulary::word)),
        ("data-verdict", view.verdict.map(Vocabulary::word)),
        ("data-speaker", view.speaker.map(Vocabulary::word)),
    ];
    on_page(".statement")
        .filter(|statement| chosen.iter().all(|(name, word)| word.is_none() || statement.get_attribute(name).as_deref() == *word))
        .count()
}
