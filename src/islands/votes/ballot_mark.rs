//! The mark for a ballot. It is hidden from screen readers, because the word stands beside it.

use vocabulary::{Ballot, Vocabulary};
use yew::prelude::*;

/// Returns the word for a ballot in markup. Without a ballot, it is "none".
pub(super) fn word(ballot: Option<Ballot>) -> &'static str {
    ballot.map_or("none", Vocabulary::word)
}

/// Renders the mark.
pub(super) fn ballot_mark(ballot: Option<Ballot>) -> Html {
    html! { <i class="ballot" data-ballot={word(ballot)} aria-hidden="true"></i> }
}
