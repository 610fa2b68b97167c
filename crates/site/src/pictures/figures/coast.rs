//! The picture of the map: the coast with a mark for each case in Japan whose place is known. The names of the places
//! are on both sides of the map. Beside each name is a dot for each person of the case.

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

/// The smallest vertical distance between two names on the same side of the map, in pixels.
const LINE: f32 = 46.0;
/// The radius of the dot of a person, in pixels.
const PERSON: f32 = 9.0;

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
        let middles = spread(side.iter().map(|(_, y, ..)| *y), area.top + 18.0);
        for ((x, y, name, extent, people), middle) in side.into_iter().zip(middles) {
            let baseline = middle + 12.0;
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

/// Returns the vertical positions of names, at least [`LINE`] apart. `marks` has the vertical positions of their marks,
/// in ascending order. Names whose marks are too close are centred on the mean of their marks. Names that would be
/// above `top` are moved down.
fn spread(marks: impl Iterator<Item = f32>, top: f32) -> Vec<f32> {
    // Each group has the position of its first name, and the positions of its marks.
    let mut groups: Vec<(f32, Vec<f32>)> = Vec::new();
    for mark in marks {
        let mut group = (mark.max(top), vec![mark]);
        while let Some((_, above)) = groups.pop_if(|(first, above)| *first + above.len() as f32 * LINE > group.0) {
            let all = [above, group.1].concat();
            let mean = all.iter().sum::<f32>() / all.len() as f32;
            group = ((mean - (all.len() - 1) as f32 * LINE / 2.0).max(top), all);
        }
        groups.push(group);
    }
    groups.into_iter().flat_map(|(first, marks)| (0..marks.len()).map(move |index| first + index as f32 * LINE)).collect()
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[track_caller]
    fn check(marks: &[f32], expected: &[f32]) {
        assert_eq!(spread(marks.iter().copied(), 20.0), expected);
    }

    #[test]
    fn names_are_apart_and_near_their_marks() {
        check(&[100.0, 200.0], &[100.0, 200.0]);
        check(&[100.0, 104.0], &[79.0, 125.0]);
        check(&[100.0, 150.0, 150.0], &[87.333_33, 133.333_33, 179.333_33]);
        check(&[10.0, 30.0], &[20.0, 66.0]);
    }
}
