//! The picture of the counts of abductees. Each count that adds up several groups of people has a row, with a dot for
//! each person on the official list. The dot is filled if the count includes the person.

use crate::{
    drawing::people::{group, sums},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        error::PictureError,
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;
use vocabulary::Fate;

/// The width of the number at the start of a row, in pixels.
const NUMBER: f32 = 140.0;
/// The radius of a dot, as a fraction of the distance between the centres of neighbouring dots.
const RADIUS: f32 = 0.36;

pub(super) fn counts(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let counts: Vec<_> = sums(edition).collect();
    let people: Vec<Fate> = Fate::ALL.into_iter().flat_map(|fate| group(edition, fate).map(move |_| fate)).collect();
    let height = area.height() / counts.len() as f32;
    let left = area.left + NUMBER;
    let step = (area.right - left) / people.len() as f32;
    for (row, count) in counts.into_iter().enumerate() {
        let top = area.top + height * row as f32;
        canvas.words(area.left, top + 62.0, TextStyle::serif(92.0), &count.value.to_string());
        for (index, fate) in people.iter().enumerate() {
            let paint =
                if count.groups.contains(fate) { Paint::fill(Colour::Accent) } else { Paint::line(Colour::InkSoft, 2.0).dashed(5.0, 5.0) };
            canvas.circle(left + step * (index as f32 + 0.5), top + 24.0, step * RADIUS, paint);
        }
        let styles = [36.0, 34.0, 32.0].map(TextStyle::sans);
        canvas.block(
            (left + step * (0.5 - RADIUS), top + 50.0),
            area.right - left,
            styles,
            1,
            count.choice.as_deref().unwrap_or_default(),
        )?;
    }
    Ok(())
}
