//! Renders dated events: in full on the timeline, elsewhere as headlines with links to the timeline.

use super::{Page, citation::Place};
use story::{Event, vocabulary::Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// Renders a list of events in full. Each event has an id, so that links can lead to it.
    pub(super) fn events<'a>(&self, events: impl Iterator<Item = &'a Event>) -> Html {
        html! { <ol class="events">{ for events.map(|event| self.event(event)) }</ol> }
    }

    /// Renders a list of the headlines of events. Each headline is a link to the event in full. Citations of the
    /// event's sources follow the link. `place` is the element that cites these sources.
    pub(super) fn event_headlines<'a>(&self, events: impl Iterator<Item = &'a Event>, place: &Place) -> Html {
        let headline = |event: &Event| {
            let anchor = format!("event-{}", event.id);
            html! {
                <li>
                    <p class="event-date">{ self.event_date(event.date, event.precision) }</p>
                    <p class="event-title"><a href={format!("#{anchor}")}>{ &event.title }</a>{ self.cite(&event.sources, place) }</p>
                </li>
            }
        };
        html! { <ol class="events headlines">{ for events.map(headline) }</ol> }
    }

    fn event(&self, event: &Event) -> Html {
        let anchor = format!("event-{}", event.id);
        let place = self.place(&anchor, self.date_text(event.date));
        let threads = event.threads.iter().map(|thread| thread.word()).collect::<Vec<_>>().join(" ");
        html! {
            // The class "column" keeps reader views from dropping the event as an advertisement, as in `prose.rs`.
            <li class="column" id={anchor.clone()} data-threads={threads}>
                <p class="event-date">
                    { self.event_date(event.date, event.precision) }
                    { for event.threads.iter().map(|thread| html! { <span>{ self.labels().word(*thread) }</span> }) }
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
