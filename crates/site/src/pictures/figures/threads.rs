//! The timeline: three threads in one time, a line an event, and the decision across all of them.

use crate::pictures::{
    canvas::{Area, SvgCanvas},
    palette::Colour,
    text_layout::TextStyle,
};
use story::{Edition, vocabulary::Thread};

/// Draws the threads.
pub(super) fn threads(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let labels = &edition.labels;
    let Some((first, last)) = edition.events.first().zip(edition.events.last()) else { return };
    let name = TextStyle::sans(30.0).bold();
    let names = Thread::ALL.map(|thread| canvas.width_of(name, labels.word(thread))).into_iter().fold(0.0, f32::max);
    let left = area.left + names + 28.0;
    let (from, to) = (f32::from(first.date.year), f32::from(last.date.year) + 1.0);
    let at = |year: f32| left + (year - from) / (to - from) * (area.right - left);
    let (head, foot) = (area.top + 22.0, area.bottom - 36.0);
    let lane = (foot - head) / Thread::ALL.len() as f32;
    for (place, thread) in Thread::ALL.iter().enumerate() {
        let base = head + lane * (place as f32 + 1.0);
        canvas.words(area.left, base - 12.0, name, labels.word(*thread));
        canvas.line((area.left, base), (area.right, base), Colour::Hairline, 2.0);
        for event in edition.events.iter().filter(|event| event.threads.contains(thread)) {
            let x = at(event.date.in_years());
            canvas.line((x, base - lane + 24.0), (x, base), Colour::InkSoft, 2.5);
        }
    }
    let decision = at(edition.decision.in_years());
    canvas.line((decision, head), (decision, foot), Colour::Accent, 5.0);
    let date = TextStyle::sans(30.0).bold().colour(Colour::Accent);
    let half = canvas.width_of(date, &labels.date(edition.decision)) / 2.0;
    canvas.words(decision.min(area.right - half), head - 10.0, date.centred(), &labels.date(edition.decision));
    let scale = TextStyle::sans(28.0).colour(Colour::InkSoft);
    canvas.words(at(from), foot + 32.0, scale, &first.date.year.to_string());
    canvas.words(area.right, foot + 32.0, scale.to_the_end(), &last.date.year.to_string());
}
