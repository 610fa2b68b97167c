//! The picture of the staircases: Japan's role in each year as steps, with Geneva above and New York below.

use crate::{
    drawing::stairs::{Flight, height, steps},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        error::PictureError,
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::Edition;
use vocabulary::{City, Role};

/// The height of the space above the steps of a staircase, in pixels.
const HEAD: f32 = 44.0;
/// The height of the space for the years below the last staircase, in pixels.
const YEARS: f32 = 40.0;

pub(super) fn stairs(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let labels = &edition.labels;
    let level = TextStyle::sans(32.0).colour(Colour::InkSoft);
    // The usual name of the lowest step is too long for the picture, so the picture has a shorter name for it.
    let names: Vec<&str> = steps().map(|role| if height(role) > 1 { labels.word(role) } else { &labels.pictures.consensus }).collect();
    let words = names.iter().map(|name| canvas.width_of(level, name)).fold(0.0, f32::max);
    let left = area.left + words.max(200.0) + 22.0;
    let step = (area.height() - 2.0 * HEAD - YEARS) / 6.0;
    let flights = City::ALL.map(|city| Flight::of(edition, city));
    for (lane, (flight, city)) in flights.iter().zip([&labels.shift.geneva, &labels.shift.new_york]).enumerate() {
        let top = area.top + HEAD + (HEAD + 3.0 * step) * lane as f32;
        let width = (area.right - left) / flight.years.len() as f32;
        canvas.words(area.left, top - 12.0, TextStyle::sans(34.0).bold(), city);
        for (index, name) in names.iter().enumerate() {
            canvas.words(left - 22.0, top + step * (index as f32 + 0.5) + 11.0, level.to_the_end(), name);
        }
        for line in 0..=3 {
            let y = top + step * line as f32;
            canvas.line((left, y), (area.right, y), Colour::Hairline, 2.0);
        }
        for (column, role) in flight.roles.iter().enumerate() {
            let Some(role) = *role else { continue };
            let (x, high) = (left + width * column as f32, step * f32::from(height(role)));
            let paint = match role {
                Role::CoSubmitter => Paint::fill(Colour::Accent),
                Role::CoSponsor => Paint::fill(Colour::Accent).faint(0.58),
                Role::ConsensusOnly if flight.decided == Some(column) => Paint::fill(Colour::Decision),
                Role::ConsensusOnly => Paint::fill(Colour::Accent),
                Role::Unknown => Paint::line(Colour::InkSoft, 2.0).dashed(6.0, 5.0),
            };
            canvas.rectangle(x + width * 0.06, top + 3.0 * step - high, width * 0.88, high, paint);
            if role == Role::Unknown {
                canvas.words(x + width / 2.0, top + 3.0 * step - high / 2.0 + 11.0, level.centred(), "?");
            }
        }
        if let Some(run) = flight.longest_run() {
            let (from, to) = (left + width * *run.start() as f32, left + width * (run.end() + 1) as f32);
            canvas.line((from + 3.0, top - 6.0), (to - 3.0, top - 6.0), Colour::InkSoft, 2.0);
            let count = labels.shift.run.replace("{n}", &run.count().to_string());
            canvas.words(f32::midpoint(from, to), top - 14.0, TextStyle::sans(32.0).bold().centred(), &count);
        }
        if let Some(column) = flight.decided {
            let x = left + width * (column as f32 + 0.5);
            canvas.line((x, top - 6.0), (x, top + 2.0 * step - 4.0), Colour::Decision, 3.0);
            let style = TextStyle::sans(32.0).bold().colour(Colour::Decision);
            canvas.words(x - width * 0.5, top - 14.0, style, &edition.decision.year.to_string());
        }
        if lane == 1 {
            let style = TextStyle::sans(32.0).colour(Colour::InkSoft);
            let year = |year: Option<&i16>| year.map(i16::to_string).unwrap_or_default();
            canvas.words(left, area.bottom, style, &year(flight.years.first()));
            canvas.words(area.right, area.bottom, style.to_the_end(), &year(flight.years.last()));
        }
    }
    Ok(())
}
