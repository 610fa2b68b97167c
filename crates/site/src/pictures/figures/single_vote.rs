//! The picture of a recorded vote: a bar with a part for each ballot, and the numbers below it.

use crate::pictures::{
    canvas::{Area, Paint, SvgCanvas},
    palette::Colour,
    text_layout::TextStyle,
};
use story::{Edition, Tally, vocabulary::Ballot};

/// Returns the number of states for each ballot in a tally, in the same order as on the page.
pub(super) fn shares(tally: Tally) -> [(Ballot, u16); Ballot::ALL.len()] {
    Ballot::ALL.map(|ballot| (ballot, tally.of(ballot)))
}

/// Returns how to paint a ballot. "No" is hatched and "absent" is only an outline, so that readers can tell these two
/// from the other ballots without relying on colour.
pub(super) fn paint(ballot: Ballot) -> Paint {
    match ballot {
        Ballot::Yes => Paint::fill(Colour::Yes),
        Ballot::Abstain => Paint::fill(Colour::Abstain),
        Ballot::No => Paint::hatched(Colour::No),
        Ballot::Absent => Paint::line(Colour::Absent, 2.0),
    }
}

/// The distance from the left edge of a column to the name of its ballot, in pixels. A sample of the colour is in this
/// space.
const SWATCH: f32 = 36.0;

/// Draws the vote on the resolution with this id.
pub(super) fn tally(canvas: &mut SvgCanvas<'_>, edition: &Edition, id: &str, area: Area) {
    let Some(tally) = edition.resolutions.iter().find(|vote| vote.id == id).and_then(|vote| vote.tally) else { return };
    let (digits, word) = (TextStyle::serif(96.0), TextStyle::sans(34.0));
    let gap = 4.0;
    let foot = area.bottom - 142.0;
    let top = (foot - 150.0).max(area.top);
    let shares = shares(tally);
    let mut x = area.left;
    for (index, (ballot, count)) in shares.into_iter().enumerate() {
        let share = f32::from(count) / f32::from(tally.members()) * (area.width() + gap);
        let inset = if ballot == Ballot::Absent { 1.0 } else { 0.0 };
        if count > 0 {
            canvas.rectangle(x + inset, top + inset, (share - gap - 2.0 * inset).max(1.0), foot - top - 2.0 * inset, paint(ballot));
        }
        x += share;
        // The numbers are in columns of equal width, because a number would not fit below a thin part of the bar.
        let column = area.left + area.width() / shares.len() as f32 * index as f32;
        canvas.words(column, foot + 88.0, digits, &count.to_string());
        canvas.rectangle(column + 1.0, foot + 111.0, 24.0, 24.0, paint(ballot));
        canvas.words(column + SWATCH, foot + 134.0, word.colour(Colour::InkSoft), edition.labels.word(ballot));
    }
}
