//! Renders the first figure: name-plates of Japan and the European Union for each year, from the Council's first text to the
//! decision. Japan's plate stands in the years in which Japan was co-author. In the year of the decision it is laid down.
//! The plate of the European Union stands in every year.

use super::Page;
use vocabulary::{Body, Role};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the figure from the table of resolutions.
    pub(super) fn lead_figure(&self) -> Html {
        let labels = &self.labels().lead;
        let decision = self.edition.decision.year;
        let years =
            self.edition.resolutions.iter().filter(|resolution| resolution.body == Body::Council && resolution.adopted_on.year <= decision);
        html! {
            <figure class="lead wide" id="name-plates">
                <figcaption><h2>{ self.linked("name-plates", &labels.figure_title) }</h2></figcaption>
                <ol class="plates">
                    // On narrow screens the names stand here, and not on the plates.
                    <li class="plate-names" aria-hidden="true"><span>{ &labels.union }</span><span>{ &labels.japan }</span></li>
                    { for years.map(|resolution| {
                        let stands = resolution.japan == Role::CoSubmitter;
                        html! {
                            <li data-stands={stands.then_some("")}>
                                { plates(stands, labels) }
                                <span class="plate-year" translate="no">{ resolution.adopted_on.year }</span>
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

    /// Renders the note about the source of the drawing, and the credit of the article's own picture.
    fn picture_credit(&self) -> Html {
        let Some(section) = self.edition.texts.lead.section("picture") else { return Html::default() };
        let place = self.place(&section.id, story::plain(&section.title));
        html! { <div class="caption credit" id={section.id.clone()}>{ self.blocks(&section.blocks, &place) }</div> }
    }
}

/// Draws two plates on a desk: the European Union's behind, and Japan's in front, which stands or lies on its face.
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
