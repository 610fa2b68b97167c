//! The picture of the recorded votes in Geneva. Each vote is a column with one line for each member that was not
//! absent, stacked by ballot. A horizontal line marks half of the membership.

use super::vote_patterns::{bands, strokes};
use crate::{
    drawing::votes::{Columns, LINE, VOTED, geneva, members, stacked_lines},
    pictures::{
        canvas::{Area, SvgCanvas},
        error::PictureError,
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;
use vocabulary::Ballot;

/// The distance between the drawings of two bodies, in pixels.
const GAP: f32 = 60.0;

/// Draws the votes of the UN bodies that have met in Geneva, side by side. The names of the ballots are on the right,
/// in the colours of the ballots.
pub(super) fn votes(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let labels = &edition.labels;
    let bodies = geneva().map(|body| (body, Columns(edition.vote_years(body)))).collect::<Vec<_>>();
    let key = [Ballot::Yes, Ballot::Abstain, Ballot::No];
    let word = TextStyle::sans(36.0).bold();
    let words = key.iter().map(|ballot| canvas.width_of(word, labels.word(*ballot))).fold(0.0, f32::max);
    let width: f32 = bodies.iter().map(|(_, columns)| columns.width()).sum();
    let scale = (area.width() - words - 30.0 - GAP) / width;
    let (top, foot) = (area.top + 84.0, area.bottom - 48.0);
    let mut left = area.left;
    for (body, columns) in &bodies {
        let members = f32::from(members(columns));
        let high = (foot - top) / (members * LINE);
        let right = left + columns.width() * scale;
        strokes(canvas, &stacked_lines(columns), (left, top), (scale, high));
        let half = f32::midpoint(top, foot);
        canvas.line((left, half), (right - scale / 2.0, half), Colour::Ink, 3.0);
        // The bands are drawn over the line, because half of the membership has no meaning in a column without a vote.
        bands(canvas, edition, columns, (left, top, foot), scale);
        let head = [34.0, 33.0, 32.0].map(|size| TextStyle::sans(size).bold());
        canvas.block((left, area.top - 8.0), right - left + GAP - 10.0, head, 2, labels.word(*body))?;
        for (vote, middle) in columns.votes().zip(columns.middles()) {
            let style = TextStyle::sans(32.0).colour(Colour::InkSoft).centred();
            let year = vote.adopted_on.year;
            let year = if VOTED * scale > 84.0 { year.to_string() } else { format!("’{:02}", year % 100) };
            canvas.words(left + middle * scale, area.bottom - 8.0, style, &year);
        }
        left = right + GAP;
    }
    let middle = f32::midpoint(top, foot);
    canvas.words(area.right, middle + 12.0, TextStyle::sans(36.0).to_the_end(), &labels.pictures.half);
    // The names of the ballots are beside the parts of the last column.
    let last = bodies.last().and_then(|(_, columns)| columns.votes().last()).and_then(|vote| vote.tally).unwrap_or_default();
    let line = (foot - top) / f32::from(last.members());
    let mut y = top;
    for (ballot, count, colour) in
        [(Ballot::Yes, last.yes, Colour::Yes), (Ballot::Abstain, last.abstain, Colour::Abstain), (Ballot::No, last.no, Colour::No)]
    {
        let high = line * f32::from(count);
        canvas.words(area.right, y + high / 2.0 + 12.0, word.colour(colour).to_the_end(), labels.word(ballot));
        y += high;
    }
    Ok(())
}
