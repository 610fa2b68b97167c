//! The mark for a ballot. It has no content, so screen readers skip it. Text beside it names the ballot.

use vocabulary::{Ballot, Vocabulary};
use yew::prelude::*;

/// Returns the word for a ballot in the attribute `data-ballot`. For `None`, returns "none".
pub(super) fn word(ballot: Option<Ballot>) -> &'static str {
    ballot.map_or("none", Vocabulary::word)
}

/// Renders the mark for a ballot. `None` means that the country was not a member of the body.
pub(super) fn ballot_mark(ballot: Option<Ballot>) -> Html {
    html! { <i class="ballot" data-ballot={word(ballot)}></i> }
}
