//! The picture of the table of reasons. It shows who gives which reason, and states that no reason is known to have
//! been decisive.

use crate::pictures::{
    canvas::{Area, Paint, SvgCanvas},
    error::PictureError,
    palette::Colour,
    text_layout::TextStyle,
};
use story::Edition;
use vocabulary::{Evidence, Sayer, Vocabulary};

/// The radius of a mark, in pixels.
const MARK: f32 = 12.0;
/// The distance between two columns, in pixels.
const GAP: f32 = 22.0;

/// Returns the index of the column for a kind of source. The government and officials have one column each. All other
/// kinds share a column.
fn column(sayer: Sayer) -> usize {
    match sayer {
        Sayer::Government => 0,
        Sayer::Officials => 1,
        Sayer::JapanesePress | Sayer::ForeignPress | Sayer::Scholars | Sayer::Article => 2,
    }
}

fn mark(canvas: &mut SvgCanvas<'_>, (x, y): (f32, f32), evidence: Evidence) {
    match evidence {
        Evidence::Said => canvas.circle(x, y, MARK, Paint::fill(Colour::Accent)),
        Evidence::Inferred => canvas.circle(x, y, MARK - 2.0, Paint::line(Colour::Accent, 4.0)),
    }
}

pub(super) fn reasons(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let labels = &edition.labels;
    let head = TextStyle::sans(32.0).colour(Colour::InkSoft);
    let heads = [&labels.pictures.government, &labels.pictures.officials, &labels.pictures.others];
    let others = Sayer::WORDS.iter().filter(|(_, sayer)| column(*sayer) == 2).count();
    let widths = [0, 1, 2].map(|index| canvas.width_of(head, heads[index]).max(if index == 2 { others as f32 * 40.0 } else { 0.0 }) + GAP);
    let lefts = [area.right - widths.iter().sum::<f32>() + GAP, area.right - widths[1] - widths[2] + GAP, area.right - widths[2] + GAP];
    // The key is in the row of the headings. The names of the reasons have no heading, so there is room for the key.
    let mut x = area.left + MARK;
    for (evidence, words) in [(Evidence::Said, labels.pictures.gives.as_str()), (Evidence::Inferred, labels.word(Evidence::Inferred))] {
        mark(canvas, (x, area.top + 13.0), evidence);
        canvas.words(x + MARK + 10.0, area.top + 24.0, head, words);
        x += canvas.width_of(head, words) + 4.0 * MARK + 10.0;
    }
    for (index, words) in heads.into_iter().enumerate() {
        canvas.words(lefts[index], area.top + 24.0, head, words);
    }
    let top = area.top + 42.0;
    let row = (area.bottom - top) / (edition.reasons.len() + 1) as f32;
    for (index, reason) in edition.reasons.iter().enumerate() {
        let y = top + row * index as f32;
        canvas.line((area.left, y), (area.right, y), Colour::Hairline, 2.0);
        let middle = y + row / 2.0;
        let width = lefts[0] - 14.0 - area.left;
        canvas.block((area.left, middle - 25.0), width, [34.0, 33.0, 32.0].map(TextStyle::sans), 1, &reason.name)?;
        let mut shared = 0;
        for (_, sayer) in Sayer::WORDS {
            let x = lefts[column(*sayer)] + MARK + if column(*sayer) == 2 { 40.0 * shared as f32 } else { 0.0 };
            shared += usize::from(column(*sayer) == 2);
            if let Some(claim) = reason.said_by.iter().find(|claim| claim.sayer == *sayer) {
                mark(canvas, (x, middle), claim.evidence);
            }
        }
    }
    let y = area.bottom - row;
    canvas.line((area.left, y), (area.right, y), Colour::Ink, 3.0);
    let style = TextStyle::sans(34.0).bold().colour(Colour::Decision);
    canvas.words(area.left, y + row / 2.0 + 12.0, style, &labels.why.decisive);
    let x = area.left + canvas.width_of(style, &labels.why.decisive) + 24.0;
    let styles = [34.0, 33.0, 32.0].map(|size| TextStyle::sans(size).colour(Colour::Decision));
    canvas.block((x, y + row / 2.0 - 22.0), area.right - x, styles, 1, &labels.why.decisive_none)?;
    Ok(())
}
