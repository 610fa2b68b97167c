//! The lead: a name-plate for each year on the Council's desk, from the first text to the decision. Those of Japan's
//! years as co-author stand; in the year of the decision it is laid down, while the European Union's stands on.

use super::Page;
use crate::drawing::{finding, plates};
use vocabulary::Figure;
use yew::prelude::*;

impl Page<'_> {
    /// The figure, drawn from the table of resolutions.
    pub(super) fn lead_figure(&self) -> Html {
        let labels = &self.labels().lead;
        html! {
            <figure class="lead wide" id="name-plates">
                <figcaption><h2>{ self.linked("name-plates", finding(self.edition, Figure::Plates)) }</h2></figcaption>
                <ol class="plates">
                    // On narrow screens the plates are named once.
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
                if self.embed.is_none() {
                    { self.picture_credit() }
                }
            </figure>
        }
    }

    /// What the drawing is made from, and the article's own picture as the article credits it.
    fn picture_credit(&self) -> Html {
        let Some(section) = self.edition.texts.lead.section("picture") else { return Html::default() };
        let place = self.place(&section.id, story::plain(&section.title));
        html! { <div class="caption credit" id={section.id.clone()}>{ self.blocks(&section.blocks, &place) }</div> }
    }
}

/// Two plates on a desk: the European Union's behind, Japan's in front, standing or laid on its face.
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
