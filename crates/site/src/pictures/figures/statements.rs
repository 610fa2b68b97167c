//! The figure of the part about the article: a square for each statement, in a row for each verdict.

use crate::pictures::{
    canvas::{Area, Paint, SvgCanvas},
    palette::Colour,
    text_layout::TextStyle,
};
use story::{
    Edition,
    vocabulary::{Verdict, Vocabulary},
};

/// Draws the rows.
pub(super) fn statements(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let rows: Vec<_> = Verdict::WORDS
        .iter()
        .map(|(_, verdict)| (*verdict, edition.statements.iter().filter(|statement| statement.verdict == *verdict).count()))
        .collect();
    let (digits, word) = (TextStyle::serif(54.0).to_the_end(), TextStyle::sans(32.0));
    let words = rows.iter().map(|(verdict, _)| canvas.width_of(word, edition.labels.word(*verdict))).fold(0.0, f32::max);
    let left = area.left + 86.0 + words + 36.0;
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let lane = area.height() / rows.len() as f32;
    let step = ((area.right - left) / most as f32).min(lane - 12.0);
    let size = step - 8.0;
    for (place, (verdict, count)) in rows.into_iter().enumerate() {
        let middle = area.top + lane * (place as f32 + 0.5);
        if place > 0 {
            let y = middle - lane / 2.0;
            canvas.line((area.left, y), (area.right, y), Colour::Hairline, 2.0);
        }
        canvas.words(area.left + 66.0, middle + 18.0, digits, &count.to_string());
        canvas.words(area.left + 86.0, middle + 11.0, word, edition.labels.word(verdict));
        for statement in 0..count {
            let x = left + step * statement as f32;
            square(canvas, x, middle - size / 2.0, size, verdict);
        }
    }
}

/// Draws a square whose form shows the verdict.
fn square(canvas: &mut SvgCanvas<'_>, x: f32, y: f32, size: f32, verdict: Verdict) {
    let outline = Paint::line(Colour::Accent, 4.0);
    match verdict {
        Verdict::Confirmed => canvas.rectangle(x, y, size, size, Paint::fill(Colour::Accent)),
        Verdict::ConfirmedImprecise => {
            canvas.rectangle(x + 2.0, y + 2.0, size - 4.0, size - 4.0, outline);
            canvas.rectangle(x, y + size / 2.0, size, size / 2.0, Paint::fill(Colour::Accent));
        }
        Verdict::PartlyDisputed => canvas.rectangle(x + 2.0, y + 2.0, size - 4.0, size - 4.0, outline),
        Verdict::NotChecked => canvas.rectangle(x + 2.0, y + 2.0, size - 4.0, size - 4.0, outline.dashed(6.0, 5.0)),
    }
}
