//! The abduction issue: the official list as a sum of its groups, a dot a person.

use crate::pictures::{
    canvas::{Area, Paint, SvgCanvas},
    error::PictureError,
    palette::Colour,
    text_layout::TextStyle,
};
use story::{Edition, vocabulary::Fate};

/// From one dot to the next, and how large they are.
const STEP: f32 = 40.0;
const RADIUS: f32 = 15.0;
/// Room for a sign.
const SIGN: f32 = 62.0;

/// Draws the sum.
pub(super) fn people(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let digits = TextStyle::serif(120.0);
    let baseline = area.top + 92.0;
    let total = edition.people.len().to_string();
    let groups = Fate::ALL.map(|fate| edition.people.iter().filter(|person| person.fate == fate).count());
    let total_width = canvas.width_of(digits, &total);
    // What the dots leave goes to the groups whose words need more room than their dots.
    let words = TextStyle::sans(32.0);
    let dots = groups.map(|people| people as f32 * STEP);
    let lacking: [f32; Fate::ALL.len()] =
        std::array::from_fn(|place| (canvas.width_of(words, edition.labels.word(Fate::ALL[place])) - dots[place]).max(1.0));
    let spare = (area.width() - total_width - SIGN * groups.len() as f32 - dots.iter().sum::<f32>()).max(0.0) / lacking.iter().sum::<f32>();
    canvas.words(area.left, baseline, digits, &total);
    let mut x = area.left + total_width;
    for (place, (fate, people)) in Fate::ALL.into_iter().zip(groups).enumerate() {
        let sign = TextStyle::serif(80.0).colour(Colour::InkSoft).centred();
        canvas.words(x + SIGN / 2.0, baseline - 12.0, sign, if place == 0 { "=" } else { "+" });
        x += SIGN;
        canvas.words(x, baseline, digits.colour(Colour::Accent), &people.to_string());
        for person in 0..people {
            let paint = match fate {
                Fate::Returned => Paint::fill(Colour::Accent).outlined(Colour::Accent, 4.0),
                Fate::SaidDead => Paint::line(Colour::Accent, 4.0),
                Fate::NotAdmitted => Paint::line(Colour::Accent, 4.0).dashed(7.0, 5.8),
            };
            canvas.circle(x + RADIUS + 2.0 + STEP * person as f32, baseline + 50.0, RADIUS, paint);
        }
        let width = dots[place] + spare * lacking[place];
        let hands = [32.0, 30.0, 28.0].map(TextStyle::sans);
        canvas.block((x, baseline + 84.0), width, hands, 4, edition.labels.word(fate))?;
        x += width;
    }
    Ok(())
}
