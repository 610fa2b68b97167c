//! Why now: the day of the decision, as large as it gets.

use crate::pictures::{
    error::PictureError,
    lettering::Hand,
    palette::Colour,
    sheet::{Area, Sheet},
};
use story::Edition;

/// Draws the date.
pub(super) fn decision(sheet: &mut Sheet<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let hand = |size| Hand::serif(size).colour(Colour::Accent);
    let date = edition.labels.date(edition.decision);
    sheet.block((area.left, area.top + area.height() * 0.5 - 110.0), area.width(), [hand(164.0), hand(148.0), hand(132.0)], 1, &date)?;
    Ok(())
}
