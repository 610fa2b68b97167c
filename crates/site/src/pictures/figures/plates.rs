//! The picture of the name-plates: a pair of plates for each year in which the Human Rights Council adopted a text, up
//! to the year of the decision. Japan's plate is in front of the European Union's plate. Japan's plate stands in the
//! years in which Japan co-submitted the text. In other years it lies flat. The names are written once, at the left, as
//! on the page on narrow screens.

use crate::{
    drawing::plates::{self, BACK, BACK_FACE, DESK, EDGE, FACE, LYING, SIDE, SIZE},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;

pub(super) fn plates(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let labels = &edition.labels.lead;
    let years = plates::years(edition);
    let name = TextStyle::sans(36.0).bold().to_the_end();
    let names = canvas.width_of(name, &labels.japan).max(canvas.width_of(name, &labels.union)) + 18.0;
    let left = area.left + names;
    let step = (area.right - left) / years.len() as f32;
    let foot = area.bottom - 96.0;
    // The desk is 74 units below the upper edge of the drawing.
    let scale = (step / SIZE.0, (foot - area.top) / 74.0);
    let at = |unit: f32| area.top + unit * scale.1;
    canvas.words(left - 18.0, at(37.0) - 6.0, name.colour(Colour::InkSoft), &labels.union);
    canvas.words(left - 18.0, at(58.0) + 14.0, name.colour(Colour::Accent), &labels.japan);
    for (index, (year, stands)) in years.iter().enumerate() {
        let x = left + step * index as f32;
        let is_end = index == 0 || index + 1 == years.len();
        let mut draw = |path: &str, paint| canvas.scaled(path, (x, area.top), scale, paint);
        draw(DESK, Paint::line(Colour::Ink, 1.5));
        draw(BACK, Paint::fill(Colour::Hairline));
        draw(BACK_FACE, Paint::fill(Colour::Paper).outlined(Colour::InkSoft, 1.5));
        if *stands {
            draw(SIDE, Paint::fill(Colour::Ink));
            draw(FACE, Paint::fill(Colour::Accent));
        } else {
            draw(LYING, Paint::fill(Colour::AccentWash).outlined(Colour::Accent, 1.5));
            draw(EDGE, Paint::fill(Colour::Accent));
        }
        if is_end {
            let style =
                if *stands { TextStyle::sans(36.0).colour(Colour::InkSoft) } else { TextStyle::sans(40.0).bold().colour(Colour::Decision) };
            let (x, style) = if index == 0 { (x, style) } else { (area.right, style.to_the_end()) };
            canvas.words(x, foot + 54.0, style, &year.to_string());
        }
    }
    let note = TextStyle::sans(40.0).bold().colour(Colour::Decision).to_the_end();
    canvas.words(area.right, foot + 94.0, note, &labels.alone);
}
