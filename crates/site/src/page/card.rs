//! A card: background that opens where it stands, as a native `<details>`.

use super::Page;
use yew::prelude::*;

impl Page<'_> {
    /// The card `id` with a summary line, a hint of what is inside, its content, and the link to it. That comes last:
    /// a link in the summary would be a control within a control.
    pub(super) fn card(&self, id: &str, summary: &str, hint: &str, content: Html) -> Html {
        let link = &self.labels().share.link_to;
        html! {
            <details class="card" id={id.to_owned()}>
                <summary><span class="summary">{ summary }</span>{ " " }<span class="hint">{ hint }</span></summary>
                <div class="card-body">{ content }<p class="link-to"><a class="anchor" href={format!("#{id}")} aria-label={format!("{link}: {summary}")}>{ link }</a></p></div>
            </details>
        }
    }
}
