//! The picture of the map: the coast with a mark for each case whose place is known. The names of the places are on
//! both sides of the map. Beside each name is a dot for each person.

use crate::{
    drawing::coast::{at, outlines, people_of, placed, size},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;
use vocabulary::Extent;

/// The smallest vertical distance between two names, in pixels.
const LINE: f32 = 46.0;
/// The radius of the dot of a person, in pixels.
const PERSON: f32 = 9.0;

/// Draws the map with the marks, the names of the places and the dots.
pub(super) fn coast(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let (width, height) = size();
    let scale = area.height() / height;
    let origin = (f32::midpoint(area.left, area.right) - width * scale / 2.0, area.top);
    let land = Paint::fill(Colour::PaperDeep).outlined(Colour::InkSoft, 1.5);
    canvas.scaled(&outlines(edition), origin, (scale, scale), land);
    let mut marks: Vec<_> = placed(edition)
        .into_iter()
        .map(|(event, place)| {
            let (x, y) = at(place.position);
            let people = people_of(edition, event).count();
            (origin.0 + x * scale, origin.1 + y * scale, format!("{} {}", place.name, event.date.year), place.extent, people)
        })
        .collect();
    // The names of the western half of the marks are on the left, and all other names are on the right.
    marks.sort_by(|one, other| one.0.total_cmp(&other.0));
    let east = marks.split_off(marks.len().div_ceil(2));
    for (mut side, is_left) in [(marks, true), (east, false)] {
        side.sort_by(|one, other| one.1.total_cmp(&other.1));
        let mut least = area.top + 30.0;
        for (x, y, name, extent, people) in side {
            let baseline = (y + 12.0).max(least);
            least = baseline + LINE;
            let style = TextStyle::sans(36.0).bold();
            let (anchor, style) = if is_left { (area.left, style) } else { (area.right, style.to_the_end()) };
            let inwards = if is_left { 1.0 } else { -1.0 };
            let mut edge = anchor + inwards * (canvas.width_of(style, &name) + 12.0);
            for _ in 0..people {
                canvas.circle(edge + inwards * PERSON, baseline - 12.0, PERSON, Paint::fill(Colour::Accent));
                edge += inwards * (2.0 * PERSON + 6.0);
            }
            canvas.line((edge, baseline - 12.0), (x, y), Colour::InkSoft, 2.0);
            match extent {
                Extent::Town => canvas.circle(x, y, 8.0, Paint::fill(Colour::Accent).outlined(Colour::Paper, 2.0)),
                Extent::Area => canvas.circle(x, y, 11.0, Paint::line(Colour::Accent, 5.0)),
            }
            canvas.words(anchor, baseline, style, &name);
        }
    }
}
