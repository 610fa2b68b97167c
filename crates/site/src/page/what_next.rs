//! What happened next: outside the article, dated, up to the newest event.

use super::Page;
use vocabulary::Subject;
use yew::prelude::*;

/// The card with the events.
const CARD: &str = "what-next-card";

impl Page<'_> {
    /// The part with its card.
    pub(super) fn what_next(&self) -> Html {
        let prose = &self.edition.texts.what_next;
        let labels = &self.labels().events;
        if self.is_story() {
            return self.part(Subject::WhatNext, self.section(prose.section("result"), Html::default()));
        }
        // A date known to the month alone comes before the days in it, so what may have been before is not counted as after.
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
