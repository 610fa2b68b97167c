//! One timeline: the three threads in one list, year by year.

use super::{Page, card::card, events::Anchors};
use story::vocabulary::{Thread, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// The part with its card.
    pub(super) fn timeline(&self) -> Html {
        let prose = &self.edition.texts.timeline;
        let labels = &self.labels().events;
        let events = &self.edition.events;
        let span =
            events.first().zip(events.last()).map(|(first, last)| format!("{}–{}", first.date.year, last.date.year)).unwrap_or_default();
        let hint = labels.threads.replace("{n}", &events.len().to_string()).replace("{span}", &span);
        self.part(
            "timeline",
            prose,
            html! {
                <>
                    { self.thread_overview() }
                    { card("timeline-card", &labels.open, &hint, self.event_list(events.iter(), Anchors::Here)) }
                </>
            },
        )
    }

    /// Every event as a tick on its thread's line, to scale.
    fn thread_overview(&self) -> Html {
        const WIDTH: f32 = 720.0;
        const LINE: f32 = 34.0;
        let events = &self.edition.events;
        let Some((first, last)) = events.first().zip(events.last()) else { return Html::default() };
        let (from, to) = (first.date.year, last.date.year + 1);
        let at = |year: f32| (year - f32::from(from)) / f32::from(to - from) * WIDTH;
        let labels = &self.labels().events;
        html! {
            <figure class="threads wide">
                <figcaption><h3>{ &labels.chart_title }</h3></figcaption>
                { for Thread::WORDS.iter().map(|(word, thread)| {
                    let ticks = events.iter().filter(|event| event.threads.contains(thread)).map(|event| {
                        let date = event.date;
                        let year = f32::from(date.year) + date.month.map_or(0.5, |month| (f32::from(month) - 0.5) / 12.0);
                        html! { <path d={format!("M{:.1} 4v{}", at(year), LINE - 12.0)} /> }
                    });
                    let count = events.iter().filter(|event| event.threads.contains(thread)).count();
                    html! {
                        <div class="thread" data-thread={*word}>
                            <p><span>{ self.labels().word(*thread) }</span>{ " " }<b>{ count }</b></p>
                            <svg viewBox={format!("0 0 {WIDTH} {LINE}")} preserveAspectRatio="none" aria-hidden="true">
                                <path class="axis" d={format!("M0 {}H{WIDTH}", LINE - 6.0)} />
                                { for ticks }
                                <path class="decision" d={format!("M{:.1} 0v{LINE}", at(f32::from(self.edition.decision.year) + 0.2))} />
                            </svg>
                        </div>
                    }
                }) }
                <svg class="scale" aria-hidden="true">
                    { for [(from, "start"), (self.edition.decision.year, "middle"), (last.date.year, "end")].map(|(year, anchor)| {
                        let at = if anchor == "end" { WIDTH } else { at(f32::from(year) + if anchor == "middle" { 0.2 } else { 0.0 }) };
                        html! { <text x={format!("{:.1}%", at / WIDTH * 100.0)} y="14" text-anchor={anchor}>{ year }</text> }
                    }) }
                </svg>
                <p class="caption">{ &labels.chart_caption }</p>
            </figure>
        }
    }
}
