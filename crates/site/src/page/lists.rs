//! Renders the lists of people, all at one scale, with a small dot for each person.

use super::Page;
use crate::drawing::{
    finding,
    people::{DOT_LINE, DOT_STEP, dots, lists},
};
use story::{Count, vocabulary::Figure};
use yew::prelude::*;

impl Page<'_> {
    pub(super) fn lists(&self) -> Html {
        html! {
            <figure class="lists wide" id="lists">
                <figcaption><h3>{ self.linked("lists", finding(self.edition, Figure::Lists)) }</h3></figcaption>
                <ul>{ for lists(self.edition).into_iter().map(|count| self.list(count)) }</ul>
                <p class="caption">{ &self.labels().abductions.numbers_overlap }</p>
                { self.figure_links(Figure::Lists) }
            </figure>
        }
    }

    /// Renders a list: its number and name, a dot for each person, and what the number counts.
    fn list(&self, count: &Count) -> Html {
        let place = self.count_place(count);
        html! {
            <li data-count={count.id.clone()}>
                <p><b>{ self.count_value(count) }</b>{ " " }<span>{ count.choice.clone() }</span></p>
                { field(count.value) }
                <p class="counted">
                    { self.inlines(&count.means, &place) }{ self.cite(&count.sources, &place) }
                    if let Some(date) = count.date {
                        <span class="as-of">{ self.date(date) }</span>
                    }
                </p>
            </li>
        }
    }
}

/// Draws `count` small dots as one path.
fn field(count: u32) -> Html {
    let lines = count.div_ceil(DOT_LINE);
    html! {
        <svg viewBox={format!("0 0 {} {}", DOT_LINE * DOT_STEP, lines * DOT_STEP)} aria-hidden="true"><path d={dots(count)} /></svg>
    }
}
