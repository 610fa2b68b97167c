//! Renders the first figure of the story: the name-plates of Japan and the European Union for each year in which the
//! Human Rights Council adopted a text, up to the year of the decision. Japan's plate stands in the years in which
//! Japan submitted the text with the European Union. In other years, it lies on its face. The plate of the European
//! Union always stands.

use super::Page;
use crate::drawing::{finding, plates};
use vocabulary::Figure;
use yew::prelude::*;

impl Page<'_> {
    pub(super) fn lead_figure(&self) -> Html {
        let labels = &self.labels().lead;
        html! {
            <figure class="lead wide" id="name-plates">
                <figcaption><h2>{ self.linked("name-plates", finding(self.edition, Figure::Plates)) }</h2></figcaption>
                <ol class="plates">
                    // Style sheets show these names only on narrow screens, and the names on the plates only on wide
                    // screens.
                    <li class="plate-names" aria-hidden="true"><span>{ &labels.union }</span><span>{ &labels.japan }</span></li>
                    { for plates::years(self.edition).into_iter().map(|(year, stands)| {
                        html! {
                            <li data-stands={stands.then_some("")}>
                                { drawn(stands, labels) }
                                <span class="plate-year" translate="no">{ year }</span>
                                if !stands {
                                    <span class="plate-note" aria-hidden="true">{ &labels.alone }</span>
                                }
                                <span class="visually-hidden">{ if stands { labels.standing.clone() } else { labels.laid_down.clone() } }</span>
                            </li>
                        }
                    }) }
                </ol>
                <p class="caption">{ &labels.figure_caption }</p>
                { self.figure_links(Figure::Plates) }
                if self.embed.is_none() || self.is_figure(Figure::Plates) {
                    { self.picture_credit() }
                }
            </figure>
        }
    }

    /// Renders the note about the source of the drawing.
    fn picture_credit(&self) -> Html {
        let Some(section) = self.edition.texts.lead.section("picture") else { return Html::default() };
        let place = self.place(&section.id, story::plain(&section.title));
        html! { <div class="caption credit" id={section.id.clone()}>{ self.blocks(&section.blocks, &place) }</div> }
    }
}

/// Draws two plates on a desk: the European Union's behind, and Japan's in front.
fn drawn(stands: bool, labels: &story::LeadLabels) -> Html {
    html! {
        <svg viewBox={format!("0 0 {} {}", plates::SIZE.0, plates::SIZE.1)} preserveAspectRatio="none" aria-hidden="true">
            <path class="desk" d={plates::DESK} />
            <path class="plate-back" d={plates::BACK} />
            <path class="plate-face-back" d={plates::BACK_FACE} />
            <text class="plate-word-back" x="63" y="37">{ &labels.union }</text>
            if stands {
                <g>
                    <path class="plate-side" d={plates::SIDE} />
                    <path class="plate-face" d={plates::FACE} />
                    <text class="plate-word" x="44" y="64">{ &labels.japan }</text>
                </g>
            } else {
                <g>
                    <path class="plate-lying" d={plates::LYING} />
                    <path class="plate-edge" d={plates::EDGE} />
                </g>
            }
        </svg>
    }
}
