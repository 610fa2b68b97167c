//! Renders background information and cards. A card is a native `<details>` that the reader can
//! open.

use super::{Embed, Page};
use yew::prelude::*;

impl Page<'_> {
    /// Renders background information. On the page of a part, renders a section that is always
    /// open. Elsewhere, renders what [`Self::card`] renders.
    pub(super) fn background(&self, id: &str, summary: &str, hint: &str, content: Html) -> Html {
        if !self.is_own_page() {
            return self.card(id, summary, hint, content);
        }
        html! {
            <section class="opened" id={id.to_owned()}>
                <h3>{ self.linked(id, summary) }</h3>
                // This is not a <div>, because reader views drop a <div> with many links, and treat a <div> with
                // certain class names as the whole article.
                <section class="laid-open">{ content }</section>
            </section>
        }
    }

    /// Renders the card `id`. Its summary line has `summary` and `hint`. Its body has `content` and
    /// a link to the card. The link comes last, because a link in the summary would be a control
    /// within a control. Renders nothing in the embed of the whole explainer, where each subject is
    /// itself a card.
    pub(super) fn card(&self, id: &str, summary: &str, hint: &str, content: Html) -> Html {
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
