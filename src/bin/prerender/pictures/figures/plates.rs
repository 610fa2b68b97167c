//! The lead: a pair of name-plates for each year, Japan's standing beside the European Union's until it is laid down.

use crate::pictures::{
    lettering::Hand,
    palette::Colour,
    sheet::{Area, Paint, Sheet},
};
use story::{
    Edition,
    vocabulary::{Body, Role},
};

/// Draws the plates on their desk.
pub(super) fn plates(sheet: &mut Sheet<'_>, edition: &Edition, area: Area) {
    let decision = edition.decision.year;
    let texts = edition.resolutions.iter().filter(|text| text.body == Body::Council && text.adopted_on.year <= decision);
    let texts: Vec<_> = texts.map(|text| (text.adopted_on.year, text.japan == Role::CoSubmitter)).collect();
    let step = (area.width() + 8.0) / texts.len() as f32;
    let desk = area.bottom - 38.0;
    // The plates are drawn as on the page, where a pair is 96 wide and 74 high.
    let scale = ((step - 8.0) / 96.0).min((desk - area.top) / 54.0);
    sheet.line((area.left, desk), (area.right, desk), Colour::Ink, 3.0);
    for (place, (year, stands)) in texts.into_iter().enumerate() {
        let left = area.left + step * place as f32;
        let path = |points: &[(f32, f32)]| {
            let points: Vec<String> =
                points.iter().map(|(x, y)| format!("{:.1} {:.1}", left + x * scale, desk - 1.5 + (y - 74.0) * scale)).collect();
            format!("M{}Z", points.join("L"))
        };
        sheet.path(&path(&[(40.0, 20.0), (90.0, 20.0), (96.0, 74.0), (46.0, 74.0)]), Paint::fill(Colour::Hairline));
        sheet.path(
            &path(&[(38.0, 22.0), (88.0, 22.0), (88.0, 74.0), (38.0, 74.0)]),
            Paint::fill(Colour::Paper).outlined(Colour::InkSoft, 2.0),
        );
        let label = Hand::sans(20.0 * scale).bold().centred();
        sheet.words(left + 63.0 * scale, desk + (38.0 - 74.0) * scale, label.colour(Colour::InkSoft), &edition.labels.lead.union);
        if stands {
            sheet.path(&path(&[(8.0, 42.0), (80.0, 42.0), (80.0, 74.0), (8.0, 74.0)]), Paint::fill(Colour::Accent));
            sheet.words(left + 44.0 * scale, desk + (65.0 - 74.0) * scale, label.colour(Colour::Paper), &edition.labels.lead.japan);
        } else {
            let lying = Paint::fill(Colour::AccentWash).outlined(Colour::Accent, 2.5);
            sheet.path(&path(&[(2.0, 73.0), (14.0, 61.0), (92.0, 61.0), (80.0, 73.0)]), lying);
        }
        let year_hand = if stands { Hand::sans(24.0).colour(Colour::InkSoft) } else { Hand::sans(26.0).bold() };
        sheet.words(left + 46.0 * scale, desk + 32.0, year_hand.centred(), &year.to_string());
    }
}
