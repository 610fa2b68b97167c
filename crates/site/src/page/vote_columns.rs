//! What figures of recorded votes share: a column a vote, a line a state, and marks for years without a vote.

use super::{Page, Route};
use std::{collections::BTreeMap, fmt::Write};
use story::{Resolution, VoteYears};
use vocabulary::{Ballot, Vocabulary};
use yew::prelude::*;

/// The height of a state's line with its gap, and the gap alone, in pixels.
const LINE: f32 = 2.75;
const GAP: f32 = 0.75;
/// The width of the column of a vote, and of years without a vote. `strips.css` has the same widths.
const VOTED: f32 = 10.0;
const UNVOTED: f32 = 14.0;

/// The columns of a body, from the left to the right.
pub(super) struct Columns<'a>(pub(super) Vec<VoteYears<'a>>);

impl<'a> Columns<'a> {
    /// The recorded votes among them.
    pub(super) fn votes(&self) -> impl Iterator<Item = &'a Resolution> {
        self.0.iter().filter_map(|years| match years {
            VoteYears::Voted(vote) => Some(*vote),
            VoteYears::Unvoted { .. } => None,
        })
    }

    /// The middle of the column of each vote.
    fn middles(&self) -> Vec<f32> {
        let voted = self.placed().filter(|(years, _)| matches!(years, VoteYears::Voted(_)));
        voted.map(|(_, middle)| middle).collect()
    }

    /// Each column with its middle.
    fn placed(&self) -> impl Iterator<Item = (&VoteYears<'a>, f32)> {
        self.0.iter().scan(0.0, |right, years| {
            let left = *right;
            *right += width(years);
            Some((years, f32::midpoint(left, *right)))
        })
    }

    /// The first year and the middle of each column without a vote.
    fn unvoted(&self) -> impl Iterator<Item = (i16, f32)> {
        self.placed().filter_map(|(years, middle)| match years {
            VoteYears::Voted(_) => None,
            VoteYears::Unvoted { from, .. } => Some((*from, middle)),
        })
    }

    /// A place or a width as a share of the whole.
    fn percent(&self, x: f32) -> String {
        format!("{:.1}%", x / self.width() * 100.0)
    }

    fn width(&self) -> f32 {
        self.0.iter().map(width).sum()
    }
}

fn width(years: &VoteYears<'_>) -> f32 {
    match years {
        VoteYears::Voted(_) => VOTED,
        VoteYears::Unvoted { .. } => UNVOTED,
    }
}

/// The lines of states, as one path a ballot: states that voted alike in a vote are one dashed stroke down its column.
#[derive(Default)]
pub(super) struct Strokes(BTreeMap<Ballot, String>);

/// The width of the strokes of a ballot, and how far each stands from the middle of the column. An absence is left blank.
fn strokes_of(ballot: Ballot) -> (f32, &'static [f32]) {
    match ballot {
        Ballot::Yes => (8.0, &[0.0]),
        Ballot::Abstain => (4.0, &[0.0]),
        // Two halves, so that it is told apart without its colour.
        Ballot::No => (3.5, &[-2.25, 2.25]),
        Ballot::Absent => (0.0, &[]),
    }
}

impl Strokes {
    /// Draws `count` lines below the first `row` lines, around `x`.
    fn add(&mut self, ballot: Ballot, x: f32, row: usize, count: usize) {
        for offset in strokes_of(ballot).1.iter().filter(|_| count > 0) {
            let path = self.0.entry(ballot).or_default();
            // Writing to a String cannot fail. The last gap is left out.
            let _ = write!(path, "M{} {}v{}", x + offset, row as f32 * LINE, count as f32 * LINE - GAP);
        }
    }

    fn paths(&self) -> Html {
        self.0.iter().map(|(ballot, path)| html! { <path data-ballot={ballot.word()} stroke-width={strokes_of(*ballot).0.to_string()} d={path.clone()} /> }).collect()
    }
}

/// The lines of states whose ballots `cast` has by state and vote.
pub(super) fn lines_of_states(columns: &Columns<'_>, states: usize, cast: impl Fn(usize, usize) -> Option<Ballot>) -> Strokes {
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

/// The lines of states of each vote, stacked: yes on top, then who abstained, then no.
pub(super) fn stacked_lines(columns: &Columns<'_>) -> Strokes {
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

/// The drawing of `strokes` in as many lines as there are `states`, with `beside` over it.
pub(super) fn drawn(columns: &Columns<'_>, states: usize, strokes: &Strokes, beside: Html) -> Html {
    let height = states as f32 * LINE;
    html! {
        <svg width="100%" height={height.to_string()} aria-hidden="true">
            <svg viewBox={format!("0 0 {} {height}", columns.width())} preserveAspectRatio="none" aria-hidden="true">{ strokes.paths() }</svg>
            { beside }
        </svg>
    }
}

/// Where half of the `members` are, as a line over the whole drawing.
pub(super) fn half_line(members: u16) -> Html {
    let y = (f32::from(members) * LINE / 2.0).to_string();
    html! { <line class="half" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
}

impl Page<'_> {
    /// What the lines mean.
    pub(super) fn line_key(&self) -> Html {
        let sample = |ballot: Ballot| {
            let mut strokes = Strokes::default();
            strokes.add(ballot, VOTED / 2.0, 0, 4);
            html! { <li><svg viewBox="0 0 10 10" aria-hidden="true">{ strokes.paths() }</svg><span>{ self.labels().word(ballot) }</span></li> }
        };
        html! { <ul class="ballot-key">{ for Ballot::ALL.into_iter().filter(|ballot| !strokes_of(*ballot).1.is_empty()).map(sample) }</ul> }
    }

    /// The names of the columns: year and yes votes of each recorded vote, which lead to its roll call, and the years without a vote.
    pub(super) fn column_names(&self, columns: &Columns<'_>) -> Html {
        html! {
            <ol class="strip-years vote-bars">
                { for columns.0.iter().map(|years| match years {
                    VoteYears::Voted(vote) => self.voted(vote),
                    VoteYears::Unvoted { from, to } => self.unvoted(*from, *to),
                }) }
            </ol>
        }
    }

    fn voted(&self, vote: &Resolution) -> Html {
        let tally = vote.tally.unwrap_or_default();
        let word = |ballot| self.labels().word(ballot);
        // The story and the page of a vote have no roll calls of others, and a copy has no other pages.
        let way = if self.is_story() && self.takeaway.is_none() {
            self.url_of(&Route::Vote(vote.id.clone()).path())
        } else {
            format!("#resolution-{}", vote.id)
        };
        html! {
            <li class={vote.guess.as_ref().map(|_| "in-question")}>
                <a href={way}>
                    { year(vote.adopted_on.year, None) }
                    { " " }<span class="visually-hidden">{ word(Ballot::Yes) }</span>{ " " }
                    <b>{ tally.yes }</b>{ " " }
                    <span class="visually-hidden">
                        { format!("{} {} {} {}", word(Ballot::Abstain), tally.abstain, word(Ballot::No), tally.no) }
                    </span>
                </a>
            </li>
        }
    }

    fn unvoted(&self, from: i16, to: i16) -> Html {
        html! {
            <li class="unvoted">
                { year(from, (from != to).then_some(to)) }
                { " " }<span class="visually-hidden">{ &self.labels().history.without_vote }</span>
            </li>
        }
    }

    /// What the years without a vote say in the drawing: the last ones that there was no vote `since`.
    pub(super) fn years_without_vote(&self, columns: &Columns<'_>, without: &str) -> Html {
        let since = |year: i16| self.labels().history.strips_since.replace("{y}", &year.to_string());
        let last_vote = columns.votes().last().map_or(0, |vote| vote.adopted_on.year);
        let unvoted = columns.unvoted().map(|(from, middle)| {
            let words = if from > last_vote { since(last_vote) } else { without.to_owned() };
            html! { <text x={columns.percent(middle)} y="8">{ words }</text> }
        });
        unvoted.collect()
    }
}

/// The bands of the years without a vote, behind all that stands in their columns.
pub(super) fn bands(columns: &Columns<'_>) -> Html {
    let width = columns.percent(UNVOTED - 1.0);
    let bands = columns.unvoted().map(|(_, middle)| {
        html! { <rect x={columns.percent(middle - (UNVOTED - 1.0) / 2.0)} width={width.clone()} height="100%" /> }
    });
    html! { <svg class="bands" aria-hidden="true">{ for bands }</svg> }
}

/// A year and, where `to` has it, how a span goes on. Its century is hidden where there is no room.
fn year(year: i16, to: Option<i16>) -> Html {
    let to = to.map(|to| format!("–{:02}", to % 100)).unwrap_or_default();
    html! { <span translate="no"><span class="century">{ year / 100 }</span>{ format!("{:02}{to}", year % 100) }</span> }
}
