//! The police list over time: a figure for each date that a source gives, labelled directly.

use super::{Page, pattern::filled};
use story::{Count, vocabulary::CountList};
use yew::prelude::*;

/// The drawing's size and the margins that its labels need, in its own units.
const WIDTH: f32 = 420.0;
const HEIGHT: f32 = 200.0;
const SIDE: f32 = 24.0;
const TOP: f32 = 40.0;
const BOTTOM: f32 = 54.0;
/// A label's width.
const LABEL: f32 = 30.0;

impl Page<'_> {
    /// The chart. Its figures stand in the table of figures too.
    pub(super) fn police_chart(&self) -> Html {
        let labels = &self.labels().abductions;
        let mut points: Vec<(&Count, f32)> = self
            .edition
            .counts
            .iter()
            .filter(|count| count.list == CountList::Police)
            .filter_map(|count| {
                let date = count.date?;
                let month = date.month.map_or(6.0, f32::from);
                Some((count, f32::from(date.year) + (month - 0.5) / 12.0))
            })
            .collect();
        points.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.value.cmp(&other.0.value)));
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return Html::default() };
        let (from, to) = (first.1.floor(), last.1.ceil());
        let least = points.iter().map(|(count, _)| count.value).min().unwrap_or_default() as f32 - 2.0;
        let most = points.iter().map(|(count, _)| count.value).max().unwrap_or_default() as f32;
        let x = |year: f32| SIDE + (year - from) / (to - from) * (WIDTH - 2.0 * SIDE);
        let y = |value: u32| TOP + (most - value as f32) / (most - least) * (HEIGHT - TOP - BOTTOM);
        let line: String = points
            .iter()
            .enumerate()
            .map(|(index, (count, year))| format!("{}{:.1} {:.1}", if index == 0 { "M" } else { "L" }, x(*year), y(count.value)))
            .collect();
        html! {
            <figure class="police" id="police-list">
                <figcaption><h4>{ self.linked("police-list", &labels.police_title) }</h4><p>{ &labels.police_text }</p></figcaption>
                <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={labels.police_spoken.clone()}>
                    <path class="axis" d={format!("M0 {}H{WIDTH}", HEIGHT - BOTTOM + 24.0)} />
                    <path class="line" d={line} />
                    { for points.iter().enumerate().map(|(index, (count, year))| {
                        // Falling figures close to each other have their labels to the right, above and below in turn; a trough has
                        // its label below, all others above.
                        let falls = |index: usize| {
                            index > 0 && points[index - 1].0.value > points[index].0.value && x(points[index].1) - x(points[index - 1].1) < LABEL
                        };
                        let trough = points.get(index + 1).is_some_and(|(next, at)| next.value > count.value && x(*at) - x(*year) < LABEL);
                        let (dx, dy, anchor) = match (falls(index), index + 1 < points.len() && falls(index + 1), trough) {
                            (true, true, _) => (6.0, -5.0, "start"),
                            (true, false, _) => (2.0, 21.0, "start"),
                            (_, _, true) => (0.0, 22.0, "middle"),
                            _ => (0.0, -11.0, "middle"),
                        };
                        html! {
                            <g>
                                <circle cx={format!("{:.1}", x(*year))} cy={format!("{:.1}", y(count.value))} r="4" />
                                <text text-anchor={anchor} x={format!("{:.1}", x(*year) + dx)} y={format!("{:.1}", y(count.value) + dy)}>{ count.value }</text>
                            </g>
                        }
                    }) }
                    { for (from as i16..=to as i16).filter(|year| year % 2 == 0).map(|year| html! {
                        <text class="tick" x={format!("{:.1}", x(f32::from(year)))} y={format!("{}", HEIGHT - 12.0)}>{ year }</text>
                    }) }
                </svg>
                <p class="caption">{ &labels.police_caption }</p>
                { self.police_moved(points.iter().map(|(count, _)| *count)) }
            </figure>
        }
    }

    /// Lists why the police figures changed, in order of time. The reasons are the caveats of the figures. A figure
    /// without a date or a caveat is left out.
    fn police_moved<'a>(&self, counts: impl Iterator<Item = &'a Count>) -> Html {
        let moved = counts.filter_map(|count| Some((count, count.date?, count.caveat.as_ref()?)));
        html! {
            <>
                <p class="moved-title"><b>{ &self.labels().abductions.police_moved }</b></p>
                <ul class="moved">
                    { for moved.map(|(count, date, caveat)| {
                        let place = self.count_place(count);
                        html! {
                            <li>
                                { filled(&self.labels().abductions.police_entry, [
                                    ("n", html! { <b>{ count.value }</b> }),
                                    ("date", self.date(date)),
                                    ("why", html! { <span>{ self.inlines(caveat, &place) }{ self.cite(&count.sources, &place) }</span> }),
                                ]) }
                            </li>
                        }
                    }) }
                </ul>
            </>
        }
    }
}
