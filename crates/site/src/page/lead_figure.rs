//! The lead: a name-plate for each year on the Council's desk, from the first text to the decision. Those of Japan's
//! years as co-author stand; in the year of the decision it is laid down, while the European Union's stands on.

use super::Page;
use std::collections::BTreeMap;
use story::Resolution;
use vocabulary::{Body, Role};
use yew::prelude::*;

impl Page<'_> {
    /// The figure, drawn from the table of resolutions.
    pub(super) fn lead_figure(&self) -> Html {
        let labels = &self.labels().lead;
        let decision = self.edition.decision.year;
        let of_council = |resolution: &&Resolution| resolution.body == Body::Council && resolution.adopted_on.year <= decision;
        let years: BTreeMap<_, _> =
            self.edition.resolutions.iter().filter(of_council).map(|resolution| (resolution.adopted_on.year, resolution.japan)).collect();
        html! {
            <figure class="lead wide" id="name-plates">
                <figcaption><h2>{ self.linked("name-plates", &labels.figure_title) }</h2></figcaption>
                <ol class="plates">
                    // On narrow screens the plates are named once.
                    <li class="plate-names" aria-hidden="true"><span>{ &labels.union }</span><span>{ &labels.japan }</span></li>
                    { for years.into_iter().map(|(year, role)| {
                        let stands = role == Role::CoSubmitter;
                        html! {
                            <li data-stands={stands.then_some("")}>
                                { plates(stands, labels) }
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
fn plates(stands: bool, labels: &story::LeadLabels) -> Html {
    html! {
        <svg viewBox="0 0 96 84" preserveAspectRatio="none" aria-hidden="true">
            <path class="desk" d="M0 74H96" />
            <path class="plate-back" d="M40 20H90L94 52H44Z" />
            <path class="plate-face-back" d="M38 22H88V52H38Z" />
            <text class="plate-word-back" x="63" y="37">{ &labels.union }</text>
            if stands {
                <g>
                    <path class="plate-side" d="M80 42L88 74H80Z" />
                    <path class="plate-face" d="M8 42H80V74H8Z" />
                    <text class="plate-word" x="44" y="64">{ &labels.japan }</text>
                </g>
            } else {
                <g>
                    <path class="plate-lying" d="M6 74L16 64H92L82 74Z" />
                    <path class="plate-edge" d="M6 74H82V78H6Z" />
                </g>
            }
        </svg>
    }
}
