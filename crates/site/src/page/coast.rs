//! The map of the coast: where the cases happened that have a place, and the same as a list with the people of each case.

use super::Page;
use std::fmt::Write;
use story::{CasePlace, Event, PartialDate, Person, Position};
use vocabulary::{Extent, Side};
use yew::prelude::*;

/// The edges of the drawing in degrees.
const WEST: f32 = 129.65;
const EAST: f32 = 142.9;
const NORTH: f32 = 39.2;
const SOUTH: f32 = 30.9;
/// The drawing's units for a degree of longitude.
const SCALE: f32 = 33.0;
/// How much longer a degree of latitude is here, in the middle of the map.
const STRETCH: f32 = 1.22;
/// The distance from the middle of a mark to its label, and from line to line of a label.
const AWAY: f32 = 11.0;
const LINE: f32 = 17.0;

impl Page<'_> {
    /// The figure.
    pub(super) fn coast(&self) -> Html {
        let labels = &self.labels().abductions;
        let place = self.place("coast", labels.people.clone());
        let (on, off): (Vec<_>, Vec<_>) = self.cases().into_iter().partition(|event| self.place_of(event).is_some());
        let Some((first, last)) = on.first().zip(on.last()) else { return Html::default() };
        let month = |event: &Event| self.date_text(PartialDate { day: None, ..event.date });
        let counted: usize = on.iter().map(|event| self.people_of(event).count()).sum();
        let title = labels
            .coast_title
            .replace("{n}", &counted.to_string())
            .replace("{all}", &self.edition.people.len().to_string())
            .replace("{places}", &on.len().to_string())
            .replace("{from}", &month(first))
            .replace("{to}", &month(last));
        let entry = |event: &Event| {
            let name = self.place_of(event).map_or(&event.title, |place| &place.name);
            html! {
                <li>
                    <p><b>{ name }</b>{ self.cite(&event.sources, &place) }{ " " }{ self.event_date(event.date, event.precision) }</p>
                    <p translate="no">{ for self.people_of(event).map(|person| html! { <><span>{ self.inlines(&person.name, &place) }</span>{ " " }</> }) }</p>
                </li>
            }
        };
        html! {
            <figure class="coast wide" id="coast">
                <figcaption><h3>{ self.linked("coast", title) }</h3></figcaption>
                <div class="coast-body">
                    { self.map(&on) }
                    <div class="cases">
                        <ul>{ for on.iter().map(|event| entry(event)) }</ul>
                        <p class="off">{ &labels.coast_off }</p>
                        <ul>{ for off.iter().map(|event| entry(event)) }</ul>
                    </div>
                </div>
                <p class="caption">{ &labels.coast_caption }</p>
            </figure>
        }
    }

    /// The coast with a mark for each of `cases`.
    fn map(&self, cases: &[&Event]) -> Html {
        let (width, height) = at(Position { longitude: EAST, latitude: SOUTH });
        html! {
            <svg viewBox={format!("0 0 {width:.0} {height:.0}")} role="img" aria-label={self.labels().abductions.coast_spoken.clone()}>
                <path d={self.edition.coast.iter().map(|shore| outline(shore)).collect::<String>()} />
                { for cases.iter().filter_map(|event| Some(self.mark(self.place_of(event)?, event.date.year))) }
            </svg>
        }
    }

    /// A mark with the name of the place and the year.
    fn mark(&self, place: &CasePlace, year: i16) -> Html {
        let (x, y) = at(place.position);
        let (radius, form) = match place.extent {
            Extent::Town => (5.0, None),
            Extent::Area => (8.0, Some("ring")),
        };
        let (anchor, x_of_label, y_of_label) = match place.label {
            Side::Left => ("end", x - AWAY, y - 7.0),
            Side::Right => ("start", x + AWAY, y + 4.0),
            Side::Above => ("middle", x, y - AWAY - LINE),
            Side::Below => ("middle", x, y + AWAY + 15.0),
        };
        let year = self.date_text(PartialDate { year, month: None, day: None });
        html! {
            <g>
                <circle class={form} cx={format!("{x:.1}")} cy={format!("{y:.1}")} r={radius.to_string()} />
                <text text-anchor={anchor} x={format!("{x_of_label:.1}")} y={format!("{y_of_label:.1}")}>
                    <tspan>{ &place.name }</tspan>
                    <tspan x={format!("{x_of_label:.1}")} dy={LINE.to_string()}>{ year }</tspan>
                </text>
            </g>
        }
    }

    /// The cases of the people on the official list, by date.
    pub(super) fn cases(&self) -> Vec<&Event> {
        self.edition.events.iter().filter(|event| self.people_of(event).next().is_some()).collect()
    }

    /// The people whose case it is.
    fn people_of(&self, event: &Event) -> impl Iterator<Item = &Person> {
        self.edition.people.iter().filter(move |person| person.event == event.id)
    }

    /// Where a case happened, if it is on the map.
    fn place_of(&self, event: &Event) -> Option<&CasePlace> {
        self.edition.places.iter().find(|place| place.event == event.id)
    }
}

/// A position in the drawing. So near to the middle of the map, degrees are equally long on every line.
fn at(position: Position) -> (f32, f32) {
    ((position.longitude - WEST) * SCALE, (NORTH - position.latitude) * SCALE * STRETCH)
}

/// The outline of an island in whole units, each point as its distance from the one before.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_comes_back_to_its_beginning() {
        let point = |longitude, latitude| Position { longitude, latitude };
        let shore = [point(WEST, NORTH), point(WEST + 1.0, NORTH), point(WEST + 1.0, NORTH - 1.0)];
        assert_eq!(outline(&shore), "M0 0l33 0 0 40z");
    }
}
