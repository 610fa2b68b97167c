//! Renders the timeline: the events of all threads in one list, year by year.

use super::{
    Page,
    choices::{Answer, question, result_count},
};
use std::{collections::BTreeSet, fmt::Write};
use story::{Edition, Span, vocabulary::Vocabulary};
use vocabulary::Subject;
use yew::prelude::*;

/// The id of the section with all events.
pub(super) const CARD: &str = "timeline-card";

/// Returns the CSS that hides the events outside the chosen span and marks the span in the figure with the landmarks.
/// The CSS has rules for each span, so the filter works without script.
pub(super) fn span_style(edition: &Edition) -> String {
    edition.spans.iter().fold(String::new(), |mut style, span| {
        let (value, (from, to)) = (value(edition, *span), years(edition, *span));
        // Browsers search all descendants of the element to which `:has()` is applied. So the rules
        // that hide events look for the chosen span in the form, which is small.
        let outside = format!("#timeline .choices:has([value=\"{value}\"]:checked)~.years>[data-in]:not([data-in=\"{value}\"])");
        let chosen = format!("#timeline:has(.choices [value=\"{value}\"]:checked)");
        // Writing to a String cannot fail.
        let _ = write!(
            style,
            "{outside}:not(:has(:target)),{outside} [data-threads]:not(:target){{display:none}}{chosen} rect{{x:{from}px;width:{}px}}",
            to - from + 1
        );
        style
    })
}

/// Returns the first and the last year of a span.
fn years(edition: &Edition, span: Span) -> (i16, i16) {
    let (first, last) = bounds(edition);
    (span.from.unwrap_or(first), span.to.unwrap_or(last))
}

/// Returns the years of the first and the last event.
fn bounds(edition: &Edition) -> (i16, i16) {
    edition.events.first().zip(edition.events.last()).map(|(first, last)| (first.date.year, last.date.year)).unwrap_or_default()
}

/// Returns the value of a span in the address, such as `2002-2004`.
fn value(edition: &Edition, span: Span) -> String {
    let (from, to) = years(edition, span);
    format!("{from:04}-{to:04}")
}

impl Page<'_> {
    /// Renders the part. The story leaves out the section about dates and the list of all events.
    pub(super) async fn timeline(&self) -> Html {
        let labels = &self.labels().events;
        let events = &self.edition.events;
        if self.is_story() {
            return self.part(Subject::Timeline, self.landmarks());
        }
        let (first, last) = bounds(self.edition);
        let hint = labels.threads.replace("{n}", &events.len().to_string()).replace("{span}", &self.years_text(first, last));
        let content = html! {
            <div class="timeline">
                <p class="instruction">{ &labels.keys }</p>
                { self.events_to_choose().await }
                <ol class="years" tabindex="-1" aria-label={labels.open.clone()}>{ for (first..=last).map(|year| self.year(year)) }</ol>
            </div>
        };
        self.part(
            Subject::Timeline,
            html! {
                <>
                    { self.landmarks() }
                    { self.section(self.edition.texts.timeline.section("dates"), Html::default()) }
                    { self.background(CARD, &labels.open, &hint, content) }
                </>
            },
        )
    }

    /// Renders a year with its events. For the filters, `data-of` has the threads of the events, and `data-in` has the
    /// span that contains the year.
    fn year(&self, year: i16) -> Html {
        let mut events = self.edition.events.iter().filter(|event| event.date.year == year).peekable();
        let contains_year = |span: &&Span| {
            let (from, to) = years(self.edition, **span);
            (from..=to).contains(&year)
        };
        let span = self.edition.spans.iter().find(contains_year).map(|span| value(self.edition, *span)).unwrap_or_default();
        let place = format!("y{year}");
        if events.peek().is_none() {
            return html! { <li id={place} data-in={span}><p class="year-name">{ year }</p></li> };
        }
        let threads: BTreeSet<_> = events.clone().flat_map(|event| &event.threads).map(|thread| thread.word()).collect();
        html! {
            <li id={place.clone()} class="at" data-in={span} data-of={threads.into_iter().collect::<Vec<_>>().join(" ")}>
                <h3 class="year-name">{ self.linked(&place, year) }</h3>
                { self.events(events) }
            </li>
        }
    }

    /// Renders the filters for threads and years, and the buttons that step from event to event.
    async fn events_to_choose(&self) -> Html {
        let labels = &self.labels().events;
        let events = &self.edition.events;
        let threads: Vec<_> = events.iter().flat_map(|event| &event.threads).copied().collect();
        let spans = self.edition.spans.iter().map(|span| {
            let (from, to) = years(self.edition, *span);
            let words = match span {
                Span { from: None, to: Some(to) } => labels.until.replace("{}", &to.to_string()),
                Span { from: Some(from), to: None } => labels.from_on.replace("{}", &from.to_string()),
                _ => self.years_text(from, to),
            };
            let count = events.iter().filter(|event| (from..=to).contains(&event.date.year)).count();
            Answer { value: value(self.edition, *span), words, count }
        });
        let all = Answer { value: String::new(), words: labels.all_years.clone(), count: events.len() };
        let (first, last) = bounds(self.edition);
        let bound = |name: &'static str, words: &String, year: i16| {
            html! {
                <label>
                    <span>{ words }</span>
                    <input type="number" {name} min={first.to_string()} max={last.to_string()} value={year.to_string()} />
                </label>
            }
        };
        html! {
            <form class="choices">
                { question("threads", &labels.only, None, self.answers(&threads)) }
                { question("span", &labels.years, Some(all), spans) }
                <div class="range">{ bound("from", &labels.from, first) }{ bound("to", &labels.to, last) }</div>
                <div class="bar">
                    { result_count("timeline", events.len(), &labels.shown).await }
                    <button type="button">{ &labels.previous }</button>
                    <button type="button" value="next">{ &labels.next }</button>
                </div>
            </form>
        }
    }
}
