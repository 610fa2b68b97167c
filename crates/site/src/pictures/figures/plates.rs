//! The first figure: a pair of name-plates for each year. Japan's plate stands in front of the European Union's, until it is laid
//! down in the year of the decision.

use crate::pictures::{
    canvas::{Area, Paint, SvgCanvas},
    palette::Colour,
    text_layout::TextStyle,
};
use story::{
    Edition,
    vocabulary::{Body, Role},
};

/// Draws the plates on their desk.
pub(super) fn plates(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let decision = edition.decision.year;
    let texts = edition.resolutions.iter().filter(|text| text.body == Body::Council && text.adopted_on.year <= decision);
    let texts: Vec<_> = texts.map(|text| (text.adopted_on.year, text.japan == Role::CoSubmitter)).collect();
    let gap = 8.0;
    let step = (area.width() + gap) / texts.len() as f32;
    let desk = area.bottom - 40.0;
    // The offset of the European Union's plate, which is the one behind, to the right and upwards.
    let (aside, above) = (step * 0.1, step * 0.44);
    let (width, height) = (step - gap - aside, step * 0.6);
    let label = TextStyle::sans(step * 0.21).bold().centred();
    canvas.line((area.left, desk), (area.right, desk), Colour::Ink, 3.0);
    for (place, (year, stands)) in texts.into_iter().enumerate() {
        let left = area.left + step * place as f32;
        let foot = desk - 1.5;
        let behind = Paint::fill(Colour::Paper).outlined(Colour::InkSoft, 2.0);
        canvas.rectangle(left + aside - 1.0, foot - above - height + 1.0, width, above + height, behind);
        let middle = left + width / 2.0;
        canvas.words(middle + aside, foot - above - height * 0.42, label.colour(Colour::InkSoft), &edition.labels.lead.union);
        if stands {
            canvas.rectangle(left, foot - height, width, height, Paint::fill(Colour::Accent));
            canvas.words(middle, foot - height * 0.37, label.colour(Colour::Paper), &edition.labels.lead.japan);
        } else {
            let slant = height * 0.36;
            let lying = format!("M{:.1} {foot:.1}h{width:.1}l{aside:.1} {:.1}h{:.1}Z", left, -slant, -width);
            canvas.path(&lying, Paint::fill(Colour::AccentWash).outlined(Colour::Accent, 3.0));
        }
        let year_hand = if stands { TextStyle::sans(25.0).colour(Colour::InkSoft) } else { TextStyle::sans(30.0).bold() };
        canvas.words(left + (step - gap) / 2.0, desk + 34.0, year_hand.centred(), &year.to_string());
    }
}
