//! Draws recorded votes as lines. Each vote is a column, and each state is a line. Consecutive years without a vote
//! share one column, which has a band.

use std::{collections::BTreeMap, fmt::Write};
use story::{Ballots, Country, Edition, Resolution, Tally, VoteYears, vote_pattern};
use vocabulary::{Ballot, Body, City, VotePattern};

/// The height of a state's line together with the gap below it, in units of the drawing. On pages, a vertical unit is a
/// pixel at the default text size.
pub(crate) const LINE: f32 = 2.75;
/// The height of the gap below a state's line, in units of the drawing.
const GAP: f32 = 0.75;
/// The width of a column with a vote, in units of the drawing. `strips.css` repeats the ratio of this width to
/// [`UNVOTED`].
pub(crate) const VOTED: f32 = 10.0;
/// The width of a column for years without a vote, in units of the drawing.
pub(crate) const UNVOTED: f32 = 14.0;

/// The columns of the drawing for one UN body, from left to right. A column is a recorded vote, or a period of years
/// without one.
pub(crate) struct Columns<'a>(pub(crate) Vec<VoteYears<'a>>);

impl<'a> Columns<'a> {
    /// Returns the last `most` columns, or all if there are fewer, and the number of votes before
    /// them.
    pub(crate) fn last(self, most: usize) -> (Self, usize) {
        let votes = self.votes().count();
        let Self(mut years) = self;
        let columns = Self(years.split_off(years.len().saturating_sub(most)));
        let before = votes - columns.votes().count();
        (columns, before)
    }

    /// Returns the recorded votes among the columns.
    pub(crate) fn votes(&self) -> impl Iterator<Item = &'a Resolution> {
        self.0.iter().filter_map(|years| match years {
            VoteYears::Voted(vote) => Some(*vote),
            VoteYears::Unvoted { .. } => None,
        })
    }

    /// Returns the horizontal middle of each vote's column.
    pub(crate) fn middles(&self) -> Vec<f32> {
        let voted = self.placed().filter(|(years, _)| matches!(years, VoteYears::Voted(_)));
        voted.map(|(_, middle)| middle).collect()
    }

    /// Returns each column with its horizontal middle.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (&VoteYears<'a>, f32)> {
        self.0.iter().scan(0.0, |right, years| {
            let left = *right;
            *right += width(years);
            Some((years, f32::midpoint(left, *right)))
        })
    }

    /// Returns the first year and the middle of each column without a vote.
    pub(crate) fn unvoted(&self) -> impl Iterator<Item = (i16, f32)> {
        self.placed().filter_map(|(years, middle)| match years {
            VoteYears::Voted(_) => None,
            VoteYears::Unvoted { from, .. } => Some((*from, middle)),
        })
    }

    /// Formats a position or a width as a percentage of the whole width.
    pub(crate) fn percent(&self, x: f32) -> String {
        format!("{:.1}%", x / self.width() * 100.0)
    }

    /// Returns the width of all columns together, in units of the drawing.
    pub(crate) fn width(&self) -> f32 {
        self.0.iter().map(width).sum()
    }
}

fn width(years: &VoteYears<'_>) -> f32 {
    match years {
        VoteYears::Voted(_) => VOTED,
        VoteYears::Unvoted { .. } => UNVOTED,
    }
}

/// The lines of states, as one path for each ballot. Neighbouring lines with the same ballot in a vote share their
/// strokes: two for "no", one for "yes" and one for an abstention. The caller dashes the strokes, so that each line is
/// separate.
#[derive(Default)]
pub(crate) struct Strokes(BTreeMap<Ballot, String>);

/// Returns the width of the strokes of a ballot, and the offset of each stroke from the middle of the column. An
/// absence has no strokes.
pub(crate) fn strokes_of(ballot: Ballot) -> (f32, &'static [f32]) {
    match ballot {
        Ballot::Yes => (8.0, &[0.0]),
        Ballot::Abstain => (4.0, &[0.0]),
        // A "no" has two narrow strokes, so that it differs from a "yes" by more than its colour.
        Ballot::No => (3.5, &[-2.25, 2.25]),
        Ballot::Absent => (0.0, &[]),
    }
}

impl Strokes {
    /// Draws `count` lines, centred on `x`. `row` is the number of lines above them.
    pub(crate) fn add(&mut self, ballot: Ballot, x: f32, row: usize, count: usize) {
        for offset in strokes_of(ballot).1.iter().filter(|_| count > 0) {
            let path = self.0.entry(ballot).or_default();
            // Writing to a String cannot fail. The stroke ends before the gap below the last line.
            let _ = write!(path, "M{} {}v{}", x + offset, row as f32 * LINE, count as f32 * LINE - GAP);
        }
    }

    /// Returns each ballot that was cast, with its path.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (Ballot, &str)> {
        self.0.iter().map(|(ballot, path)| (*ballot, &**path))
    }
}

/// Draws the lines of states. `cast` takes the index of a state and the index of a vote, and returns the state's
/// ballot.
pub(crate) fn lines_of_states(columns: &Columns<'_>, states: usize, cast: impl Fn(usize, usize) -> Option<Ballot>) -> Strokes {
    let mut strokes = Strokes::default();
    for (vote, middle) in columns.middles().into_iter().enumerate() {
        let mut row = 0;
        while row < states {
            let ballot = cast(row, vote);
            let count = (row..states).take_while(|row| cast(*row, vote) == ballot).count();
            strokes.add(ballot.unwrap_or(Ballot::Absent), middle, row, count);
            row += count;
        }
    }
    strokes
}

/// Draws the lines of each vote as a stack, sorted by ballot in the order of [`Ballot::ALL`].
pub(crate) fn stacked_lines(columns: &Columns<'_>) -> Strokes {
    let mut strokes = Strokes::default();
    for (vote, middle) in columns.votes().zip(columns.middles()) {
        let tally = vote.tally.unwrap_or_default();
        let mut row = 0;
        for ballot in Ballot::ALL {
            let count = tally.of(ballot);
            strokes.add(ballot, middle, row, count.into());
            row += usize::from(count);
        }
    }
    strokes
}

/// Returns the bodies that have met in Geneva, in chronological order.
pub(crate) fn geneva() -> impl Iterator<Item = Body> {
    Body::ALL.into_iter().filter(|body| body.city() == City::Geneva)
}

/// Returns the largest number of members that the body had in any of the votes.
pub(crate) fn members(columns: &Columns<'_>) -> u16 {
    columns.votes().filter_map(|vote| vote.tally).map(Tally::members).max().unwrap_or_default()
}

/// The states with the same pattern of ballots over all votes.
pub(crate) struct Group<'a> {
    pub(crate) pattern: VotePattern,
    /// The states with their ballots. States that voted alike are next to one another.
    pub(crate) states: Vec<(&'a Country, Ballots)>,
}

impl Group<'_> {
    /// Draws the lines of the states in `columns`. `before` is the number of earlier votes that `columns` leaves out.
    pub(crate) fn lines(&self, columns: &Columns<'_>, before: usize) -> Strokes {
        lines_of_states(columns, self.states.len(), |state, vote| self.states[state].1.get(before + vote).copied().flatten())
    }
}

/// Returns the columns of the General Assembly, and its states, grouped by the pattern of their ballots.
pub(crate) fn assembly(edition: &Edition) -> (Columns<'_>, Vec<Group<'_>>) {
    let columns = Columns(edition.vote_years(Body::Assembly));
    let groups = VotePattern::ALL.into_iter().map(|pattern| {
        let mut states: Vec<_> = edition.ballots_in_assembly().filter(|(_, ballots)| vote_pattern(ballots) == pattern).collect();
        states.sort_by_key(|(_, ballots)| sort_key(ballots));
        Group { pattern, states }
    });
    (columns, groups.collect())
}

/// Returns the key by which a state is sorted within its group: its ballots, from the last vote to the first.
fn sort_key(ballots: &Ballots) -> Vec<u8> {
    let rank = |ballot: &Option<Ballot>| match ballot {
        Some(Ballot::Yes) => 0,
        Some(Ballot::Abstain) => 1,
        Some(Ballot::No) => 2,
        Some(Ballot::Absent) => 3,
        None => 4,
    };
    ballots.iter().rev().map(rank).collect()
}
