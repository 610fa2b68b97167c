//! Renders the question about the result of a vote: how many members voted yes? The answer is in a native `<details>`,
//! so a reader can skip the question.

use super::{Page, raw};
use crate::scripts::Script;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the question about the vote that has a `guess` in `resolutions.toml`. Renders nothing if there is no
    /// such vote. A script shows the reader's guess. Without script there is no slider.
    pub(super) fn guess(&self) -> Html {
        let question_and_tally = self.edition.resolutions.iter().find_map(|vote| Some((vote.guess.as_ref()?, vote.tally?)));
        let Some((question, tally)) = question_and_tally else { return Html::default() };
        let labels = &self.labels().history;
        let (yes, members) = (tally.yes.to_string(), tally.members().to_string());
        let result = |label: &str| label.replace("{yes}", &yes).replace("{n}", &members);
        let middle = (tally.members() / 2).to_string();
        let share = format!("{:.1}%", f32::from(tally.yes) / f32::from(tally.members()) * 100.0);
        html! {
            <section class="guess wide" id="guesses">
                <h3>{ self.linked("guesses", question) }</h3>
                <div>
                    <p class="asking">
                        <label for="guess">{ &labels.guess }</label>
                        <output for="guess">{ "?" }</output>
                        <input
                            id="guess"
                            type="range"
                            name="guess"
                            min="0"
                            max={members.clone()}
                            value={middle}
                            autocomplete="off"
                        />
                        <span aria-hidden="true">{ 0 }</span>
                        <span aria-hidden="true">{ &members }</span>
                    </p>
                    <details>
                        <summary>{ &labels.answer }</summary>
                        <output class="visually-hidden" data-result={labels.guess_result.replace("{yes}", &yes)}>{ result(&labels.guess_was) }</output>
                        <svg class="guess-bar" width="100%" height="64" aria-hidden="true">
                            <rect class="all" y="21" width="100%" height="18" />
                            <rect class="yes" y="21" width={share.clone()} height="18" />
                            <text x={share} y="14" text-anchor="middle">{ result(&labels.guess_was) }</text>
                            <svg class="own-guess" aria-hidden="true" overflow="visible" data-words={labels.guess_said.clone()}><path d="M0 16V44" /><text y="60"></text></svg>
                        </svg>
                    </details>
                </div>
                { raw(format!("<script>{}</script>", Script::Guess.minified())) }
            </section>
        }
    }
}
