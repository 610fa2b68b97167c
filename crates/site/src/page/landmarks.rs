//! Renders the figure with the landmarks, which are the most important events. The drawing has a lane for each thread,
//! and shows every event on the lanes of its threads. Below, the lanes are drawn a second time, enlarged and only for
//! the years around the decision. A narrow figure shows the list of landmarks without the drawing.

use super::{Page, Route};
use crate::drawing::{
    finding,
    landmarks::{DECADES, ENLARGED, FAN, FOOT, HEIGHT, LANE, LANES, LEFT, Scale, WIDE_LANE, WIDTH, middle, tick},
};
use std::{collections::BTreeSet, fmt::Write};
use story::{Edition, Event, vocabulary::Vocabulary};
use vocabulary::{Figure, Subject, Thread};
use yew::prelude::*;

/// The minimum width of the text about a landmark, in per cent of the figure's width.
const WORDS: f32 = 16.0;
/// Above the drawing, the texts of two landmarks share a column if the landmarks are less than this number of years
/// apart.
const TOGETHER: f32 = 2.0;

/// The position of the text about a landmark.
struct Words {
    /// The grid lines at which the rows of the text begin and end.
    rows: (u8, u8),
    /// The left edge, in per cent of the figure's width.
    left: f32,
    /// The width, in per cent of the figure's width.
    width: f32,
}

/// Returns the position of the text about each landmark. The text is below the drawing if the
/// landmark is in the enlarged years, otherwise above the drawing. The left edge of the text is at
/// the event, or further left if there is too little space before the next text or the right edge
/// of the figure. Above the drawing, the texts of two landmarks that are close in time share a
/// column. Both texts have the left edge of the later one.
fn words(edition: &Edition) -> Vec<Words> {
    let (whole, enlarged) = (Scale::whole(edition), Scale::enlarged(edition));
    let landmarks: Vec<_> = edition.events.iter().filter(|event| event.is_landmark).collect();
    let mut words: Vec<Words> = Vec::new();
    // The texts are placed from the last to the first, because the space for each depends on the
    // next one. The first item of `next` is for texts above the drawing, the second for texts below
    // it. Each has the left edge of the next text and the date of that text's landmark.
    let mut next: [Option<(f32, f32)>; 2] = [None, None];
    for event in landmarks.iter().rev() {
        let below = enlarged.holds(event);
        let years = event.date.in_years();
        let x = if below { enlarged } else { whole }.at(years) / 10.0;
        let follows = &mut next[usize::from(below)];
        let until = follows.map_or(100.0, |(left, _)| left);
        match follows {
            // The text shares the column of the next landmark, and is above the text of that landmark.
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

/// Returns the CSS for the positions of the texts about the landmarks. The CSS applies only to figures that are wide
/// enough for the drawing. `style/landmarks.css` repeats the minimum width of these figures.
pub(super) fn landmark_style(edition: &Edition) -> String {
    let style = words(edition).iter().enumerate().fold(String::new(), |mut style, (index, words)| {
        let Words { rows: (from, to), left, width } = words;
        // A text that begins in the first row is aligned to the bottom of its area, and has some space below it if
        // another text follows. Other texts fill their row, so that the line beside the text is as long as the row.
        let align = match (from, to) {
            (1, 2) => ";padding-bottom:.7rem",
            (1, _) => "",
            _ => ";align-self:stretch",
        };
        // Writing to a String cannot fail.
        let _ = write!(style, ".landmarks>:nth-child({}){{grid-area:{from}/{}/{to}/span {}{align}}}", index + 1, left + 1.0, width.floor());
        style
    });
    format!("@container(width>=34.5rem){{{style}}}")
}

impl Page<'_> {
    /// Renders the figure with the drawing and the list of landmarks.
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
                <figcaption><h3>{ self.linked("threads", finding(self.edition, Figure::Landmarks)) }</h3><p class="caption">{ count }</p></figcaption>
                <ol class="landmarks" id="landmarks">
                    { for named.map(|event| html! {
                        <li class={self.is_decision(event).then_some("decision")}>
                            { self.event_date(event.date, event.precision) }{ " " }<a href={format!("#event-{}", event.id)}>{ &event.title }</a>
                            // Other pages need no citations here. The page of the timeline and the offline file have
                            // the events in full, with their sources. The links of the figure's own embed lead to the
                            // page of the timeline.
                            if self.is_story() {
                                { self.cite(&event.sources, &place) }
                            }
                        </li>
                    }) }
                    <li class="drawing" aria-hidden="true">{ self.lanes_of_events() }</li>
                </ol>
                <p class="caption drawn">{ caption }</p>
                { self.figure_links(Figure::Landmarks) }
            </figure>
        }
    }

    fn is_decision(&self, event: &Event) -> bool {
        event.date == self.edition.decision
    }

    /// Renders the drawing of the lanes. The drawing is hidden from screen readers, and the tab key skips its links,
    /// because the timeline lists the same events.
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
        // This outline connects the years in the upper lanes with the same years in the enlarged drawing below.
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
                        // With these elements, style sheets show the chosen threads and the chosen span of years.
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

    /// Returns whether this is the page of the timeline or the timeline's embed. On the page, the
    /// figure shows what the reader has chosen in the filters.
    fn has_timeline(&self) -> bool {
        *self.route == Route::from(Subject::Timeline) && self.takeaway.is_none() && !self.is_figure(Figure::Landmarks)
    }

    /// Draws each event that is not a landmark as ticks on the lanes of its threads. On the page of the timeline and in
    /// the figure's own embed, the ticks are a link to the event. On other pages, all ticks are one path, because the
    /// markup of the links would be larger than the rest of the figure.
    fn ticks(&self, whole: Scale, enlarged: Scale) -> Html {
        let ticks = |event: &Event| {
            let years = event.date.in_years();
            let narrow = tick(event, whole.at(years), false);
            if enlarged.holds(event) { narrow + &tick(event, enlarged.at(years), true) } else { narrow }
        };
        let others = self.edition.events.iter().filter(|event| !event.is_landmark);
        if !self.is_own_page() && !self.is_figure(Figure::Landmarks) {
            // Equal ticks are drawn once, so that the path does not become longer with every event.
            let drawn: BTreeSet<String> = others.map(ticks).collect();
            return html! { <path class="ticks" d={drawn.into_iter().collect::<String>()} /> };
        }
        html! { <g class="ticks">{ for others.map(|event| self.link(event, html! { <path d={ticks(event)} /> })) }</g> }
    }

    /// Draws each landmark as dots on the lanes of its threads, with a line from the dots to its text.
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

    /// Renders the drawing of an event as a link to the event. The tab key skips the link.
    fn link(&self, event: &Event, drawn: Html) -> Html {
        html! { <a tabindex="-1" href={format!("#event-{}", event.id)}><title>{ &event.title }</title>{ drawn }</a> }
    }
}
