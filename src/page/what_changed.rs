//! What changed: the island with Japan's role year by year, and the same as a table.

use super::{Page, island::island};
use crate::islands::shift::{self, Aspect, Lane, Shift, ShiftData, Unchanged, Words, Year};
use std::rc::Rc;
use story::{
    Resolution,
    vocabulary::{Body, Role},
};
use yew::prelude::*;

/// Which body speaks for a city.
fn in_geneva(resolution: &Resolution) -> bool {
    resolution.body != Body::Assembly
}

impl Page<'_> {
    /// The part.
    ///
    /// # Errors
    /// When the island's data cannot be written.
    pub(super) async fn what_changed(&self) -> serde_json::Result<Html> {
        let prose = &self.edition.texts.shift;
        let data = Rc::new(self.shift_data());
        let place = self.place("shift", &prose.title);
        for year in &self.edition.shift.years {
            self.citations.note(&year.sources, &place);
        }
        for aspect in &self.edition.shift.aspects {
            self.citations.note(&aspect.before_sources, &place);
            self.citations.note(&aspect.after_sources, &place);
        }
        for unchanged in &self.edition.shift.unchanged {
            self.citations.note(&unchanged.sources, &place);
        }
        let labels = &self.labels().shift;
        let island = island::<Shift>("shift", shift::Props { data: Rc::clone(&data), on_live: Callback::noop() }, &*data).await?;
        Ok(self.part(
            "shift",
            prose,
            html! {
                <>
                    <figure class="shift wide">
                        <figcaption>
                            <h3>{ &labels.title }</h3>
                            <p class="instruction">{ &labels.instruction }</p>
                            { self.role_key() }
                        </figcaption>
                        { island }
                    </figure>
                    { super::card::card("shift-table", &labels.table, "", self.role_table(&data)) }
                    { self.sections_but(prose, &[]) }
                </>
            },
        ))
    }

    /// What the marks mean, in the order from most to least.
    fn role_key(&self) -> Html {
        const ROLES: [Role; 4] = [Role::CoSubmitter, Role::CoSponsor, Role::ConsensusOnly, Role::Unknown];
        html! {
            <ul class="role-key">
                { for ROLES.map(|role| html! {
                    <li>{ crate::islands::role_mark::role_mark(Some(role)) }<span>{ self.labels().word(role) }</span></li>
                }) }
            </ul>
        }
    }

    fn role_table(&self, data: &ShiftData) -> Html {
        let labels = &self.labels().shift;
        html! {
            <div class="scroll" tabindex="0" role="region" aria-label={labels.table_caption.clone()}>
                <table class="plain">
                    <caption>{ &labels.table_caption }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ &labels.year }</th>
                            <th scope="col">{ &data.words.lanes[0] }</th>
                            <th scope="col">{ &data.words.lanes[1] }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for data.years.iter().map(|year| html! {
                            <tr>
                                <th scope="row">{ year.year }</th>
                                { for year.lanes.iter().map(|lane| html! { <td>{ lane_words(lane) }</td> }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        }
    }

    fn shift_data(&self) -> ShiftData {
        let shift = &self.edition.shift;
        let labels = &self.labels().shift;
        ShiftData {
            decision: self.edition.decision.year,
            years: shift
                .years
                .iter()
                .map(|year| Year {
                    year: year.year,
                    lanes: [self.lane(year.year, in_geneva), self.lane(year.year, |resolution| !in_geneva(resolution))],
                    text: year.text.clone(),
                    sources: year.sources.clone(),
                })
                .collect(),
            aspects: shift
                .aspects
                .iter()
                .map(|aspect| Aspect {
                    label: aspect.label.clone(),
                    before: (aspect.before.clone(), aspect.before_sources.clone()),
                    after: (aspect.after.clone(), aspect.after_sources.clone()),
                })
                .collect(),
            unchanged: shift
                .unchanged
                .iter()
                .map(|item| Unchanged {
                    label: item.label.clone(),
                    text: item.text.clone(),
                    since: item.since.iter().map(|date| date.year).collect(),
                    sources: item.sources.clone(),
                })
                .collect(),
            words: Words {
                legend: labels.show_year.clone(),
                lanes: [labels.geneva.clone(), labels.new_york.clone()],
                aspect: labels.aspect.clone(),
                before: labels.before.clone(),
                after: labels.after.clone(),
                unchanged: labels.unchanged.clone(),
                again: labels.again.clone(),
            },
        }
    }

    /// Japan's role in one city in one year, with the text it is about.
    fn lane(&self, year: i16, of_city: impl Fn(&Resolution) -> bool) -> Lane {
        let found = self.edition.resolutions.iter().find(|resolution| resolution.adopted_on.year == year && of_city(resolution));
        match found {
            None => Lane { role: None, word: self.labels().shift.no_text.clone(), text: None },
            Some(resolution) => Lane {
                role: Some(resolution.japan),
                word: self.labels().word(resolution.japan).to_owned(),
                text: Some((resolution.id.clone(), resolution.symbol.clone(), self.adopted(resolution))),
            },
        }
    }
}

fn lane_words(lane: &Lane) -> String {
    match &lane.text {
        Some((_, symbol, adopted)) => format!("{} ({symbol}, {adopted})", lane.word),
        None => lane.word.clone(),
    }
}
