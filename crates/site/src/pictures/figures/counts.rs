//! The figure of the part about the abduction issue: the number of people on the official list as a sum of its groups. Each person
//! is a dot.

use super::names::paint;
use crate::{
    drawing::people::group,
    pictures::{
        canvas::{Area, SvgCanvas},
        error::PictureError,
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;
use vocabulary::Fate;

/// The distance between two dots.
const STEP: f32 = 40.0;
/// The radius of a dot.
const RADIUS: f32 = 15.0;
/// The width of a plus or equals sign with its space.
const SIGN: f32 = 62.0;

/// Draws the sum.
pub(super) fn people(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let digits = TextStyle::serif(120.0);
    let baseline = area.top + 92.0;
    let total = edition.people.len().to_string();
    let groups = Fate::ALL.map(|fate| group(edition, fate).count());
    let total_width = canvas.width_of(digits, &total);
    // The width that the dots leave free goes to the groups whose words are wider than their dots.
    let words = TextStyle::sans(34.0);
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
            canvas.circle(x + RADIUS + 2.0 + STEP * person as f32, baseline + 50.0, RADIUS, paint(fate));
        }
        let width = dots[place] + spare * lacking[place];
        let hands = [34.0, 33.0, 32.0].map(TextStyle::sans);
        canvas.block((x, baseline + 84.0), width, hands, 4, edition.labels.word(fate))?;
        x += width;
    }
    Ok(())
}
