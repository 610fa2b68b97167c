//! How a vote went, in figures.

use super::{Page, pattern::filled};
use story::{Resolution, Tally, vocabulary::Ballot, vocabulary::Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// How a resolution was adopted, in a few characters: `30–6–11` or "without a vote".
    pub(super) fn adopted(&self, resolution: &Resolution) -> String {
        match resolution.tally {
            Some(tally) => format!("{}–{}–{}", tally.yes, tally.no, tally.abstain),
            None => self.labels().history.without_vote.clone(),
        }
    }

    /// The figures of a vote, each with its word.
    pub(super) fn tally_words(&self, tally: Tally) -> Html {
        let shares =
            [(Ballot::Yes, tally.yes), (Ballot::Abstain, tally.abstain), (Ballot::No, tally.no), (Ballot::Absent, tally.not_voting)];
        html! {
            <span class="tally">
                { for shares.map(|(ballot, count)| html! {
                    <span data-ballot={ballot.word()}>
                        { filled(&self.labels().history.share, [
                            ("n", html! { <b>{ count }</b> }),
                            ("ballot", html! { <span>{ self.labels().word(ballot) }</span> }),
                        ]) }
                    </span>
                }) }
            </span>
        }
    }
}
