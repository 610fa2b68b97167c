//! Renders the map of the coast, and a list of all cases with their people. The map has a mark for each case with a
//! known place in Japan.

use super::Page;
use crate::drawing::{
    coast::{at, cases, outlines, people_of, place_of, placed, size},
    finding,
};
use story::{CasePlace, Event, PartialDate};
use vocabulary::{Extent, Figure, Side};
use yew::prelude::*;

/// The distance from the middle of a mark to its label, in SVG units.
const AWAY: f32 = 11.0;
/// The distance between the lines of a label.
const LINE: &str = "1.05em";

impl Page<'_> {
    /// Renders the figure with the map and the list of cases.
    pub(super) fn coast(&self) -> Html {
        let labels = &self.labels().abductions;
        let place = self.place("coast", labels.people.clone());
        let on_map = placed(self.edition);
        let off_map: Vec<_> = cases(self.edition).filter(|event| place_of(self.edition, event).is_none()).collect();
        let entry = |event: &Event| {
            let name = place_of(self.edition, event).map_or(&event.title, |place| &place.name);
            html! {
                <li>
                    <p><b>{ name }</b>{ self.cite(&event.sources, &place) }{ " " }{ self.event_date(event.date, event.precision) }</p>
                    <p translate="no">{ for people_of(self.edition, event).map(|person| html! { <><span>{ self.inlines(&person.name, &place) }</span>{ " " }</> }) }</p>
                </li>
            }
        };
        html! {
            <figure class="coast wide" id="coast">
                <figcaption><h3>{ self.linked("coast", finding(self.edition, Figure::Coast)) }</h3></figcaption>
                <div class="coast-body">
                    { self.map(&on_map) }
                    <div class="cases">
                        <ul>{ for on_map.iter().map(|(event, _)| entry(event)) }</ul>
                        <p class="off">{ &labels.coast_off }</p>
                        <ul>{ for off_map.iter().map(|event| entry(event)) }</ul>
                    </div>
                </div>
                <p class="caption">{ &labels.coast_caption }</p>
                { self.figure_links(Figure::Coast) }
            </figure>
        }
    }

    /// Draws the coast with a mark for each of `cases`.
    fn map(&self, cases: &[(&Event, &CasePlace)]) -> Html {
        let (width, height) = size();
        html! {
            <svg viewBox={format!("0 0 {width:.0} {height:.0}")} role="img" aria-label={self.labels().abductions.coast_spoken.clone()}>
                <path d={outlines(self.edition)} />
                { for cases.iter().map(|(event, place)| self.mark(place, event.date.year)) }
            </svg>
        }
    }

    /// Draws a mark with the name of the place and the year.
    fn mark(&self, place: &CasePlace, year: i16) -> Html {
        let (x, y) = at(place.position);
        let (radius, form) = match place.extent {
            Extent::Town => (5.0, None),
            Extent::Area => (8.0, Some("ring")),
        };
        let (anchor, x_of_label, y_of_label, to_first_line) = match place.label {
            Side::Left => ("end", x - AWAY, y - 8.0, None),
            Side::Right => ("start", x + AWAY, y + 4.0, None),
            Side::Above => ("middle", x, y - AWAY, Some(format!("-{LINE}"))),
            Side::Below => ("middle", x, y + AWAY + 15.0, None),
        };
        let year = self.date_text(PartialDate { year, month: None, day: None });
        html! {
            <g>
                <circle class={form} cx={format!("{x:.1}")} cy={format!("{y:.1}")} r={radius.to_string()} />
                <text text-anchor={anchor} x={format!("{x_of_label:.1}")} y={format!("{y_of_label:.1}")}>
                    <tspan dy={to_first_line}>{ &place.name }</tspan>
                    <tspan x={format!("{x_of_label:.1}")} dy={LINE}>{ year }</tspan>
                </text>
            </g>
        }
    }
}
