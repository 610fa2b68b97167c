//! The place of an island on the page, with its native rendering and the hydration markers in it.

use super::raw;
use yew::{BaseComponent, LocalServerRenderer, prelude::*};

/// Renders the island `C`, to be hydrated.
pub(super) async fn island<C: BaseComponent>(name: &str, props: C::Properties) -> Html {
    let markup = LocalServerRenderer::<C>::with_props(props).hydratable(true).render().await;
    html! { <div class="island" data-island={name.to_owned()}>{ raw(markup) }</div> }
}
