//! Before you look: the reader guesses how many voted yes, then opens the result. Native, and easy to pass by.

use super::Page;
use story::Tally;
use yew::prelude::*;

impl Page<'_> {
    /// The questions, for the votes whose words in `resolutions.toml` have one.
    pub(super) fn guesses(&self) -> Html {
        let labels = &self.labels().history;
        let asked = self.edition.resolutions.iter().filter_map(|vote| Some((vote, vote.guess.as_ref()?, vote.tally?)));
        html! {
            <section class="guesses wide" id="guesses">
                <h3>{ self.linked("guesses", &labels.guess) }</h3>
                <p class="instruction">{ &labels.guess_text }</p>
                { for asked.map(|(vote, question, tally)| self.guess(&vote.id, question, tally)) }
            </section>
        }
    }

    /// A question. The slider and the bar of the result have the same length, so the guess is seen against it.
    fn guess(&self, vote: &str, question: &str, tally: Tally) -> Html {
        let id = format!("guess-{vote}");
        let middle = tally.members() / 2;
        html! {
            <div class="guess">
                <div class="guessed">
                    <label for={id.clone()}>{ question }</label>
                    <output for={id.clone()}>{ middle }</output>
                    <input {id} type="range" name="guess" min="0" max={tally.members().to_string()} value={middle.to_string()} autocomplete="off" />
                </div>
                <details>
                    <summary>{ &self.labels().history.answer }</summary>
                    { self.vote_bar(tally) }
                    { self.tally_words(tally) }
                </details>
            </div>
        }
    }
}
