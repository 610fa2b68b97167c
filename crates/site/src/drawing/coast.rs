//! The map of the coast: its scale, its outline, and the cases with a known place.

use std::fmt::Write;
use story::{CasePlace, Edition, Event, PartialDate, Person, Position};

/// The longitude of the left edge of the drawing, in degrees east.
const WEST: f32 = 129.65;
/// The longitude of the right edge of the drawing, in degrees east.
const EAST: f32 = 142.9;
/// The latitude of the upper edge of the drawing, in degrees north.
const NORTH: f32 = 39.2;
/// The latitude of the lower edge of the drawing, in degrees north.
const SOUTH: f32 = 30.9;
/// The number of drawing units for one degree of longitude.
const SCALE: f32 = 33.0;
/// The length of a degree of latitude divided by the length of a degree of longitude, in the middle of the map.
const STRETCH: f32 = 1.22;

/// Returns the width and the height of the drawing, in drawing units.
pub(crate) fn size() -> (f32, f32) {
    at(Position { longitude: EAST, latitude: SOUTH })
}

/// Converts a geographic position to coordinates in the drawing. The map is small, so the ratio [`STRETCH`] for the
/// middle of the map is used for all latitudes.
pub(crate) fn at(position: Position) -> (f32, f32) {
    ((position.longitude - WEST) * SCALE, (NORTH - position.latitude) * SCALE * STRETCH)
}

/// Returns the outlines of all islands as one path.
pub(crate) fn outlines(edition: &Edition) -> String {
    edition.coast.iter().map(|shore| outline(shore)).collect()
}

/// Returns the outline of an island as a closed path. All coordinates are integers. Each point after the first is
/// relative to the previous point.
fn outline(shore: &[Position]) -> String {
    let mut path = String::new();
    let mut before: Option<(i32, i32)> = None;
    for point in shore {
        let (x, y) = at(*point);
        let now = (x.round() as i32, y.round() as i32);
        // Writing to a String cannot fail.
        let _ = match before {
            None => write!(path, "M{} {}l", now.0, now.1),
            Some(before) => write!(path, "{} {} ", now.0 - before.0, now.1 - before.1),
        };
        before = Some(now);
    }
    path.trim_end().to_owned() + "z"
}

/// Returns the cases of the people on the official list, in the order of their dates.
pub(crate) fn cases(edition: &Edition) -> impl Iterator<Item = &Event> {
    edition.events.iter().filter(|event| people_of(edition, event).next().is_some())
}

/// Returns the cases that are on the map, each with its place, in the order of their dates.
pub(crate) fn placed(edition: &Edition) -> Vec<(&Event, &CasePlace)> {
    cases(edition).filter_map(|event| Some((event, place_of(edition, event)?))).collect()
}

/// Returns the people on the official list whose case is `event`.
pub(crate) fn people_of<'a>(edition: &'a Edition, event: &Event) -> impl Iterator<Item = &'a Person> {
    edition.people.iter().filter(move |person| person.event == event.id)
}

/// Returns the place of the case `event`. Returns `None` if the case is not on the map.
pub(crate) fn place_of<'a>(edition: &'a Edition, event: &Event) -> Option<&'a CasePlace> {
    edition.places.iter().find(|place| place.event == event.id)
}

pub(super) fn finding(edition: &Edition) -> String {
    let placed = placed(edition);
    let month = |case: Option<&(&Event, &CasePlace)>| {
        case.map(|(event, _)| edition.labels.date(PartialDate { day: None, ..event.date })).unwrap_or_default()
    };
    let counted: usize = placed.iter().map(|(event, _)| people_of(edition, event).count()).sum();
    let label = edition.labels.abductions.coast_title.replace("{n}", &counted.to_string());
    label
        .replace("{all}", &edition.people.len().to_string())
        .replace("{places}", &placed.len().to_string())
        .replace("{from}", &month(placed.first()))
        .replace("{to}", &month(placed.last()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_a_closed_path() {
        let point = |longitude, latitude| Position { longitude, latitude };
        let shore = [point(WEST, NORTH), point(WEST + 1.0, NORTH), point(WEST + 1.0, NORTH - 1.0)];
        assert_eq!(outline(&shore), "M0 0l33 0 0 40z");
    }
}
