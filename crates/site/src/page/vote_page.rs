//! Renders the page of a recorded vote: the result in words, the roll call, a link to compare the vote with another,
//! and links to the pages of all votes. The texts about a vote, such as its title, are also filled in here.

use super::{Page, citation::Chapter, route::Route};
use explainer::view::ViewState;
use story::{Resolution, RollCallNote};
use vocabulary::Subject;
use yew::prelude::*;

impl Page<'_> {
    pub(super) fn vote_page(&self) -> Html {
        let Some(vote) = self.shared_vote() else { return Html::default() };
        self.citations.enter(Chapter::of(self.route));
        let (row, roll_call) = self.shared_roll_call();
        let labels = &self.labels().history;
        let shown = ViewState { resolution: Some(vote.id.clone()), ..ViewState::default() };
        let compare = format!("{}?{}#roll-call", Route::from(Subject::UnHistory).path(), shown.serialise(""));
        let is_about_vote = |note: &RollCallNote| note.resolution == vote.id;
        let content = html! {
            <section class="explore wide" id="roll-call" aria-labelledby="roll-call-title">
                <h3 id="roll-call-title" class="visually-hidden">{ &labels.explore }</h3>
                <div class="roll-call">{ roll_call }</div>
                <div class="chosen">{ row }</div>
                if self.edition.roll_call_notes.iter().any(is_about_vote) {
                    { self.roll_call_notes(is_about_vote) }
                }
                // The comparison is on another page, and needs script.
                <p class="instruction">{ &labels.tile_codes }{ " " }<a href={self.url_of(&compare)}>{ &labels.compare }</a></p>
                { self.other_votes(vote) }
            </section>
        };
        self.own_page(&self.about_vote(vote, &labels.vote_finding), content)
    }

    /// Replaces the placeholders in a label about a recorded vote by the facts of the vote.
    pub(super) fn about_vote(&self, resolution: &Resolution, label: &str) -> String {
        let tally = resolution.tally.unwrap_or_default();
        label
            .replace("{body}", self.labels().word(resolution.body))
            .replace("{y}", &resolution.adopted_on.year.to_string())
            .replace("{symbol}", &resolution.symbol)
            .replace("{date}", &self.date_text(resolution.adopted_on))
            .replace("{yes}", &tally.yes.to_string())
            .replace("{no}", &tally.no.to_string())
            .replace("{abstain}", &tally.abstain.to_string())
            .replace("{absent}", &tally.not_voting.to_string())
    }

    /// Renders the links to the pages of all recorded votes.
    fn other_votes(&self, vote: &Resolution) -> Html {
        let labels = &self.labels().history;
        let votes = self.edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        html! {
            <nav class="other-votes" aria-label={labels.votes.clone()}>
                <p>{ &labels.votes }</p>
                <ol translate="no">
                    { for votes.map(|other| html! {
                        <li>
                            <a href={self.url_of(&Route::Vote(other.id.clone()).path())} aria-current={(other.id == vote.id).then_some("page")}>
                                { format!("{} · {}", other.adopted_on.year, other.symbol) }
                            </a>
                        </li>
                    }) }
                </ol>
            </nav>
        }
    }
}
