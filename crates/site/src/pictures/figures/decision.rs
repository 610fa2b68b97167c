//! The figure of the part about the reasons: the date of the decision in large type.

use crate::pictures::{
    canvas::{Area, SvgCanvas},
    error::PictureError,
    palette::Colour,
    text_layout::TextStyle,
};
use story::Edition;

/// Draws the date.
pub(super) fn decision(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let style = |size| TextStyle::serif(size).colour(Colour::Accent);
    let date = edition.labels.date(edition.decision);
    canvas.block(
        (area.left, area.top + area.height() * 0.5 - 110.0),
        area.width(),
        [style(164.0), style(148.0), style(132.0)],
        1,
        &date,
    )?;
    Ok(())
}
