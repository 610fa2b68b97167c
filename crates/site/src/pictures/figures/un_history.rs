//! The figure of the part about the UN resolutions: a column for every recorded vote. All columns have the same height.

use super::single_vote::{paint, shares};
use crate::pictures::{
    canvas::{Area, SvgCanvas},
    palette::Colour,
    text_layout::TextStyle,
};
use story::Edition;

/// Draws the columns, and beside the last one the words for its parts.
pub(super) fn votes(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let style = TextStyle::sans(28.0);
    let votes: Vec<_> = edition.resolutions.iter().filter_map(|vote| Some((vote.adopted_on.year, vote.tally?))).collect();
    let words = shares(Default::default()).map(|(ballot, _)| edition.labels.word(ballot));
    let key = words.iter().map(|word| canvas.width_of(style, word)).fold(0.0, f32::max);
    let right = area.right - key - 18.0;
    let gap = 9.0;
    let step = (right - area.left + gap) / votes.len() as f32;
    let foot = area.bottom - 38.0;
    let height = foot - area.top;
    let mut beside = [0.0; 4];
    for (place, (year, tally)) in votes.iter().enumerate() {
        let x = area.left + step * place as f32;
        let mut y = foot;
        for (part, (ballot, count)) in shares(*tally).into_iter().enumerate() {
            let share = f32::from(count) / f32::from(tally.members()) * height;
            beside[part] = y - share / 2.0;
            y -= share;
            if count > 0 {
                let (lower, inset) = if part == 3 { (2.0, 1.0) } else { (2.0, 0.0) };
                canvas.rectangle(x + inset, y + inset, step - gap - 2.0 * inset, (share - lower - inset).max(1.0), paint(ballot));
            }
        }
        let label = TextStyle::sans(28.0).colour(Colour::InkSoft);
        if place == 0 {
            canvas.words(x, foot + 34.0, label, &year.to_string());
        } else if place + 1 == votes.len() {
            canvas.words(x + step - gap, foot + 34.0, label.to_the_end(), &year.to_string());
        }
    }
    // Each word stands at its part of the last column. If there is no room, it stands above the word before.
    let mut above = f32::MAX;
    for (word, y) in words.into_iter().zip(beside) {
        above = (y + 9.0).min(above - 32.0);
        canvas.words(right + 18.0, above, style, word);
    }
}
