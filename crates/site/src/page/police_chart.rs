//! Renders a chart of the police list over time. It has a point for each number that a source gives with a date. Notes
//! on the chart explain the largest rise and the largest fall.

use super::Page;
use crate::drawing::{finding, police::List};
use std::collections::BTreeSet;
use vocabulary::Figure;
use yew::prelude::*;

/// The width of the drawing, in SVG units.
const WIDTH: f32 = 420.0;
/// The height of the drawing, in SVG units.
const HEIGHT: f32 = 270.0;
/// The left edge of the area that is drawn to scale, in SVG units.
const LEFT: f32 = 44.0;
/// The right edge of the area that is drawn to scale, in SVG units.
const RIGHT: f32 = 398.0;
/// The upper edge of the area that is drawn to scale, in SVG units.
const TOP: f32 = 86.0;
/// The lower edge of the area that is drawn to scale, in SVG units.
const BOTTOM: f32 = 205.0;
/// The vertical position of the axis of years, in SVG units.
const GROUND: f32 = 244.0;
/// The distance between two lines of an annotation, in SVG units.
const LINE: f32 = 20.0;

impl Page<'_> {
    /// Renders the chart. Renders nothing if the numbers never rise or never fall.
    pub(super) fn police_chart(&self) -> Html {
        let labels = &self.labels().abductions;
        let Some(list) = List::of(self.edition) else { return Html::default() };
        let (from, to) = list.years();
        let title = finding(self.edition, Figure::PoliceList);
        let positions: Vec<(f32, f32)> =
            list.points.iter().map(|point| list.at(point)).map(|(x, y)| (LEFT + x * (RIGHT - LEFT), TOP + y * (BOTTOM - TOP))).collect();
        let line: String =
            positions.iter().enumerate().map(|(index, (x, y))| format!("{}{x:.1} {y:.1}", if index == 0 { "M" } else { "L" })).collect();
        let (rise, fall) = (positions[list.rise], positions[list.fall]);
        let tick = |year: i16| LEFT + f32::from(year - from) / f32::from(to - from) * (RIGHT - LEFT);
        let place = self.place("police-list", &title);
        let sources: BTreeSet<usize> = list.points.iter().flat_map(|point| point.count.sources.iter().copied()).collect();
        html! {
            <figure class="police" id="police-list">
                <figcaption><h4>{ self.linked("police-list", &title) }</h4><p>{ &labels.police_text }</p></figcaption>
                <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={labels.police_spoken.clone()}>
                    // The axis of values is broken between zero and the smallest number.
                    <path class="axis" d={format!("M20 {}V{}l-6 -4 12 -5 -12 -5 6 -4V{TOP}M20 {GROUND}H{WIDTH}", GROUND, GROUND - 8.0)} />
                    <text class="tick" text-anchor="end" x="14" y={(GROUND + 5.0).to_string()}>{ 0 }</text>
                    { for (from..=to).filter(|year| year % 2 == 0).map(|year| html! {
                        <text class="tick" text-anchor="middle" x={format!("{:.1}", tick(year))} y={(HEIGHT - 6.0).to_string()}>{ year }</text>
                    }) }
                    <path class="line" d={line} />
                    { for positions.iter().enumerate().map(|(index, (x, y))| html! {
                        <>
                            <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="4" />
                            if list.is_named(index) {
                                <text text-anchor="middle" x={format!("{x:.1}")} y={format!("{:.1}", y + if list.is_trough(index) { 24.0 } else { -12.0 })}>
                                    { list.value(index) }
                                </text>
                            }
                        </>
                    }) }
                    { annotation(&list.grown(&labels.police_grew), "start", LEFT, 20.0) }
                    <path class="leader" d={format!("M{:.1} {}V{:.1}", rise.0, 20.0 + LINE + 6.0, rise.1 - 30.0)} />
                    { annotation(&labels.police_shrinks, "end", WIDTH, BOTTOM - LINE) }
                    <path class="leader" d={format!("M{:.1} {:.1}V{}", fall.0, fall.1 + 9.0, BOTTOM - 2.0 * LINE + 3.0)} />
                </svg>
                <p class="caption">
                    { &labels.police_caption }
                    { self.cite(&sources.into_iter().collect::<Vec<_>>(), &place) }
                </p>
                { self.figure_links(Figure::PoliceList) }
            </figure>
        }
    }
}

/// Renders a note on the chart, with a line for each line of `label`.
fn annotation(label: &str, anchor: &'static str, x: f32, y: f32) -> Html {
    html! {
        <text class="annotation" text-anchor={anchor} y={y.to_string()}>
            { for label.lines().enumerate().map(|(index, line)| html! {
                <tspan x={x.to_string()} dy={if index == 0 { "0".to_owned() } else { LINE.to_string() }}>{ line }</tspan>
            }) }
        </text>
    }
}
