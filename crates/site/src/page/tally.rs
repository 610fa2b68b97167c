//! Renders the tally of a vote.

use super::{Page, placeholders::filled};
use story::{Resolution, Tally, vocabulary::Ballot, vocabulary::Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// Returns the tally of a resolution as text (yes, no, abstained), such as `30–6–11`. Returns the label "without a
    /// vote" if there was no recorded vote.
    pub(super) fn adopted(&self, resolution: &Resolution) -> String {
        match resolution.tally {
            Some(tally) => format!("{}–{}–{}", tally.yes, tally.no, tally.abstain),
            None => self.labels().history.without_vote.clone(),
        }
    }

    /// Renders each number of a tally with the name of its ballot.
    pub(super) fn tally_words(&self, tally: Tally) -> Html {
        html! {
            <span class="tally">
                { for Ballot::ALL.map(|ballot| html! {
                    <span data-ballot={ballot.word()}>
                        { filled(&self.labels().history.share, [
                            ("n", html! { <b>{ tally.of(ballot) }</b> }),
                            ("ballot", html! { <span>{ self.labels().word(ballot) }</span> }),
                        ]) }
                    </span>
                }) }
            </span>
        }
    }
}
