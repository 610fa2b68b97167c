//! The timeline's landmarks: three lanes with every event, the years around the decision enlarged below, and the events
//! that matter most by name. Where the figure is narrow, their list stands there alone.

use super::{Embed, Page, Route};
use std::fmt::Write;
use story::{Edition, Event, vocabulary::Vocabulary};
use vocabulary::{Subject, Thread};
use yew::prelude::*;

/// The width of the drawing in its own units. It is stretched to the width that there is; heights are pixels.
const WIDTH: f32 = 1000.0;
/// Where the lanes begin. Their names stand before it.
const LEFT: f32 = 165.0;
/// How many lanes there are.
const THREADS: f32 = Thread::ALL.len() as f32;
/// The distance of two lanes, from the first day to the last and in the enlarged years.
const LANE: f32 = 26.0;
const WIDE_LANE: f32 = 30.0;
/// From top to bottom: where the lanes begin and end, where the years below them end, where the enlarged years begin, where
/// their lanes begin and end, and where the drawing ends.
const LANES: f32 = 34.0;
const DECADES: f32 = LANES + THREADS * LANE;
const FAN: f32 = DECADES + 22.0;
const ENLARGED: f32 = FAN + 26.0;
const WIDE_LANES: f32 = ENLARGED + 20.0;
const FOOT: f32 = WIDE_LANES + THREADS * WIDE_LANE;
const HEIGHT: f32 = FOOT + 34.0;
/// How much of the width the words on an event have, in per cent.
const WORDS: f32 = 16.0;
/// Events that are fewer years apart are named one below the other.
const TOGETHER: f32 = 2.0;

/// A scale from years to the units of the drawing.
#[derive(Clone, Copy)]
struct Scale {
    from: i16,
    /// The year after the last.
    to: i16,
}

impl Scale {
    /// All years with events.
    fn whole(edition: &Edition) -> Self {
        let (first, last) =
            edition.events.first().zip(edition.events.last()).map(|(first, last)| (first.date.year, last.date.year)).unwrap_or_default();
        Self { from: first, to: last + 1 }
    }

    /// The year of the decision with the one before and the one after it.
    fn enlarged(edition: &Edition) -> Self {
        Self { from: edition.decision.year - 1, to: edition.decision.year + 2 }
    }

    fn at(self, years: f32) -> f32 {
        LEFT + (years - f32::from(self.from)) / f32::from(self.to - self.from) * (WIDTH - LEFT)
    }

    fn holds(self, event: &Event) -> bool {
        (self.from..self.to).contains(&event.date.year)
    }
}

/// Where the words on a landmark stand.
struct Words {
    /// The row of the grid, and the row after.
    rows: (u8, u8),
    /// Where they begin and how wide they are, in per cent of the width.
    left: f32,
    width: f32,
}

/// Where the words on each landmark stand: above the lanes, or below the enlarged years. As far to the right as their events,
/// but so that each has room before the next.
fn words(edition: &Edition) -> Vec<Words> {
    let (whole, enlarged) = (Scale::whole(edition), Scale::enlarged(edition));
    let landmarks: Vec<_> = edition.events.iter().filter(|event| event.is_landmark).collect();
    let mut words: Vec<Words> = Vec::new();
    // From the last, as each stands before the one that follows it: above and below.
    let mut next: [Option<(f32, f32)>; 2] = [None, None];
    for event in landmarks.iter().rev() {
        let below = enlarged.holds(event);
        let years = event.date.in_years();
        let x = if below { enlarged } else { whole }.at(years) / 10.0;
        let follows = &mut next[usize::from(below)];
        let until = follows.map_or(100.0, |(left, _)| left);
        match follows {
            // Above the other one, in the same column.
            Some((left, other)) if !below && *other - years < TOGETHER && words.last().is_some_and(|words| words.rows == (1, 3)) => {
                let width = words.last().map_or(WORDS, |words| words.width);
                if let Some(other) = words.last_mut() {
                    other.rows = (2, 3);
                }
                words.push(Words { rows: (1, 2), left: *left, width });
            }
            _ => {
                let left = x.min(until - WORDS).max(0.0).floor();
                words.push(Words { rows: if below { (4, 5) } else { (1, 3) }, left, width: (until - left).min(1.5 * WORDS) });
                *follows = Some((left, years));
            }
        }
    }
    words.reverse();
    words
}

/// The style that puts the words on the landmarks where they belong.
pub(super) fn landmark_style(edition: &Edition) -> String {
    words(edition).iter().enumerate().fold(String::new(), |mut style, (place, words)| {
        let Words { rows: (from, to), left, width } = words;
        // Words stand on the line below them, or hang from the one above; of two in a column the line of the lower one is as long
        // as its row.
        let align = match from {
            1 => "",
            _ => ";align-self:stretch",
        };
        // Writing to a String cannot fail.
        let _ = write!(style, ".landmarks>:nth-child({}){{grid-area:{from}/{}/{to}/span {}{align}}}", place + 1, left + 1.0, width.floor());
        style
    })
}

/// The middle of a lane: of the narrow ones, or of those in the enlarged years.
fn middle(thread: Thread, wide: bool) -> f32 {
    let before = Thread::ALL.into_iter().take_while(|other| *other != thread).count();
    let lane = before as f32 + 0.5;
    if wide { WIDE_LANES + lane * WIDE_LANE } else { LANES + lane * LANE }
}

/// A stroke at `x` on the lane of each thread of an event, written so that events of the same threads are drawn alike.
fn tick(event: &Event, x: f32, wide: bool) -> String {
    let height = if wide { 18.0 } else { 14.0 };
    let mut path = String::new();
    let mut foot = None;
    let mut lanes: Vec<_> = event.threads.iter().map(|thread| middle(*thread, wide) - height / 2.0).collect();
    lanes.sort_by(f32::total_cmp);
    for top in lanes {
        // Writing to a String cannot fail.
        let _ = match foot {
            None => write!(path, "M{x:.0} {top}v{height}"),
            Some(foot) => write!(path, "m0 {}v{height}", top - foot),
        };
        foot = Some(top + height);
    }
    path
}

impl Page<'_> {
    /// The figure.
    pub(super) fn landmarks(&self) -> Html {
        let labels = &self.labels().events;
        let events = &self.edition.events;
        let named = events.iter().filter(|event| event.is_landmark);
        let count = labels.landmarks.replace("{n}", &named.clone().count().to_string()).replace("{m}", &events.len().to_string());
        let place = self.place("landmarks", &labels.chart_title);
        let enlarged = Scale::enlarged(self.edition);
        let caption = labels.chart_caption.replace("{span}", &self.years_text(enlarged.from, enlarged.to - 1));
        html! {
            <figure class="threads wide" id="threads">
                <figcaption><h3>{ self.linked("threads", &labels.chart_title) }</h3><p class="caption">{ count }</p></figcaption>
                <ol class="landmarks" id="landmarks">
                    { for named.map(|event| html! {
                        <li class={self.is_decision(event).then_some("decision")}>
                            { self.event_date(event.date, event.precision) }{ " " }<a href={format!("#event-{}", event.id)}>{ &event.title }</a>
                            // Elsewhere each event stands in full with its sources, or the link leads there.
                            if self.is_story() {
                                { self.cite(&event.sources, &place) }
                            }
                        </li>
                    }) }
                    <li class="drawing" aria-hidden="true">{ self.lanes_of_events() }</li>
                </ol>
                <p class="caption drawn">{ caption }</p>
            </figure>
        }
    }

    fn is_decision(&self, event: &Event) -> bool {
        event.date == self.edition.decision
    }

    /// The drawing. Its events stand in lists too, so that screen readers and the keyboard pass it by.
    fn lanes_of_events(&self) -> Html {
        let (whole, enlarged) = (Scale::whole(self.edition), Scale::enlarged(self.edition));
        let percent = |x: f32| format!("{:.1}%", x / WIDTH * 100.0);
        let decades = (whole.from..whole.to).filter(|year| year % 10 == 0);
        let years = enlarged.from..enlarged.to;
        let narrow = [enlarged.from, enlarged.to].map(|year| whole.at(f32::from(year)));
        let mut lines = String::new();
        for thread in Thread::ALL {
            // Writing to a String cannot fail.
            let _ = write!(lines, "M{LEFT} {}H{WIDTH}M{LEFT} {}H{WIDTH}", middle(thread, false), middle(thread, true));
        }
        for year in decades.clone() {
            let _ = write!(lines, "M{:.0} {LANES}V{DECADES}", whole.at(f32::from(year)));
        }
        for year in years.clone() {
            let _ = write!(lines, "M{:.0} {ENLARGED}V{FOOT}", enlarged.at(f32::from(year)));
        }
        // The years that are enlarged, and how they widen.
        let widened =
            format!("M{0:.0} {LANES}H{1:.0}V{FAN}L{WIDTH} {ENLARGED}V{FOOT}H{LEFT}V{ENLARGED}L{0:.0} {FAN}z", narrow[0], narrow[1]);
        html! {
            <svg class="lanes-of-events" height={HEIGHT.to_string()} aria-hidden="true">
                <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} preserveAspectRatio="none" aria-hidden="true">
                    <path class="widened" d={widened} />
                    <path class="line" d={lines} />
                    { self.ticks(whole, enlarged) }
                    { self.marks(whole, enlarged) }
                    if self.has_timeline() {
                        // What of it is chosen: threads and a span of years.
                        { for Thread::ALL.map(|thread| {
                            let veil = |wide: bool, height: f32| format!("M0 {:.0}H{WIDTH}v{height}H0z", middle(thread, wide) - height / 2.0);
                            html! { <path class="veil" data-thread={thread.word()} d={veil(false, LANE) + &veil(true, WIDE_LANE)} /> }
                        }) }
                        <svg x={LEFT.to_string()} y={LANES.to_string()} width={(WIDTH - LEFT).to_string()} height={(DECADES - LANES).to_string()} viewBox={format!("{} 0 {} 1", whole.from, whole.to - whole.from)} preserveAspectRatio="none" aria-hidden="true"><rect height="1" /></svg>
                    }
                </svg>
                { for Thread::ALL.into_iter().flat_map(|thread| [false, true].map(|wide| html! {
                    <text y={(middle(thread, wide) + 4.0).to_string()}>{ self.labels().word(thread) }</text>
                })) }
                { for decades.map(|year| html! {
                    <text class="year" x={percent(whole.at(f32::from(year)))} y={(DECADES + 15.0).to_string()} text-anchor="middle">{ year }</text>
                }) }
                { for years.map(|year| html! {
                    <text class="year" x={percent(enlarged.at(f32::from(year)) + 6.0)} y={(ENLARGED + 15.0).to_string()}>{ year }</text>
                }) }
            </svg>
        }
    }

    /// Whether the list of all events stands on the page, and with it the choices that the figure follows.
    fn has_timeline(&self) -> bool {
        *self.route == Route::from(Subject::Timeline) && self.takeaway.is_none() && !matches!(self.embed, Some(Embed::Threads))
    }

    /// The events without a name in the figure, a tick on the lane of each thread. On the page of the timeline and in the figure's own
    /// embed each is the way to its event; elsewhere that would weigh more than the rest of the figure.
    fn ticks(&self, whole: Scale, enlarged: Scale) -> Html {
        let ticks = |event: &Event| {
            let years = event.date.in_years();
            let narrow = tick(event, whole.at(years), false);
            if enlarged.holds(event) { narrow + &tick(event, enlarged.at(years), true) } else { narrow }
        };
        let others = self.edition.events.iter().filter(|event| !event.is_landmark);
        if !self.is_own_page() && !matches!(self.embed, Some(Embed::Threads)) {
            return html! { <path class="ticks" d={others.map(ticks).collect::<String>()} /> };
        }
        html! { <g class="ticks">{ for others.map(|event| self.link(event, html! { <path d={ticks(event)} /> })) }</g> }
    }

    /// The landmarks: a dot on the lane of each thread, joined to one another and to the words.
    fn marks(&self, whole: Scale, enlarged: Scale) -> Html {
        let landmarks = self.edition.events.iter().filter(|event| event.is_landmark);
        landmarks
            .zip(words(self.edition))
            .map(|(event, words)| {
                let (years, left) = (event.date.in_years(), words.left * 10.0 + 1.0);
                let lanes = |wide: bool| event.threads.iter().map(move |thread| middle(*thread, wide));
                let top = |wide: bool| lanes(wide).fold(HEIGHT, f32::min);
                let lowest = |wide: bool| lanes(wide).fold(0.0, f32::max);
                let x = whole.at(years);
                let (mut line, mut dots) = (String::new(), String::new());
                let dot = |dots: &mut String, x: f32, y: f32| {
                    let _ = write!(dots, "M{x:.1} {y}h0");
                };
                lanes(false).for_each(|y| dot(&mut dots, x, y));
                if enlarged.holds(event) {
                    let wide = enlarged.at(years);
                    lanes(true).for_each(|y| dot(&mut dots, wide, y));
                    let _ = write!(line, "M{x:.1} {}V{}M{wide:.1} {}V{}", top(false), lowest(false), top(true), FOOT + 4.0);
                    let _ = write!(line, "L{left:.1} {}V{HEIGHT}", HEIGHT - 6.0);
                } else {
                    let _ = write!(line, "M{left:.1} 0V4L{x:.1} {}V{}", LANES - 6.0, lowest(false));
                }
                let drawn = html! { <><path class="leader" d={line} /><path class="dot" d={dots} /></> };
                html! { <g class={self.is_decision(event).then_some("decision")}>{ self.link(event, drawn) }</g> }
            })
            .collect()
    }

    /// What is drawn of an event, as the way to it.
    fn link(&self, event: &Event, drawn: Html) -> Html {
        html! { <a tabindex="-1" href={format!("#event-{}", event.id)}><title>{ &event.title }</title>{ drawn }</a> }
    }
}
