//! The lanes of the timeline. Pages draw the lanes twice: for all years, and enlarged for the years around the
//! decision. Pictures draw only the lanes for all years.

use std::fmt::Write;
use story::{Edition, Event};
use vocabulary::Thread;

/// The width of the drawing in its own units. The page stretches it to the available width. Heights are in pixels.
pub(crate) const WIDTH: f32 = 1000.0;
/// The left edge of the lanes. The names of the lanes are to the left of this edge.
pub(crate) const LEFT: f32 = 165.0;
/// The number of lanes.
const THREADS: f32 = Thread::ALL.len() as f32;
/// The distance from one lane to the next in the drawing of all years, in pixels.
pub(crate) const LANE: f32 = 26.0;
/// The distance from one lane to the next in the drawing of the enlarged years, in pixels.
pub(crate) const WIDE_LANE: f32 = 30.0;
/// The vertical position of the top of the lanes in the drawing of all years, in pixels.
pub(crate) const LANES: f32 = 34.0;
/// The bottom of the lanes in the drawing of all years. The names of the decades are below it.
pub(crate) const DECADES: f32 = LANES + THREADS * LANE;
/// The bottom of the names of the decades. Below it, the outline of the enlarged years becomes wider.
pub(crate) const FAN: f32 = DECADES + 22.0;
/// The top of the drawing of the enlarged years, which begins with the names of the years.
pub(crate) const ENLARGED: f32 = FAN + 26.0;
/// The top of the lanes in the drawing of the enlarged years.
pub(crate) const WIDE_LANES: f32 = ENLARGED + 20.0;
/// The bottom of the lanes in the drawing of the enlarged years.
pub(crate) const FOOT: f32 = WIDE_LANES + THREADS * WIDE_LANE;
/// The height of the whole drawing, in pixels.
pub(crate) const HEIGHT: f32 = FOOT + 34.0;

/// A scale from years to the units of the drawing.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    pub(crate) from: i16,
    /// The year after the last year of the scale.
    pub(crate) to: i16,
}

impl Scale {
    /// Returns the scale from the year of the first event to the year of the last event.
    pub(crate) fn whole(edition: &Edition) -> Self {
        let (first, last) =
            edition.events.first().zip(edition.events.last()).map(|(first, last)| (first.date.year, last.date.year)).unwrap_or_default();
        Self { from: first, to: last + 1 }
    }

    /// Returns the scale of three years: the year of the decision, the one before it and the one after it.
    pub(crate) fn enlarged(edition: &Edition) -> Self {
        Self { from: edition.decision.year - 1, to: edition.decision.year + 2 }
    }

    /// Returns the horizontal position of a date. `years` is the date as a number of years, such as 2026.5.
    pub(crate) fn at(self, years: f32) -> f32 {
        LEFT + (years - f32::from(self.from)) / f32::from(self.to - self.from) * (WIDTH - LEFT)
    }

    /// Returns whether an event lies within the years of the scale.
    pub(crate) fn holds(self, event: &Event) -> bool {
        (self.from..self.to).contains(&event.date.year)
    }
}

/// Returns the vertical middle of a lane. `wide` selects the lanes of the enlarged years.
pub(crate) fn middle(thread: Thread, wide: bool) -> f32 {
    let before = Thread::ALL.into_iter().take_while(|other| *other != thread).count();
    let lane = before as f32 + 0.5;
    if wide { WIDE_LANES + lane * WIDE_LANE } else { LANES + lane * LANE }
}

/// Returns a path for an event: on the lane of each of its threads, a stroke at `x`. The path does not depend on the
/// order of the threads.
pub(crate) fn tick(event: &Event, x: f32, wide: bool) -> String {
    let height = if wide { 18.0 } else { 14.0 };
    let mut path = String::new();
    let mut foot = None;
    let mut lanes: Vec<_> = event.threads.iter().map(|thread| middle(*thread, wide) - height / 2.0).collect();
    lanes.sort_by(f32::total_cmp);
    for top in lanes {
        // Writing to a String cannot fail.
        let _ = match foot {
            None => write!(path, "M{x:.0} {top}v{height}"),
            Some(foot) => write!(path, "m0 {}v{height}", top - foot),
        };
        foot = Some(top + height);
    }
    path
}
