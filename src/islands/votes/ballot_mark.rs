//! The mark for a ballot, or for the lack of one. Decoration: the word for it stands beside it.

use vocabulary::{Ballot, Vocabulary};
use yew::prelude::*;

/// The word in markup for a ballot, or for none.
pub(super) fn word(ballot: Option<Ballot>) -> &'static str {
    ballot.map_or("none", Vocabulary::word)
}

/// The mark.
pub(super) fn ballot_mark(ballot: Option<Ballot>) -> Html {
    html! { <i class="ballot" data-ballot={word(ballot)} aria-hidden="true"></i> }
}
