//! The mark for a ballot. The mark has no content, so screen readers skip it. Text beside the mark names the ballot.

use vocabulary::{Ballot, Vocabulary};
use yew::prelude::*;

/// Returns the word that the attribute `data-ballot` has for a ballot. For `None`, returns "none".
pub(super) fn word(ballot: Option<Ballot>) -> &'static str {
    ballot.map_or("none", Vocabulary::word)
}

/// Renders the mark for a ballot. `None` means that the country was not a member of the body.
pub(super) fn ballot_mark(ballot: Option<Ballot>) -> Html {
    html! { <i class="ballot" data-ballot={word(ballot)}></i> }
}
