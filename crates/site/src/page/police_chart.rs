//! Renders a chart of the police list over time, with a point for each date that a source gives. Notes on the chart explain the
//! largest rise and the largest fall, as far as the reasons are known.

use super::Page;
use story::{Count, vocabulary::CountList};
use yew::prelude::*;

/// The size of the drawing, and the edges of the area that is drawn to scale, in SVG units.
const WIDTH: f32 = 420.0;
const HEIGHT: f32 = 270.0;
const LEFT: f32 = 44.0;
const RIGHT: f32 = 398.0;
const TOP: f32 = 86.0;
const BOTTOM: f32 = 205.0;
/// The vertical position of the axis of years.
const GROUND: f32 = 244.0;
/// The distance between two lines of an annotation.
const LINE: f32 = 20.0;

/// A figure of the list, and its position in the drawing.
struct Point<'a> {
    count: &'a Count,
    x: f32,
    y: f32,
}

impl Page<'_> {
    /// Renders the chart. The table of figures has all its figures too.
    pub(super) fn police_chart(&self) -> Html {
        let labels = &self.labels().abductions;
        let (from, to, points) = self.police_points();
        let (Some(last), Some((rise, fall))) = (points.last(), steps(&points)) else { return Html::default() };
        let value = |index: usize| points[index].count.value;
        let year = |point: &Point<'_>| point.count.date.map(|date| date.year.to_string()).unwrap_or_default();
        let grown =
            |label: &str| label.replace("{n}", &(value(rise) - value(rise - 1)).to_string()).replace("{year}", &year(&points[rise]));
        let title = grown(&labels.police_title).replace("{last}", &last.count.value.to_string()).replace("{newest}", &year(last));
        let named = [0, rise - 1, rise, fall - 1, points.len() - 1];
        let line: String = points
            .iter()
            .enumerate()
            .map(|(index, point)| format!("{}{:.1} {:.1}", if index == 0 { "M" } else { "L" }, point.x, point.y))
            .collect();
        let tick = |year: i16| LEFT + f32::from(year - from) / f32::from(to - from) * (RIGHT - LEFT);
        let place = self.place("police-list", &title);
        html! {
            <figure class="police" id="police-list">
                <figcaption><h4>{ self.linked("police-list", &title) }</h4><p>{ &labels.police_text }</p></figcaption>
                <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={labels.police_spoken.clone()}>
                    // The axis of values is broken between zero and the smallest figure.
                    <path class="axis" d={format!("M20 {}V{}l-6 -4 12 -5 -12 -5 6 -4V{TOP}M20 {GROUND}H{WIDTH}", GROUND, GROUND - 8.0)} />
                    <text class="tick" text-anchor="end" x="14" y={(GROUND + 5.0).to_string()}>{ 0 }</text>
                    { for (from..=to).filter(|year| year % 2 == 0).map(|year| html! {
                        <text class="tick" text-anchor="middle" x={format!("{:.1}", tick(year))} y={(HEIGHT - 6.0).to_string()}>{ year }</text>
                    }) }
                    <path class="line" d={line} />
                    { for points.iter().enumerate().map(|(index, point)| {
                        let is_trough = index > 0 && index + 1 < points.len() && value(index) < value(index - 1).min(value(index + 1));
                        html! {
                            <>
                                <circle cx={format!("{:.1}", point.x)} cy={format!("{:.1}", point.y)} r="4" />
                                if named.contains(&index) {
                                    <text text-anchor="middle" x={format!("{:.1}", point.x)} y={format!("{:.1}", point.y + if is_trough { 24.0 } else { -12.0 })}>
                                        { point.count.value }
                                    </text>
                                }
                            </>
                        }
                    }) }
                    { annotation(&grown(&labels.police_grew), "start", LEFT, 20.0) }
                    <path class="leader" d={format!("M{:.1} {}V{:.1}", points[rise].x, 20.0 + LINE + 6.0, points[rise].y - 30.0)} />
                    { annotation(&labels.police_shrinks, "end", WIDTH, BOTTOM - LINE) }
                    <path class="leader" d={format!("M{:.1} {:.1}V{}", points[fall].x, points[fall].y + 9.0, BOTTOM - 2.0 * LINE + 3.0)} />
                </svg>
                <p class="caption">
                    { &labels.police_caption }
                    { self.cite(&points[rise].count.sources, &place) }
                    { self.cite(&points[fall].count.sources, &place) }
                </p>
            </figure>
        }
    }

    /// Returns the first year, the year after the last date, and the dated figures of the list in the order of their dates.
    fn police_points(&self) -> (i16, i16, Vec<Point<'_>>) {
        let counts = self.edition.counts.iter().filter(|count| count.list == CountList::Police);
        let mut dated: Vec<(&Count, f32)> = counts
            .filter_map(|count| {
                let date = count.date?;
                Some((count, f32::from(date.year) + (date.month.map_or(6.0, f32::from) - 0.5) / 12.0))
            })
            .collect();
        dated.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.value.cmp(&other.0.value)));
        let edge = |time: Option<&(&Count, f32)>| time.map(|(_, time)| *time).unwrap_or_default();
        let (from, to) = (edge(dated.first()).floor(), edge(dated.last()).ceil());
        let values = || dated.iter().map(|(count, _)| count.value as f32);
        let (least, most) = (values().fold(f32::MAX, f32::min), values().fold(0.0, f32::max));
        let point = |(count, time): &(&'_ Count, f32)| {
            (LEFT + (time - from) / (to - from) * (RIGHT - LEFT), BOTTOM - (count.value as f32 - least) / (most - least) * (BOTTOM - TOP))
        };
        let points = dated.iter().map(|dated| {
            let (x, y) = point(dated);
            Point { count: dated.0, x, y }
        });
        (from as i16, to as i16, points.collect())
    }
}

/// Returns the indices of the points at the end of the largest rise and of the largest fall. Returns `None` if the figures
/// never rise or never fall.
fn steps(points: &[Point<'_>]) -> Option<(usize, usize)> {
    let step = |index: &usize| i64::from(points[*index].count.value) - i64::from(points[*index - 1].count.value);
    let (rise, fall) = ((1..points.len()).max_by_key(step)?, (1..points.len()).min_by_key(step)?);
    (step(&rise) > 0 && step(&fall) < 0).then_some((rise, fall))
}

/// Renders a note on the chart. The line breaks of `label` are kept.
fn annotation(label: &str, anchor: &'static str, x: f32, y: f32) -> Html {
    html! {
        <text class="said" text-anchor={anchor} y={y.to_string()}>
            { for label.lines().enumerate().map(|(index, line)| html! {
                <tspan x={x.to_string()} dy={if index == 0 { "0".to_owned() } else { LINE.to_string() }}>{ line }</tspan>
            }) }
        </text>
    }
}
