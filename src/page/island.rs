//! The place of an island on the page: its native rendering, and beside it what it needs to come alive.

use super::raw;
use serde::Serialize;
use yew::{BaseComponent, LocalServerRenderer, prelude::*};

/// Renders the island `C` with hydration markers, and `data` as JSON beside it.
///
/// # Errors
/// When `data` cannot be written as JSON.
pub(super) async fn island<C: BaseComponent>(name: &str, props: C::Properties, data: &impl Serialize) -> serde_json::Result<Html> {
    let markup = LocalServerRenderer::<C>::with_props(props).hydratable(true).render().await;
    // `</script` and `<!--` would end or change the script element; JSON can do without a bare `<`.
    let json = serde_json::to_string(data)?.replace('<', "\\u003c");
    Ok(html! {
        <>
            <div class="island" data-island={name.to_owned()}>{ raw(markup) }</div>
            { raw(format!("<script type=\"application/json\" data-props=\"{name}\">{json}</script>")) }
        </>
    })
}
