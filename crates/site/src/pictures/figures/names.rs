//! The picture of the people on the official list: a dot for each person, and a bracket for each count.

use crate::{
    drawing::people::{group, home_and_admitted},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        error::PictureError,
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;
use vocabulary::Fate;

pub(super) fn paint(fate: Fate) -> Paint {
    match fate {
        Fate::Returned => Paint::fill(Colour::Accent).outlined(Colour::Accent, 4.0),
        Fate::SaidDead => Paint::line(Colour::Accent, 4.0),
        Fate::NotAdmitted => Paint::line(Colour::Accent, 4.0).dashed(7.0, 5.8),
    }
}

pub(super) fn names(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let labels = &edition.labels;
    let all = edition.people.len();
    let (home, admitted) = home_and_admitted(edition);
    let step = area.width() / all as f32;
    let at = |index: usize| area.left + step * index as f32;
    let line = area.top + 84.0;
    let above = [(0, admitted, &*labels.abductions.admitted)];
    let below = [(home, all - home, &*labels.abductions.not_returned)];
    let mut first = 0;
    for fate in Fate::ALL {
        let count = group(edition, fate).count();
        for person in first..first + count {
            canvas.circle(at(person) + step / 2.0, line, step * 0.3, paint(fate));
        }
        let left = at(first) + 6.0;
        let width = step * count as f32 - 12.0;
        let number = TextStyle::serif(48.0);
        bracket(canvas, (at(first) + 4.0, at(first + count) - 4.0), line + 42.0, -12.0);
        canvas.words(left, line + 92.0, number, &count.to_string());
        let styles = [33.0, 32.5, 32.0].map(|size| TextStyle::sans(size).colour(Colour::InkSoft));
        canvas.block((left, line + 94.0), width, styles, 3, labels.word(fate))?;
        first += count;
    }
    for (rows, y, length, baseline) in [(above, line - 42.0, 12.0, line - 52.0), (below, area.bottom - 46.0, -12.0, area.bottom)] {
        for (from, count, words) in rows {
            bracket(canvas, (at(from) + 4.0, at(from + count) - 4.0), y, length);
            let number = TextStyle::serif(48.0);
            canvas.words(at(from) + 6.0, baseline, number, &count.to_string());
            let x = at(from) + 6.0 + canvas.width_of(number, &count.to_string()) + 12.0;
            canvas.words(x, baseline, TextStyle::sans(34.0), words);
        }
    }
    Ok(())
}

/// Draws a bracket from `from` to `to` at the vertical position `y`. Its ends point down by `length` pixels, or up if
/// `length` is negative.
fn bracket(canvas: &mut SvgCanvas<'_>, (from, to): (f32, f32), y: f32, length: f32) {
    canvas.path(&format!("M{from:.1} {:.1}V{y:.1}H{to:.1}V{:.1}", y + length, y + length), Paint::line(Colour::InkSoft, 3.0));
}
