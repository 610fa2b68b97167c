//! Renders the names of the people on the official list as links to their cases on the timeline. On full pages, in
//! browsers with popovers, a script opens the case beside the name instead.

use super::{Page, citation::Place};
use crate::drawing::coast::cases;
use story::{Event, Person};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the name of a person as a link to their case.
    pub(super) fn name_of(&self, person: &Person, place: &Place) -> Html {
        let case = self.has_case_popovers().then(|| format!("case-{}", person.event));
        html! { <a href={format!("#event-{}", person.event)} data-box={case}>{ self.inlines(&person.name, place) }</a> }
    }

    fn has_case_popovers(&self) -> bool {
        self.embed.is_none() && self.takeaway.is_none()
    }

    /// Renders the popovers with the cases. Renders nothing in embeds, in the print edition and in
    /// the offline file.
    pub(super) fn case_popovers(&self, place: &Place) -> Html {
        if !self.has_case_popovers() {
            return Html::default();
        }
        cases(self.edition).map(|event| self.case_popover(event, place)).collect()
    }

    fn case_popover(&self, event: &Event, place: &Place) -> Html {
        html! {
            <div popover="auto" class="popover" id={format!("case-{}", event.id)} role="note" tabindex="-1" aria-label={event.title.clone()}>
                <p class="event-date">{ self.event_date(event.date, event.precision) }</p>
                <p><b>{ &event.title }</b></p>
                <p>{ self.inlines(&event.text, place) }{ self.cite(&event.sources, place) }</p>
                <p class="who">{ &event.who }</p>
                { self.one_source(event.confidence) }
                <p><a href={format!("#event-{}", event.id)}>{ &self.labels().abductions.case_on_timeline }</a></p>
            </div>
        }
    }
}
