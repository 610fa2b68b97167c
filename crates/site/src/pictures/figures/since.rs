//! The picture of the part about what happened next: the number of events since the decision, and a time axis with a
//! line for each event.

use crate::pictures::{
    canvas::{Area, SvgCanvas},
    error::PictureError,
    palette::Colour,
    text_layout::TextStyle,
};
use story::Edition;

pub(super) fn since(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let labels = &edition.labels;
    let after: Vec<_> = edition.events.iter().filter(|event| event.date > edition.decision).collect();
    let Some(last) = after.last() else { return Ok(()) };
    let (from, to) = (edition.decision.in_years(), last.date.in_years());
    let at = |year: f32| area.left + 3.0 + (year - from) / (to - from) * (area.width() - 6.0);
    let count = [72.0, 64.0, 56.0].map(|size| TextStyle::serif(size).colour(Colour::Accent));
    canvas.block((area.left, area.top), area.width(), count, 1, &labels.events.since.replace("{n}", &after.len().to_string()))?;
    let foot = area.bottom - 44.0;
    let head = area.top + 112.0;
    canvas.line((area.left, foot), (area.right, foot), Colour::Ink, 3.0);
    for event in &after {
        let x = at(event.date.in_years());
        canvas.line((x, head), (x, foot), Colour::Accent, 4.0);
    }
    let decision = at(from);
    canvas.line((decision, head - 16.0), (decision, foot), Colour::Ink, 6.0);
    let style = TextStyle::sans(34.0).colour(Colour::InkSoft);
    canvas.words(area.left, foot + 38.0, style.colour(Colour::Ink).bold(), &labels.date(edition.decision));
    canvas.words(area.right, foot + 38.0, style.to_the_end(), &labels.date(last.date));
    Ok(())
}
