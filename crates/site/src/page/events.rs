//! Dated events, as they stand in the case timeline, in the one timeline and in what happened next.

use super::Page;
use story::{Event, vocabulary::Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// Events one below the other. Only one list of the page carries the anchors: `anchored`.
    pub(super) fn event_list<'a>(&self, events: impl Iterator<Item = &'a Event>, anchored: Anchors) -> Html {
        html! { <ol class="events">{ for events.map(|event| self.event(event, anchored)) }</ol> }
    }

    fn event(&self, event: &Event, anchored: Anchors) -> Html {
        let anchor = format!("event-{}", event.id);
        let place = self.place(&anchor, self.date_text(event.date));
        let threads = event.threads.iter().map(|thread| thread.word()).collect::<Vec<_>>().join(" ");
        html! {
            <li id={(anchored == Anchors::Here).then(|| anchor.clone())} data-threads={threads}>
                <p class="event-date">
                    { self.event_date(event.date, event.precision) }
                    if anchored == Anchors::Here {
                        { for event.threads.iter().map(|thread| html! { <span>{ self.labels().word(*thread) }</span> }) }
                    }
                </p>
                <p class="event-title">{ self.linked(&anchor, &event.title) }</p>
                <p class="event-text">
                    { self.inlines(&event.text, &place) }{ self.cite(&event.sources, &place) }
                    <span class="who">{ &event.who }</span>
                    { self.one_source(event.confidence) }
                </p>
            </li>
        }
    }
}

/// Whether a list of events is the one to which links to events lead.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchors {
    /// It is.
    Here,
    /// They lead to another list.
    Elsewhere,
}
