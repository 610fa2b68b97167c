//! Renders the part about what changed: a drawing of Japan's role in each year, a panel for each year, a table with the
//! same facts, and the comparison of before and after.

use super::{Embed, Page, Takeaway, citation::Place, island::island};
use crate::drawing::{finding, stairs::text_of};
use explainer::islands::{
    Shared,
    role_mark::role_mark,
    shift::{self, Lanes, Shift},
};
use std::rc::Rc;
use story::{
    Edition, Resolution, Year,
    vocabulary::{City, Figure, Subject, Vocabulary},
};
use yew::prelude::*;

/// Returns the CSS that shows the panel of the checked year and marks the steps of that year in the drawing. The CSS
/// has a selector for each year, so the choice works without script.
pub(super) fn year_style(edition: &Edition) -> String {
    let rules = |shown: &dyn Fn(i16) -> String| {
        let rules = edition.shift.years.iter().map(|Year { year, .. }| format!(".shift:has([value=\"{year}\"]:checked) {}", shown(*year)));
        rules.collect::<Vec<_>>().join(",")
    };
    let panel = rules(&|year| format!("#panel-{year}"));
    let steps = rules(&|year| format!("[data-at=\"{year}\"]"));
    format!("{panel}{{visibility:visible}}{steps}{{stroke:var(--ink)}}")
}

impl Page<'_> {
    /// Renders the part. The story leaves out the stages, the comparison of before and after, and the background
    /// information.
    pub(super) async fn shift(&self) -> Html {
        let prose = &self.edition.texts.shift;
        let labels = &self.labels().shift;
        let place = self.place(Subject::Shift.word(), &prose.title);
        let below = html! {
            if !self.is_story() {
                { self.role_card() }
                { self.before_and_after(&place) }
            }
        };
        let lanes = self.lanes(&place, below).await;
        let body = html! {
            <>
                { lanes }
                if self.is_story() {
                    { self.role_card() }
                } else {
                    { self.background("three-words-card", &labels.words, "", self.sections_but(prose, &[])) }
                }
            </>
        };
        self.part(Subject::Shift, body)
    }

    /// Renders a card with the facts of the drawing as a table.
    pub(super) fn role_card(&self) -> Html {
        self.card("shift-card", &self.labels().shift.table, "", self.role_table())
    }

    /// Renders the figure: the drawing with the island, a panel for each year, the stages if [`Self::has_stages`] is
    /// true, then `below`. In the embed of the whole explainer, the figure has only its heading, a description for
    /// screen readers and the drawing, so this embed does not need the app.
    pub(super) async fn lanes(&self, place: &Place, below: Html) -> Html {
        let labels = &self.labels().shift;
        if self.embed == Some(&Embed::Whole) {
            return html! {
                <figure class="shift wide" id="years">
                    <figcaption>
                        <h3>{ self.linked("years", finding(self.edition, Figure::Stairs)) }</h3>
                        <p class="visually-hidden">{ self.figure_text(Figure::Stairs) }</p>
                    </figcaption>
                    <div class="drawing"><div class="stair-columns">{ self.stairs() }</div></div>
                </figure>
            };
        }
        let shift = &self.edition.shift;
        let lanes = Lanes {
            legend: labels.show_year.clone(),
            decision: self.edition.decision.year,
            years: shift.years.iter().map(|year| year.year).collect(),
        };
        let island = island::<Shift>("shift", shift::Props { shared: Shared::default(), lanes: Rc::new(lanes) }).await;
        let drawing = html! {
            <div class="drawing">
                // On wide screens, the radio buttons of the years overlay the columns of the drawing.
                <div class="stair-columns">
                    { self.stairs() }
                    <div class="lanes">{ island }</div>
                </div>
                <div class="panels">{ for shift.years.iter().map(|year| self.panel(year, place)) }</div>
            </div>
        };
        html! {
            <figure class="shift wide" id="years">
                <figcaption>
                    <h3>{ self.linked("years", finding(self.edition, Figure::Stairs)) }</h3>
                    // The print edition has neither the panels of the years nor the table.
                    if self.takeaway == Some(Takeaway::Print) {
                        <p class="visually-hidden">{ self.figure_text(Figure::Stairs) }</p>
                    }
                    <p class="instruction">{ &labels.instruction }</p>
                    <p class="caption">{ &labels.key }</p>
                </figcaption>
                if self.has_stages() {
                    <div class="walk">{ drawing }{ self.stages(place) }</div>
                } else {
                    { drawing }
                }
                { self.figure_links(Figure::Stairs) }
                { below }
            </figure>
        }
    }

    /// Renders the panel of a year: Japan's role in each city, a short text, and the sources.
    fn panel(&self, year: &Year, place: &Place) -> Html {
        let labels = &self.labels().shift;
        let [geneva, new_york] = self.texts_of(year.year);
        html! {
            <div class="panel" id={format!("panel-{}", year.year)}>
                <p class="panel-year" translate="no">{ year.year }</p>
                <div id={format!("in-{}", year.year)}>
                    <dl>
                        { self.lane(&labels.geneva, geneva) }
                        { self.lane(&labels.new_york, new_york) }
                    </dl>
                    <p class="panel-text">{ &year.text }</p>
                </div>
                <p class="panel-sources"><span>{ &self.labels().sources.opened }</span>{ " " }{ self.cite(&year.sources, place) }</p>
            </div>
        }
    }

    fn lane(&self, city: &str, text: Option<&Resolution>) -> Html {
        html! {
            <>
                <dt>{ city }</dt>
                <dd>
                    { role_mark(text.map(|text| text.japan)) }
                    if let Some(text) = text {
                        <b>{ self.labels().word(text.japan) }</b>
                        { " " }<a href={format!("#resolution-{}", text.id)} translate="no">{ &text.symbol }</a>
                        { " " }<span>{ self.adopted(text) }</span>
                    } else {
                        <span>{ &self.labels().shift.no_text }</span>
                    }
                </dd>
            </>
        }
    }

    /// Returns the resolutions of `year`: the one adopted in Geneva, and the one adopted in New York. Each is `None` if
    /// there was none.
    fn texts_of(&self, year: i16) -> [Option<&Resolution>; 2] {
        City::ALL.map(|city| text_of(self.edition, year, city))
    }

    /// Renders the table of Japan's role in each year and city.
    fn role_table(&self) -> Html {
        let labels = &self.labels().shift;
        let words = |text: Option<&Resolution>| match text {
            Some(text) => {
                let role = labels.role_in.replace("{role}", self.labels().word(text.japan));
                role.replace("{symbol}", &text.symbol).replace("{adopted}", &self.adopted(text))
            }
            None => labels.no_text.clone(),
        };
        html! {
            <div class="scroll" tabindex="0" role="region" aria-label={labels.table_caption.clone()}>
                <table class="plain">
                    <caption>{ &labels.table_caption }</caption>
                    <thead>
                        <tr><th scope="col">{ &labels.year }</th><th scope="col">{ &labels.geneva }</th><th scope="col">{ &labels.new_york }</th></tr>
                    </thead>
                    <tbody>
                        { for self.edition.shift.years.iter().map(|Year { year, .. }| {
                            let [geneva, new_york] = self.texts_of(*year);
                            html! {
                                <tr>
                                    <th scope="row">{ year }</th>
                                    <td>{ words(geneva) }</td>
                                    <td>{ words(new_york) }</td>
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
            </div>
        }
    }
}
