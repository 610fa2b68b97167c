//! Renders the part about what happened next: the result of the decision, the offers of the families, the events after
//! the decision, and what is still open.

use super::Page;
use vocabulary::Subject;
use yew::prelude::*;

/// The id of the background information with the events.
pub(super) const CARD: &str = "what-next-card";

impl Page<'_> {
    /// Renders the part. In the story, the part is shortened to its introduction and the section about the result.
    pub(super) fn what_next(&self) -> Html {
        let prose = &self.edition.texts.what_next;
        let labels = &self.labels().events;
        if self.is_story() {
            return self.part(Subject::WhatNext, self.section(prose.section("result"), Html::default()));
        }
        // A date without a day sorts before all days of its month. So if the day of an event in the month of the
        // decision is unknown, the event does not count as later than the decision.
        let after: Vec<_> = self.edition.events.iter().filter(|event| event.date > self.edition.decision).collect();
        let hint = labels.since.replace("{n}", &after.len().to_string());
        let content = html! {
            <>
                { self.event_headlines(after.iter().copied(), &self.place(CARD, &labels.after)) }
                { self.section(prose.section("open"), Html::default()) }
            </>
        };
        self.part(
            Subject::WhatNext,
            html! {
                <>
                    { self.section(prose.section("result"), Html::default()) }
                    { self.section(prose.section("offers"), Html::default()) }
                    { self.background(CARD, &labels.after, &hint, content) }
                </>
            },
        )
    }
}
