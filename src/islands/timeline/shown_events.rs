//! Computes which events are shown, in order to count them and to move the focus between them.
//! `style/timeline/hidden-events.css` hides the events that are not shown. This module does not access the page.

use crate::view::ViewState;
use vocabulary::{Thread, Vocabulary};

/// The properties of an event that decide whether it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The year.
    pub year: i16,
    /// The threads as a bit set.
    threads: u8,
}

impl Event {
    /// Makes an event in `year` that belongs to the threads with these words.
    pub fn new<'a>(year: i16, threads: impl Iterator<Item = &'a str>) -> Self {
        Self { year, threads: bits(threads.filter_map(Thread::parse)) }
    }
}

/// The reader's choices in the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The chosen threads as a bit set. Zero means all.
    threads: u8,
    /// The first and the last year. `None` means all years.
    span: Option<(i16, i16)>,
    /// The index of the event that the fragment of the address names. This event is always shown.
    target: Option<usize>,
}

impl Filter {
    /// Makes the filter of `view`. `target` is the index of the event that the fragment of the address names.
    pub fn new(view: &ViewState, target: Option<usize>) -> Self {
        Self { threads: bits(view.threads.iter().copied()), span: view.span, target }
    }

    fn shows(&self, index: usize, event: Event) -> bool {
        let in_thread = self.threads == 0 || self.threads & event.threads != 0;
        in_thread && self.span.is_none_or(|(from, to)| (from..=to).contains(&event.year)) || self.target == Some(index)
    }

    /// Returns the indices of the events that are shown.
    pub fn shown(self, events: &[Event]) -> impl DoubleEndedIterator<Item = usize> {
        events.iter().enumerate().filter(move |(index, event)| self.shows(*index, **event)).map(|(index, _)| index)
    }

    /// Returns the index of the nearest shown event after `here`, or before `here` if `forward` is false. If `here` is
    /// `None`, returns the index of the first shown event.
    pub fn next(self, events: &[Event], here: Option<usize>, forward: bool) -> Option<usize> {
        let mut shown = self.shown(events);
        match here {
            Some(here) if forward => shown.find(|index| *index > here),
            Some(here) => shown.rfind(|index| *index < here),
            None => shown.next(),
        }
    }
}

/// Returns a bit set of `threads`. The bit of a thread has the position of the thread in [`Thread::ALL`].
fn bits(threads: impl Iterator<Item = Thread>) -> u8 {
    let positions = threads.filter_map(|thread| Thread::ALL.iter().position(|known| *known == thread));
    positions.fold(0, |bits, position| bits | 1 << position)
}

#[cfg(test)]
mod tests;
