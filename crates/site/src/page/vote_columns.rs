//! Renders markup for the figures of recorded votes: the names of the columns, the drawing, the
//! line at half of the members, and the marks for years without a vote.

use super::{Page, Route};
use crate::drawing::{
    finding,
    votes::{Columns, LINE, Strokes, UNVOTED, VOTED, strokes_of},
};
use std::collections::BTreeSet;
use story::{Resolution, VoteYears};
use vocabulary::{Ballot, Figure, Vocabulary};
use yew::prelude::*;

/// Renders `strokes` with one path for each ballot.
fn paths(strokes: &Strokes) -> Html {
    strokes.paths().map(|(ballot, path)| html! { <path data-ballot={ballot.word()} stroke-width={strokes_of(ballot).0.to_string()} d={path.to_owned()} /> }).collect()
}

/// Renders `strokes` as an SVG whose height is that of `states` lines. `overlay` is drawn over the strokes. The height
/// grows with the reader's text size, so that the text in the drawing always fits.
pub(super) fn drawn(columns: &Columns<'_>, states: usize, strokes: &Strokes, overlay: Html) -> Html {
    let height = states as f32 * LINE;
    html! {
        <svg width="100%" height={rem(height)} aria-hidden="true">
            <svg viewBox={format!("0 0 {} {height}", columns.width())} preserveAspectRatio="none" aria-hidden="true">{ paths(strokes) }</svg>
            { overlay }
        </svg>
    }
}

/// Returns a length for a style or an attribute. `length` is in pixels at the default text size.
fn rem(length: f32) -> String {
    format!("{}rem", length / 16.0)
}

/// Renders a horizontal line at half of the height of the drawing, which marks half of the members. The line is
/// interrupted at the years without a vote.
pub(super) fn half_line(columns: &Columns<'_>) -> Html {
    let mut from = 0.0;
    let ends = columns.unvoted().map(|(_, middle)| middle - UNVOTED / 2.0).chain([columns.width()]);
    let lines = ends.map(|to| {
        let line = html! { <line class="half" x1={columns.percent(from)} x2={columns.percent(to)} y1="50%" y2="50%" /> };
        from = to + UNVOTED;
        line
    });
    lines.collect()
}

impl Page<'_> {
    /// Renders the citation of the votes' sources in the embed of `figure`. Renders nothing on other pages, where each
    /// vote links to its own page or to the table of resolutions. Both cite the sources.
    pub(super) fn cite_votes(&self, figure: Figure, columns: &Columns<'_>) -> Html {
        if !self.is_figure(figure) {
            return Html::default();
        }
        let sources: BTreeSet<usize> = columns.votes().flat_map(|vote| vote.sources.iter().copied()).collect();
        let place = self.place(figure.word(), finding(self.edition, figure));
        self.cite(&sources.into_iter().collect::<Vec<_>>(), &place)
    }

    /// Renders a key with a sample of the lines for each ballot. The key leaves out absences, because they have no
    /// lines.
    pub(super) fn line_key(&self) -> Html {
        let sample = |ballot: Ballot| {
            let mut strokes = Strokes::default();
            strokes.add(ballot, VOTED / 2.0, 0, 4);
            html! { <li><svg viewBox="0 0 10 10" aria-hidden="true">{ paths(&strokes) }</svg><span>{ self.labels().word(ballot) }</span></li> }
        };
        html! { <ul class="ballot-key">{ for Ballot::ALL.into_iter().filter(|ballot| !strokes_of(*ballot).1.is_empty()).map(sample) }</ul> }
    }

    /// Renders the names of the columns. The name of a column with a vote has the year and the number of "yes" votes,
    /// and links to the page of the vote or to its row in the table of resolutions. The name of a column without a vote
    /// is a year or a span of years.
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
        // The story and the embeds have no table of resolutions, so their links lead to the pages of the votes. On the
        // page about the resolutions and in the offline file, the links lead to the rows of that table. The links in
        // the print edition also get these fragments, and are rewritten later.
        let address = if (self.is_story() || self.embed.is_some()) && self.takeaway.is_none() {
            self.url_of(&Route::Vote(vote.id.clone()).path())
        } else {
            format!("#resolution-{}", vote.id)
        };
        html! {
            <li class={vote.guess.as_ref().map(|_| "in-question")}>
                <a href={address}>
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

    /// Renders a text in each column without a vote. If such a column is after the last vote, its text contains the
    /// year of that vote. Otherwise the text is `without`.
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

/// Renders the bands of the years without a vote, as the background of their columns.
pub(super) fn bands(columns: &Columns<'_>) -> Html {
    let width = columns.percent(UNVOTED - 1.0);
    let bands = columns.unvoted().map(|(_, middle)| {
        html! { <rect x={columns.percent(middle - (UNVOTED - 1.0) / 2.0)} width={width.clone()} height="100%" /> }
    });
    html! { <svg class="bands" aria-hidden="true">{ for bands }</svg> }
}

/// Renders a year, or the span of years from `year` to `to`. Style sheets hide the century where space is scarce.
fn year(year: i16, to: Option<i16>) -> Html {
    let to = to.map(|to| format!("–{:02}", to % 100)).unwrap_or_default();
    html! { <span translate="no"><span class="century">{ year / 100 }</span>{ format!("{:02}{to}", year % 100) }</span> }
}
