//! Background: in the story a card that opens where it stands, a native `<details>`; on the page of its subject laid open.

use super::{Embed, Page};
use yew::prelude::*;

impl Page<'_> {
    /// The background `id` with a summary line, a hint of what is inside, and its content.
    pub(super) fn background(&self, id: &str, summary: &str, hint: &str, content: Html) -> Html {
        if !self.is_own_page() {
            return self.card(id, summary, hint, content);
        }
        html! {
            <section class="opened" id={id.to_owned()}>
                <h3>{ self.linked(id, summary) }</h3>
                // Reader views drop a <div> with many links, and take one with a good name for the whole article.
                <section class="laid-open">{ content }</section>
            </section>
        }
    }

    /// The card `id` with a summary line, a hint of what is inside, its content, and the link to it. That comes last:
    /// a link in the summary would be a control within a control.
    pub(super) fn card(&self, id: &str, summary: &str, hint: &str, content: Html) -> Html {
        // In the embed of all each part is a card, and leads on to the page with what opens in the story.
        if self.embed == Some(&Embed::Whole) {
            return Html::default();
        }
        let link = &self.labels().share.link_to;
        html! {
            <details class="card" id={id.to_owned()}>
                <summary><span class="summary">{ summary }</span>{ " " }<span class="hint">{ hint }</span></summary>
                <div class="card-body">{ content }<p class="link-to"><a class="anchor" href={format!("#{id}")} aria-label={format!("{link}: {summary}")}>{ link }</a></p></div>
            </details>
        }
    }
}
