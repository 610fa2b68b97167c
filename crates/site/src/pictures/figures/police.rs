//! The picture of the police list over time: a line with notes on its largest rise and its largest fall.

use crate::{
    drawing::police::List,
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;

pub(super) fn police(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let Some(list) = List::of(edition) else { return };
    let labels = &edition.labels.abductions;
    let note = TextStyle::sans(32.0).colour(Colour::InkSoft);
    let (left, right, top, bottom) = (area.left + 56.0, area.right - 60.0, area.top + 128.0, area.bottom - 112.0);
    let at: Vec<(f32, f32)> =
        list.points.iter().map(|point| list.at(point)).map(|(x, y)| (left + x * (right - left), top + y * (bottom - top))).collect();
    let ground = area.bottom - 44.0;
    // The axis is broken between zero and the smallest number.
    let axis = format!("M{left:.1} {ground:.1}v-10l-10 -6 20 -8 -20 -8 10 -6V{top:.1}M{left:.1} {ground:.1}H{:.1}", area.right);
    canvas.path(&axis, Paint::line(Colour::InkSoft, 2.0));
    canvas.words(left - 18.0, ground + 10.0, note.to_the_end(), "0");
    let path: String =
        at.iter().enumerate().map(|(index, (x, y))| format!("{}{x:.1} {y:.1}", if index == 0 { "M" } else { "L" })).collect();
    canvas.path(&path, Paint::line(Colour::Accent, 6.0).round());
    let (from, to) = list.years();
    let year = |year: i16| left + f32::from(year - from) / f32::from(to - from) * (right - left);
    for (index, tick) in [from, f32::midpoint(f32::from(from), f32::from(to)) as i16, to].into_iter().enumerate() {
        let style = if index == 2 { note.to_the_end() } else { note.centred() };
        let x = if index == 2 { area.right } else { year(tick).max(left + 36.0) };
        canvas.words(x, area.bottom, style, &tick.to_string());
    }
    for (index, (x, y)) in at.iter().enumerate() {
        canvas.circle(*x, *y, 9.0, Paint::fill(Colour::Paper).outlined(Colour::Accent, 5.0));
        if list.is_named(index) {
            let baseline = y + if list.is_trough(index) { 46.0 } else { -20.0 };
            canvas.words(*x, baseline, TextStyle::sans(36.0).bold().centred(), &list.value(index).to_string());
        }
    }
    let (rise, fall) = (at[list.rise], at[list.fall]);
    lines(canvas, note, (area.left, area.top + 24.0), &list.grown(&labels.police_grew));
    canvas.line((rise.0, area.top + 70.0), (rise.0, rise.1 - 52.0), Colour::InkSoft, 2.0);
    lines(canvas, note.to_the_end(), (area.right, bottom + 6.0), &labels.police_shrinks);
    canvas.line((fall.0, fall.1 + 14.0), (fall.0, bottom - 24.0), Colour::InkSoft, 2.0);
}

/// Draws a label with its line breaks.
fn lines(canvas: &mut SvgCanvas<'_>, style: TextStyle, (x, y): (f32, f32), label: &str) {
    for (index, line) in label.lines().enumerate() {
        canvas.words(x, y + 37.0 * index as f32, style, line);
    }
}
