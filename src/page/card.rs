//! A card: background that opens where it stands, as a native `<details>`.

use yew::prelude::*;

/// The card `id` with a summary line, a hint of what is inside, and its content.
pub(super) fn card(id: &str, summary: &str, hint: &str, content: Html) -> Html {
    html! {
        <details class="card" id={id.to_owned()}>
            <summary><span class="summary">{ summary }</span>{ " " }<span class="hint">{ hint }</span></summary>
            <div class="card-body">{ content }</div>
        </details>
    }
}
