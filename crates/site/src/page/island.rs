//! Renders the element around an island. The element contains the island's markup and the markers
//! that hydration needs.

use super::raw;
use vocabulary::{Figure, Subject};
use yew::{BaseComponent, LocalServerRenderer, prelude::*};

/// Returns whether the page of a subject needs the app: for an island, or to keep the choice of a count in the address.
pub(super) fn has_islands(subject: Subject) -> bool {
    match subject {
        Subject::Shift | Subject::Abductions | Subject::UnHistory | Subject::Timeline | Subject::Article => true,
        Subject::Why | Subject::WhatNext => false,
    }
}

/// Returns whether a figure needs the app: for an island, or to keep the choice of a count in the address.
pub(super) fn figure_has_islands(figure: Figure) -> bool {
    match figure {
        Figure::Stairs | Figure::Counts => true,
        Figure::Plates
        | Figure::BeforeAfter
        | Figure::Reasons
        | Figure::Names
        | Figure::Coast
        | Figure::Lists
        | Figure::PoliceList
        | Figure::VotePatterns
        | Figure::GenevaVotes
        | Figure::Landmarks
        | Figure::Statements => false,
    }
}

/// Renders the island `C` for hydration. The attribute `data-nodes` has the number of elements and comments in the
/// island. If the markup in the browser has a different number, the app renders the island again instead of hydrating
/// it.
pub(super) async fn island<C: BaseComponent>(name: &str, props: C::Properties) -> Html {
    let markup = LocalServerRenderer::<C>::with_props(props).hydratable(true).render().await;
    let is_node = |rest: &&str| rest.starts_with(|first: char| first.is_ascii_alphabetic()) || rest.starts_with("!--");
    let nodes = markup.split('<').skip(1).filter(is_node).count();
    html! { <div class="island" data-island={name.to_owned()} data-nodes={nodes.to_string()}>{ raw(markup) }</div> }
}
