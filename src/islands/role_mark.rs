//! The mark for Japan's role: one hue in three forms, filled, ring and dash, and a query where no source was found.

use vocabulary::{Role, Vocabulary};
use yew::prelude::*;

/// The mark for `role`, or for a year without a text. Decoration: the words beside it say the same.
pub fn role_mark(role: Option<Role>) -> Html {
    let name = role.map_or("none", Vocabulary::word);
    let shape = match role {
        Some(Role::CoSubmitter) => filled(),
        Some(Role::CoSponsor) => ring(),
        Some(Role::ConsensusOnly) => html! { <path d="M1.5 8h13" stroke="currentColor" stroke-width="3.5" /> },
        Some(Role::Unknown) => html! {
            <path d="M5 5.4C5.4 3.2 11 3 11 6c0 2-3 2.2-3 4.2M8 12.3v1.9" fill="none" stroke="currentColor" stroke-width="1.9" />
        },
        None => html! { <circle cx="8" cy="8" r="1.25" fill="currentColor" /> },
    };
    html! { <svg class="role" data-role={name} viewBox="0 0 16 16" aria-hidden="true">{ shape }</svg> }
}

/// The form of what is wholly so.
pub fn filled() -> Html {
    html! { <circle cx="8" cy="8" r="6.5" fill="currentColor" /> }
}

/// The form of what is so in a lesser way.
pub fn ring() -> Html {
    html! { <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="2.5" /> }
}
