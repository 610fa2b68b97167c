//! The depth control: how much of the page is shown.

use super::Page;
use explainer::view::Depth;
use yew::prelude::*;

impl Page<'_> {
    /// Native radio buttons: style sheets read them, so that the choice works without script.
    pub(super) fn depth(&self) -> Html {
        let labels = &self.labels().depth;
        let choice = |depth: Depth, words: &str, hint: &str| {
            html! {
                <label>
                    <input type="radio" name="depth" value={depth.word()} checked={depth == Depth::default()} />
                    <span class="choice">{ words }</span>{ " " }
                    <span class="hint">{ hint }</span>
                </label>
            }
        };
        html! {
            <form class="depth">
                <fieldset>
                    <legend>{ &labels.legend }</legend>
                    { choice(Depth::Brief, &labels.brief, &labels.brief_hint) }
                    { choice(Depth::Standard, &labels.standard, &labels.standard_hint) }
                    { choice(Depth::Everything, &labels.everything, &labels.everything_hint) }
                </fieldset>
            </form>
        }
    }
}
