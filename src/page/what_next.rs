//! What happened next: outside the article, dated, up to the newest event.

use super::{Page, card::card, events::Anchors};
use yew::prelude::*;

impl Page<'_> {
    /// The part with its card.
    pub(super) fn what_next(&self) -> Html {
        let prose = &self.edition.texts.what_next;
        let labels = &self.labels().events;
        let after: Vec<_> = self
            .edition
            .events
            .iter()
            .filter(|event| event.date > self.edition.decision && event.date.is_day() || event.date.year > self.edition.decision.year)
            .collect();
        let hint = labels.since.replace("{n}", &after.len().to_string());
        self.part(
            "what-next",
            prose,
            html! {
                <>
                    { self.sections_but(prose, &[]) }
                    { card("what-next-card", &labels.after, &hint, self.event_list(after.iter().copied(), Anchors::Elsewhere)) }
                </>
            },
        )
    }
}
