//! The picture of the lists of people who were, or may have been, abducted. Each list has one dot for each person. The
//! scale is the same in all lists.

use crate::{
    drawing::people::{self, DOT_LINE, DOT_STEP, dots, value},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        error::PictureError,
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;

/// Draws the lists side by side.
pub(super) fn lists(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let lists = people::lists(edition);
    let gap = 36.0;
    let width = (area.width() + gap) / lists.len() as f32 - gap;
    let scale = width / (DOT_LINE * DOT_STEP) as f32;
    for (index, count) in lists.into_iter().enumerate() {
        let left = area.left + (width + gap) * index as f32;
        let styles = [76.0, 66.0, 56.0].map(TextStyle::serif);
        canvas.block((left, area.top - 14.0), width, styles, 1, &value(edition, count))?;
        let styles = [36.0, 34.0, 32.0].map(|size| TextStyle::sans(size).colour(Colour::InkSoft));
        canvas.block((left, area.top + 78.0), width, styles, 2, count.choice.as_deref().unwrap_or_default())?;
        let paint = Paint::line(Colour::Accent, 4.2).dashed(0.0, DOT_STEP as f32).round();
        canvas.scaled(&dots(count.value), (left, area.top + 176.0), (scale, scale), paint);
    }
    let key = TextStyle::sans(32.0).colour(Colour::InkSoft);
    canvas.words(area.left, area.bottom, key, &edition.labels.pictures.dot);
    Ok(())
}
