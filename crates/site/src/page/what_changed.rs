//! What changed: Japan's role year by year as a drawing with its years, a panel for each year, and the table from which it
//! is drawn.

use super::{Page, citation::Place, island::island};
use explainer::islands::{
    Shared,
    role_mark::role_mark,
    shift::{self, Lanes, Shift},
};
use std::rc::Rc;
use story::{
    Edition, Resolution, Year,
    vocabulary::{City, Subject, Vocabulary},
};
use yew::prelude::*;

/// The style that shows the panel of the checked year and marks its steps: a selector a year, so it works without script.
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
    /// The part.
    pub(super) async fn what_changed(&self) -> Html {
        let prose = &self.edition.texts.shift;
        let labels = &self.labels().shift;
        let place = self.place(Subject::Shift.word(), &prose.title);
        let below = html! {
            if !self.is_story() {
                { self.before_and_after(&place) }
            }
        };
        let lanes = self.lanes(&place, below).await;
        let body = html! {
            <>
                { lanes }
                { self.role_card() }
                if !self.is_story() {
                    { self.background("three-words-card", &labels.words, "", self.sections_but(prose, &[])) }
                }
            </>
        };
        self.part(Subject::Shift, body)
    }

    /// The table from which the figure is drawn, as a card.
    pub(super) fn role_card(&self) -> Html {
        self.card("shift-card", &self.labels().shift.table, "", self.role_table())
    }

    /// The figure: the island, a panel for each year, and what belongs `below` them.
    pub(super) async fn lanes(&self, place: &Place, below: Html) -> Html {
        let labels = &self.labels().shift;
        let shift = &self.edition.shift;
        let lanes = Lanes {
            legend: labels.show_year.clone(),
            decision: self.edition.decision.year,
            years: shift.years.iter().map(|year| year.year).collect(),
        };
        let island = island::<Shift>("shift", shift::Props { shared: Shared::default(), lanes: Rc::new(lanes) }).await;
        let drawing = html! {
            <div class="drawing">
                // On wide screens the years are columns over the steps.
                <div class="columns">
                    { self.stairs() }
                    <div class="lanes">{ island }</div>
                </div>
                <div class="panels">{ for shift.years.iter().map(|year| self.panel(year, place)) }</div>
            </div>
        };
        html! {
            <figure class="shift wide" id="years">
                <figcaption>
                    <h3>{ self.linked("years", &labels.finding) }</h3>
                    <p class="instruction">{ &labels.instruction }</p>
                </figcaption>
                if self.has_stages() {
                    <div class="walk">{ drawing }{ self.stages(place) }</div>
                } else {
                    { drawing }
                }
                { below }
            </figure>
        }
    }

    /// What a year was, lane by lane and in a sentence or two.
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
                <p class="panel-sources">{ self.cite(&year.sources, place) }</p>
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

    /// The text adopted in a city in a year.
    pub(super) fn text_of(&self, year: i16, city: City) -> Option<&Resolution> {
        self.edition.resolutions.iter().find(|text| text.adopted_on.year == year && text.body.city() == city)
    }

    /// The texts adopted in a year: in Geneva and in New York.
    fn texts_of(&self, year: i16) -> [Option<&Resolution>; 2] {
        City::ALL.map(|city| self.text_of(year, city))
    }

    /// The roles as a table.
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
