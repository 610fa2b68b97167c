//! The picture of the recorded votes in New York. Each state that has cast a ballot is a line. The states are grouped
//! by the pattern of their ballots. The number of states is beside each group.

use crate::{
    drawing::votes::{Columns, LINE, Strokes, UNVOTED, assembly, strokes_of},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        error::PictureError,
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;
use vocabulary::{Ballot, VotePattern};

/// The width of all columns together, in pixels.
const WIDTH: f32 = 470.0;
/// The distance between two groups, in pixels.
const GAP: f32 = 9.0;
/// The width of the space between the columns and the area for the groups' numbers and names, in pixels.
const BESIDE: f32 = 76.0;
/// The smallest vertical distance between the names of two groups, in pixels.
const NAME: f32 = 42.0;

pub(super) fn patterns(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let labels = &edition.labels;
    let (columns, mut groups) = assembly(edition);
    groups.retain(|group| group.pattern != VotePattern::NoneCast);
    let top = area.top + 40.0;
    let states: usize = groups.iter().map(|group| group.states.len()).sum();
    let height = area.bottom - top - GAP * (groups.len() - 1) as f32;
    let scale = (WIDTH / columns.width(), height / (states as f32 * LINE));
    bands(canvas, edition, &columns, (area.left, top, area.bottom), scale.0);
    years(canvas, &columns, area, scale.0);
    let key = TextStyle::sans(34.0).colour(Colour::InkSoft).to_the_end();
    canvas.words(area.right, area.top + 24.0, key, &labels.pictures.stroke);
    let mut y = top;
    let mut least = top;
    for (index, group) in groups.iter().enumerate() {
        let high = group.states.len() as f32 * LINE * scale.1;
        strokes(canvas, &group.lines(&columns, 0), (area.left, y), scale);
        // The name must leave room for the names of the groups below it.
        let most = area.bottom - NAME * (groups.len() - index) as f32;
        let middle = (y + high / 2.0 - NAME / 2.0).max(least).min(most) + NAME / 2.0;
        least = middle + NAME / 2.0;
        let (x, right) = (area.left + WIDTH + 10.0, area.left + WIDTH + BESIDE);
        let leader = format!("M{x:.1} {:.1}h8v{:.1}h-8M{:.1} {:.1}L{:.1} {middle:.1}", y, high, x + 8.0, y + high / 2.0, right - 10.0);
        canvas.path(&leader, Paint::line(Colour::InkSoft, 2.0));
        let number = TextStyle::sans(38.0).bold().colour(colour(group.pattern));
        canvas.words(right + 62.0, middle + 13.0, number.to_the_end(), &group.states.len().to_string());
        let styles = [38.0, 35.0, 32.0].map(TextStyle::sans);
        canvas.block((right + 76.0, middle - 24.0), area.right - right - 76.0, styles, 1, labels.word(group.pattern))?;
        y += high + GAP;
    }
    Ok(())
}

/// Returns the colour for the number of states in a group. If the states cast only one kind of ballot, it is the colour
/// of this kind. If they moved towards "yes" or "no", it is the colour of that ballot. Otherwise it is the colour of
/// text.
fn colour(pattern: VotePattern) -> Colour {
    match pattern {
        VotePattern::OnlyYes | VotePattern::NearerYes => Colour::Yes,
        VotePattern::OnlyAbstained => Colour::Abstain,
        VotePattern::OnlyNo | VotePattern::NearerNo => Colour::No,
        VotePattern::CameBack | VotePattern::NoneCast => Colour::Ink,
    }
}

/// Draws a labelled band in each column without a vote. `left`, `top` and `bottom` are the edges of the drawing, in
/// pixels. `scale` is the width in pixels of one unit of `columns`. A band is opaque and hides what is already drawn at
/// its place, so the order of the calls matters.
pub(super) fn bands(
    canvas: &mut SvgCanvas<'_>,
    edition: &Edition,
    columns: &Columns<'_>,
    (left, top, bottom): (f32, f32, f32),
    scale: f32,
) {
    let width = (UNVOTED - 1.0) * scale;
    for (_, middle) in columns.unvoted() {
        let middle = left + middle * scale;
        canvas.rectangle(middle - width / 2.0, top, width, bottom - top, Paint::fill(Colour::PaperDeep));
        let style = TextStyle::sans(32.0).colour(Colour::InkSoft);
        canvas.words_down(middle, top + 12.0, style, &edition.labels.history.without_vote);
    }
}

/// Draws the first and the last year with a vote, each above the column of the vote.
fn years(canvas: &mut SvgCanvas<'_>, columns: &Columns<'_>, area: Area, scale: f32) {
    let middles = columns.middles();
    let style = TextStyle::sans(34.0).colour(Colour::InkSoft);
    let votes: Vec<i16> = columns.votes().map(|vote| vote.adopted_on.year).collect();
    for (year, middle) in [(votes.first(), middles.first()), (votes.last(), middles.last())] {
        if let (Some(year), Some(middle)) = (year, middle) {
            let half = canvas.width_of(style, &year.to_string()) / 2.0;
            canvas.words((area.left + middle * scale).max(area.left + half), area.top + 24.0, style.centred(), &year.to_string());
        }
    }
}

/// Draws the lines of states, as on the page. `corner` is the upper left corner in pixels. `scale` is the width and the
/// height of a path unit in pixels.
pub(super) fn strokes(canvas: &mut SvgCanvas<'_>, strokes: &Strokes, corner: (f32, f32), scale: (f32, f32)) {
    for (ballot, path) in strokes.paths() {
        let colour = match ballot {
            Ballot::Yes => Colour::Yes,
            Ballot::Abstain => Colour::Abstain,
            Ballot::No => Colour::No,
            Ballot::Absent => continue,
        };
        let paint = Paint::line(colour, strokes_of(ballot).0);
        canvas.scaled(path, corner, scale, paint.dashed(2.0, 0.75));
    }
}
