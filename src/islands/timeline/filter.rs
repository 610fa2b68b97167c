//! Which events are shown. Pure: it touches no page.

use crate::view::ViewState;
use vocabulary::{Thread, Vocabulary};

/// The properties of an event that decide whether it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its year.
    pub year: i16,
    /// Its threads, a bit each.
    threads: u8,
}

impl Event {
    /// An event in `year` that belongs to the threads with these words.
    pub fn new<'a>(year: i16, threads: impl Iterator<Item = &'a str>) -> Self {
        Self { year, threads: bits(threads.filter_map(Thread::parse)) }
    }
}

/// What is chosen in the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The threads, a bit each; none means all.
    threads: u8,
    /// The first and the last year.
    span: Option<(i16, i16)>,
    /// The place of the event to which the address leads. It is always shown.
    target: Option<usize>,
}

impl Filter {
    /// What `view` says; the address leads to the event at `target`.
    pub fn new(view: &ViewState, target: Option<usize>) -> Self {
        Self { threads: bits(view.threads.iter().copied()), span: view.span, target }
    }

    fn shows(&self, index: usize, event: Event) -> bool {
        let in_thread = self.threads == 0 || self.threads & event.threads != 0;
        in_thread && self.span.is_none_or(|(from, to)| (from..=to).contains(&event.year)) || self.target == Some(index)
    }

    /// The places of the events that are shown.
    pub fn shown(self, events: &[Event]) -> impl DoubleEndedIterator<Item = usize> {
        events.iter().enumerate().filter(move |(index, event)| self.shows(*index, **event)).map(|(index, _)| index)
    }

    /// The place of the first event shown after `here`, or the last one before it; without `here`, of the first.
    pub fn next(self, events: &[Event], here: Option<usize>, forward: bool) -> Option<usize> {
        let mut shown = self.shown(events);
        match here {
            Some(here) if forward => shown.find(|index| *index > here),
            Some(here) => shown.rfind(|index| *index < here),
            None => shown.next(),
        }
    }
}

/// A bit for each of `threads`, at its place among all.
fn bits(threads: impl Iterator<Item = Thread>) -> u8 {
    let places = threads.filter_map(|thread| Thread::ALL.iter().position(|known| *known == thread));
    places.fold(0, |bits, place| bits | 1 << place)
}

#[cfg(test)]
mod tests;
