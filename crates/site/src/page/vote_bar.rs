//! A recorded vote as a stacked bar: yes, abstain, no, not voting, in that order, told apart by pattern too.

use super::{Page, pattern::filled};
use story::{Resolution, Tally, vocabulary::Ballot, vocabulary::Vocabulary};
use yew::prelude::*;

/// The bar's length in its own units.
const LENGTH: f32 = 240.0;
const HEIGHT: f32 = 14.0;

/// The shares of a tally in the order in which they are drawn.
fn shares(tally: Tally) -> [(Ballot, u16); 4] {
    [(Ballot::Yes, tally.yes), (Ballot::Abstain, tally.abstain), (Ballot::No, tally.no), (Ballot::Absent, tally.not_voting)]
}

impl Page<'_> {
    /// How a resolution was adopted, in a few characters: `30–6–11` or "without a vote".
    pub(super) fn adopted(&self, resolution: &Resolution) -> String {
        match resolution.tally {
            Some(tally) => format!("{}–{}–{}", tally.yes, tally.no, tally.abstain),
            None => self.labels().history.without_vote.clone(),
        }
    }

    /// The bar of a vote, decoration beside its figures.
    pub(super) fn vote_bar(&self, tally: Tally) -> Html {
        let scale = LENGTH / f32::from(tally.members());
        let mut x = 0.0;
        let bars = shares(tally).map(|(ballot, count)| {
            let width = f32::from(count) * scale;
            let start = x;
            x += width;
            if count == 0 {
                return Html::default();
            }
            html! {
                <rect data-ballot={ballot.word()} x={format!("{start:.1}")} y="0" width={format!("{:.1}", (width - 1.0).max(0.5))} height={HEIGHT.to_string()} />
            }
        });
        html! {
            <svg class="vote-bar" viewBox={format!("0 0 {LENGTH} {HEIGHT}")} preserveAspectRatio="none" aria-hidden="true">{ for bars }</svg>
        }
    }

    /// The figures of a vote, each with its word.
    pub(super) fn tally_words(&self, tally: Tally) -> Html {
        html! {
            <span class="tally">
                { for shares(tally).map(|(ballot, count)| html! {
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
