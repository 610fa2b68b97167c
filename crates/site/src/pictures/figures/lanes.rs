//! What changed: Japan's role year by year, Geneva above and New York below, in the three forms of the page.

use crate::pictures::{
    canvas::{Area, Paint, SvgCanvas},
    palette::Colour,
    text_layout::TextStyle,
};
use story::{
    Edition,
    vocabulary::{City, Role},
};

/// Draws both lanes and what their marks mean.
pub(super) fn lanes(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let labels = &edition.labels;
    let years: Vec<i16> = edition.shift.years.iter().map(|year| year.year).collect();
    let name = TextStyle::sans(30.0).bold();
    let cities = [&labels.shift.geneva, &labels.shift.new_york];
    let names = cities.iter().map(|city| canvas.width_of(name, city)).fold(0.0, f32::max);
    let left = area.left + names + 24.0;
    let step = (area.right - left) / years.len() as f32;
    let lines = [area.top + 74.0, area.top + 156.0];
    let at = |place: usize| left + step * (place as f32 + 0.5);
    for (lane, city) in cities.into_iter().enumerate() {
        canvas.words(area.left, lines[lane] + 10.0, name, city);
    }
    for (place, year) in years.iter().enumerate() {
        let decided = *year == edition.decision.year;
        if decided {
            let x = at(place) - step / 2.0;
            canvas.line((x, area.top - 4.0), (x, lines[1] + 36.0), Colour::Ink, 3.0);
        }
        if decided || place == 0 || place + 1 == years.len() {
            let style = if decided { TextStyle::sans(30.0).bold() } else { TextStyle::sans(28.0).colour(Colour::InkSoft) };
            let (x, style) = match place {
                0 => (at(0) - step * 0.4, style),
                _ if decided => (at(place) - step * 0.5 + 10.0, style),
                _ => (area.right - step * 0.1, style.to_the_end()),
            };
            canvas.words(x, area.top + 20.0, style, &year.to_string());
        }
        for (lane, city) in City::ALL.into_iter().enumerate() {
            let text = edition.resolutions.iter().find(|text| text.adopted_on.year == *year && text.body.city() == city);
            mark(canvas, at(place), lines[lane], step * 0.82, text.map(|text| text.japan));
        }
    }
    key(canvas, edition, Area { top: lines[1] + 60.0, ..area });
}

/// The mark for a role, drawn as on the page, where it is 16 wide.
fn mark(canvas: &mut SvgCanvas<'_>, x: f32, y: f32, size: f32, role: Option<Role>) {
    let unit = size / 16.0;
    match role {
        Some(Role::CoSubmitter) => canvas.circle(x, y, 6.5 * unit, Paint::fill(Colour::Accent)),
        Some(Role::CoSponsor) => canvas.circle(x, y, 5.25 * unit, Paint::line(Colour::Accent, 2.5 * unit)),
        Some(Role::ConsensusOnly) => canvas.line((x - 6.5 * unit, y), (x + 6.5 * unit, y), Colour::Accent, 4.0 * unit),
        Some(Role::Unknown) => {
            let at = |dx: f32, dy: f32| format!("{:.1} {:.1}", x + (dx - 8.0) * unit, y + (dy - 8.0) * unit);
            let path = format!(
                "M{}C{} {} {}C{} {} {}M{}L{}",
                at(5.0, 5.4),
                at(5.4, 3.2),
                at(11.0, 3.0),
                at(11.0, 6.0),
                at(11.0, 8.0),
                at(8.0, 8.2),
                at(8.0, 10.2),
                at(8.0, 12.3),
                at(8.0, 14.2)
            );
            canvas.path(&path, Paint::line(Colour::Accent, 1.9 * unit));
        }
        None => canvas.circle(x, y, 1.5 * unit, Paint::fill(Colour::InkSoft)),
    }
}

/// What the marks mean, in the order from most to least, in as many rows as they need.
fn key(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let style = TextStyle::sans(28.0);
    let (mut x, mut y) = (area.left, area.top + 24.0);
    let roles = Role::ALL.map(|role| (Some(role), edition.labels.word(role)));
    for (role, words) in roles.into_iter().chain([(None, &*edition.labels.shift.no_text)]) {
        let width = 40.0 + canvas.width_of(style, words);
        if x > area.left && x + width > area.right {
            (x, y) = (area.left, y + 42.0);
        }
        mark(canvas, x + 14.0, y - 9.0, 32.0, role);
        canvas.words(x + 40.0, y, style, words);
        x += width + 38.0;
    }
}
