//! The picture of the article's statements: a square for each statement, in the article's order. The look of a square
//! shows the verdict.

use crate::pictures::{
    canvas::{Area, Paint, SvgCanvas},
    palette::Colour,
    text_layout::TextStyle,
};
use story::{
    Edition,
    vocabulary::{Verdict, Vocabulary},
};

/// The size of the squares in the key, in pixels.
const SAMPLE: f32 = 40.0;

/// Draws the squares, and a key with the number of squares for each verdict.
pub(super) fn statements(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let statements = &edition.statements;
    let step = area.width() / statements.len() as f32;
    for (index, statement) in statements.iter().enumerate() {
        square(canvas, area.left + step * index as f32, area.top + 6.0, step - 7.0, statement.verdict);
    }
    let words = edition.labels.article.summary.replace("{n}", &statements.len().to_string());
    canvas.words(area.left, area.top + step + 42.0, TextStyle::sans(34.0).colour(Colour::InkSoft), &words);
    let top = area.top + step + 58.0;
    let row = (area.bottom - top) / Verdict::WORDS.len() as f32;
    for (index, (_, verdict)) in Verdict::WORDS.iter().enumerate() {
        let middle = top + row * (index as f32 + 0.5);
        square(canvas, area.left, middle - SAMPLE / 2.0, SAMPLE, *verdict);
        let count = statements.iter().filter(|statement| statement.verdict == *verdict).count();
        canvas.words(area.left + 128.0, middle + 17.0, TextStyle::serif(50.0).to_the_end(), &count.to_string());
        canvas.words(area.left + 148.0, middle + 14.0, TextStyle::sans(38.0), edition.labels.word(*verdict));
    }
}

fn square(canvas: &mut SvgCanvas<'_>, x: f32, y: f32, size: f32, verdict: Verdict) {
    let outline = Paint::line(Colour::Accent, 4.0);
    match verdict {
        Verdict::Confirmed => canvas.rectangle(x, y, size, size, Paint::fill(Colour::Accent)),
        // As on the page, this verdict has a thick lower edge. The next two verdicts have a double and a dashed
        // outline.
        Verdict::ConfirmedImprecise => {
            canvas.rectangle(x + 2.0, y + 2.0, size - 4.0, size - 4.0, outline);
            canvas.rectangle(x, y + size * 0.7, size, size * 0.3, Paint::fill(Colour::Accent));
        }
        Verdict::PartlyDisputed => {
            canvas.rectangle(x + 2.0, y + 2.0, size - 4.0, size - 4.0, outline);
            canvas.rectangle(x + 10.0, y + 10.0, size - 20.0, size - 20.0, outline);
        }
        Verdict::NotChecked => canvas.rectangle(x + 2.0, y + 2.0, size - 4.0, size - 4.0, outline.dashed(6.0, 5.0)),
    }
}
