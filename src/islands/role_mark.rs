//! The mark for Japan's role: a disc for a co-submitter, a ring for a co-sponsor, a dash for consensus only, or a
//! question mark if the role is unknown. These four marks have the same colour.

use vocabulary::{Role, Vocabulary};
use yew::prelude::*;

/// Renders the mark for `role`. For `None`, which means a year without a resolution, renders a dot. The mark is hidden
/// from screen readers, because text beside the mark names the role.
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

/// Renders the disc, for an SVG of 16 by 16 units.
pub fn filled() -> Html {
    html! { <circle cx="8" cy="8" r="6.5" fill="currentColor" /> }
}

/// Renders the ring, for an SVG of 16 by 16 units.
pub fn ring() -> Html {
    html! { <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="2.5" /> }
}
