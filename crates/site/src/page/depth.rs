//! Renders the depth control, by which the reader chooses how much of the explainer is shown. Each choice shows its
//! reading time.

use super::Page;
use explainer::view::Depth;
use strum::VariantArray;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the depth control as native radio buttons. Style sheets apply the choice. In
    /// browsers without `::details-content`, style sheets cannot open cards. There, the script
    /// `dialogs.js` opens the cards if the app has not started yet.
    pub(super) fn depth(&self) -> Html {
        let labels = &self.labels().depth;
        let choice = |depth: Depth| {
            let words = match depth {
                Depth::Brief => &labels.brief,
                Depth::Standard => &labels.standard,
                Depth::Everything => &labels.everything,
            };
            html! {
                <label>
                    <input type="radio" name="depth" value={depth.word()} checked={depth == Depth::default()} />
                    <span class="choice">{ words }</span>{ " " }
                    <span class="hint">{ self.minutes_text(self.places.reading_times.at_depth(depth)) }</span>
                </label>
            }
        };
        html! {
            <form class="depth">
                <fieldset>
                    <legend>{ &labels.legend }</legend>
                    { for Depth::VARIANTS.iter().map(|depth| choice(*depth)) }
                </fieldset>
                // A style sheet shows this line if "Everything" is chosen.
                <p class="elsewhere"><span>{ &labels.elsewhere }</span>{ " " }<a href="#pages">{ &self.labels().site.all_pages }</a></p>
            </form>
        }
    }
}
