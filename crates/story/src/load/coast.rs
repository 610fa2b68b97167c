//! Reads the map: the outline of the coast, and the places where people on the official list disappeared.

use super::{
    files::Files,
    localized::Words,
    problem::{Place, Problems},
    table,
};
use crate::model::{CasePlace, Person, Position};

/// Reads the outline of each island.
pub(crate) fn coast(files: &Files, problems: &mut Problems) -> Vec<Vec<Position>> {
    let mut shores = Vec::new();
    for mut entry in table::list(files, "coast.toml", "shore", problems) {
        let (points, place) = entry.text_at("points", problems);
        let read = |point: &str| position(point, &place, problems);
        shores.push(points.split(',').map(str::trim).filter(|point| !point.is_empty()).filter_map(read).collect());
        entry.finish(problems);
    }
    shores
}

/// Reads the places. Each place must belong to the event of one of `people`.
pub(crate) fn places(files: &Files, language: &str, people: &[Person], problems: &mut Problems) -> Vec<CasePlace> {
    let mut words = Words::toml(files, language, "places", problems);
    let mut places = Vec::new();
    for (event, mut entry) in table::toml(files, "places.toml", problems) {
        if !people.iter().any(|person| person.event == event) && problems.is_read("people.csv") {
            problems.add(entry.place.clone(), format!("“{event}” is not an event in people.csv"), "write the event of a row of people.csv");
        }
        let mut localized = words.take(&event, &entry.place, problems);
        let (point, place) = entry.text_at("position", problems);
        places.push(CasePlace {
            event,
            name: localized.text("name", problems),
            position: if point.is_empty() { Position::default() } else { position(&point, &place, problems).unwrap_or_default() },
            extent: entry.word("extent", problems),
            label: entry.word("label", problems),
        });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    places
}

/// Parses a longitude and a latitude in degrees, separated by a space. Any other text is a problem.
fn position(text: &str, place: &Place, problems: &mut Problems) -> Option<Position> {
    let degrees = |text: &str, limit: f32| text.parse().ok().filter(|degrees: &f32| degrees.abs() <= limit);
    let point = text
        .split_once(' ')
        .and_then(|(longitude, latitude)| Some(Position { longitude: degrees(longitude, 180.0)?, latitude: degrees(latitude, 90.0)? }));
    if point.is_none() {
        problems.add(
            place.clone(),
            format!("“{text}” is not a position"),
            "write longitude and latitude in degrees, separated by a space: 137.15 37.31",
        );
    }
    point
}
