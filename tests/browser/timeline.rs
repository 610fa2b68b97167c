//! Tests the timeline: filters by thread and span of years, and steps from event to event.

use crate::reader::{check_address, choose_answer, edition};
use anyhow::Result;
use std::sync::Arc;
use story::{
    Event,
    vocabulary::{Thread, Vocabulary},
};
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![
    threads_narrow_the_timeline,
    spans_narrow_the_timeline,
    a_free_span_narrows_the_timeline,
    a_narrowed_timeline_opens_from_its_address,
    threads_and_spans_work_without_script,
    keys_and_buttons_step_from_event_to_event,
    a_link_shows_an_event_that_is_filtered_out,
    years_without_events_are_one_line,
];

/// An expression for the ids of the visible events, in the order of the page.
const SHOWN: &str =
    "[...document.querySelectorAll('#timeline .years [data-threads]')].filter(e => e.checkVisibility()).map(e => e.id).join()";

/// Returns the ids of the events for which `shown` returns true, in the form of [`SHOWN`].
fn expected(shown: impl Fn(&Event) -> bool) -> String {
    let ids: Vec<_> = edition().events.iter().filter(|event| shown(event)).map(|event| format!("event-{}", event.id)).collect();
    ids.join(",")
}

/// Waits until exactly the events for which `shown` returns true are visible, and the status shows their number.
pub(crate) async fn check_shown(visit: &Visit, shown: impl Fn(&Event) -> bool) -> Result<()> {
    let expected = expected(shown);
    visit.until(&format!("{SHOWN} == {expected:?}")).await?;
    let (number, all) = (expected.split(',').filter(|id| !id.is_empty()).count(), edition().events.len());
    let status = edition().labels.events.shown.replace("{n}", &number.to_string()).replace("{m}", &all.to_string());
    visit.until(&format!("document.querySelector('#timeline [role=status]').textContent == {status:?}")).await
}

/// Returns the first and the last year of a span. It is the first span in the content that has both years, and has an
/// event about the UN after its first year.
pub(crate) fn span() -> (i16, i16) {
    let is_in = |from: i16, to: i16| {
        let mut of_un = edition().events.iter().filter(|event| event.threads.contains(&Thread::UnitedNations));
        of_un.any(|event| from < event.date.year && event.date.year <= to)
    };
    let mut spans = edition().spans.iter().filter_map(|span| span.from.zip(span.to));
    spans.find(|(from, to)| is_in(*from, *to)).expect("the content offers a span with both ends and events about the UN")
}

async fn timeline(engine: &Engine) -> Result<Visit> {
    let visit = Visit::live(engine, "/timeline/").await?;
    check_shown(&visit, |_| true).await?;
    Ok(visit)
}

async fn threads_narrow_the_timeline(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    choose_answer(&visit, "threads", "un").await?;
    check_shown(&visit, |event| event.threads.contains(&Thread::UnitedNations)).await?;
    choose_answer(&visit, "threads", "diplomacy").await?;
    let two = [Thread::UnitedNations, Thread::Diplomacy];
    check_shown(&visit, |event| event.threads.iter().any(|thread| two.contains(thread))).await?;
    check_address(&visit, "/timeline/?threads=un.diplomacy").await?;
    choose_answer(&visit, "threads", "un").await?;
    check_shown(&visit, |event| event.threads.contains(&Thread::Diplomacy)).await?;
    choose_answer(&visit, "threads", "diplomacy").await?;
    check_shown(&visit, |_| true).await?;
    check_address(&visit, "/timeline/").await?;
    visit.check_quiet().await
}

async fn spans_narrow_the_timeline(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    let (from, to) = span();
    choose_answer(&visit, "span", &format!("{from}-{to}")).await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year)).await?;
    check_address(&visit, &format!("/timeline/?span={from}-{to}")).await?;
    // The figure marks the span. The mark is narrower than half of the figure.
    let width = |selector: &str| format!("document.querySelector('{selector}').getBoundingClientRect().width");
    let mark = width(".threads rect");
    visit.check(&format!("{mark} > 0 && {mark} < {} / 2", width(".lanes-of-events"))).await?;
    choose_answer(&visit, "threads", "abductions").await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::Abductions)).await?;
    choose_answer(&visit, "threads", "abductions").await?;
    choose_answer(&visit, "span", "").await?;
    check_shown(&visit, |_| true).await?;
    check_address(&visit, "/timeline/").await?;
    visit.check_quiet().await
}

async fn a_free_span_narrows_the_timeline(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    let (first, last) = (edition().events[0].date.year, edition().events.last().expect("events").date.year);
    let (from, to) = (span().0 + 1, span().1 + 5);
    let bound = |name: &str| format!("#timeline input[name='{name}']");
    for (name, year) in [("from", from), ("to", to)] {
        visit.type_at(&bound(name), Key::Control + "a").await?;
        visit.type_at(&bound(name), year.to_string() + Key::Enter).await?;
    }
    check_shown(&visit, |event| (from..=to).contains(&event.date.year)).await?;
    check_address(&visit, &format!("/timeline/?span={from}-{to}")).await?;
    visit.check("!document.querySelector('[name=span]:checked')").await?;
    // A year before the first year becomes the first year, and a year after the last year becomes the last year.
    visit.type_at(&bound("from"), Key::Control + "a").await?;
    visit.type_at(&bound("from"), "3" + Key::Enter).await?;
    visit.until(&format!("document.querySelector({:?}).value == '{first}'", bound("from"))).await?;
    visit.type_at(&bound("to"), Key::Control + "a").await?;
    visit.type_at(&bound("to"), "9999" + Key::Enter).await?;
    visit.until(&format!("document.querySelector({:?}).value == '{last}'", bound("to"))).await?;
    check_shown(&visit, |_| true).await?;
    visit.check("document.querySelector('[name=span][value=\"\"]').checked").await?;
    check_address(&visit, "/timeline/").await?;
    visit.check_quiet().await
}

async fn a_narrowed_timeline_opens_from_its_address(engine: Arc<Engine>) -> Outcome {
    let (from, to) = span();
    let visit = Visit::live(&engine, &format!("/timeline/?threads=abductions&span={from}-{to}")).await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::Abductions)).await?;
    visit.check("document.querySelector('[name=threads][value=abductions]').checked").await?;
    visit.check(&format!("document.querySelector('[name=span][value=\"{from}-{to}\"]').checked")).await
}

async fn threads_and_spans_work_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/timeline/").await?;
    let (from, to) = span();
    choose_answer(&visit, "span", &format!("{from}-{to}")).await?;
    visit.until(&format!("{SHOWN} == {:?}", expected(|event| (from..=to).contains(&event.date.year)))).await?;
    choose_answer(&visit, "threads", "un").await?;
    let both = expected(|event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::UnitedNations));
    visit.until(&format!("{SHOWN} == {both:?}")).await?;
    // Controls that need the app are hidden.
    visit.check("[...document.querySelectorAll('#timeline :is(button, [type=number])')].every(e => !e.checkVisibility({ visibilityProperty: true }))").await
}

async fn keys_and_buttons_step_from_event_to_event(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    choose_answer(&visit, "threads", "un").await?;
    let shown = expected(|event| event.threads.contains(&Thread::UnitedNations));
    let shown: Vec<_> = shown.split(',').collect();
    let at = |index: usize| {
        format!("document.activeElement.matches('.event-title a') && document.activeElement.closest('li').id == {:?}", shown[index])
    };
    visit.press("#timeline .bar [value='next']").await?;
    visit.until(&at(0)).await?;
    let keys: [(TypingData, usize); 5] =
        [("j".into(), 1), (Key::Down.into(), 2), (Key::Down.into(), 3), (Key::Up.into(), 2), ("k".into(), 1)];
    for (key, index) in keys {
        visit.browser().action_chain().send_keys(key).perform().await?;
        visit.until(&at(index)).await?;
    }
    // The buttons stay in view. They continue from the event that the keys have reached.
    visit.press("#timeline .bar [value='next']").await?;
    visit.until(&at(2)).await?;
    visit.press("#timeline .bar button:not([value])").await?;
    visit.until(&at(1)).await?;
    // Enter on the title of an event leads to the address of the event.
    visit.browser().action_chain().send_keys(Key::Enter).perform().await?;
    visit.until(&format!("location.hash == {:?}", format!("#{}", shown[1]))).await?;
    visit.check_quiet().await
}

async fn a_link_shows_an_event_that_is_filtered_out(engine: Arc<Engine>) -> Outcome {
    let is_un = |event: &Event| event.threads.contains(&Thread::UnitedNations);
    let (from, to) = span();
    let beside = |event: &Event| edition().events.iter().any(|other| is_un(other) && other.date.year == event.date.year);
    let event = edition().events.iter().find(|event| !is_un(event) && !(from..=to).contains(&event.date.year) && beside(event));
    let event = event.expect("an event of another thread in a year of that one");
    let spans = [String::new(), format!("&span={from}-{to}"), format!("&span={}-{to}", from + 1)];
    for query in
        spans.iter().flat_map(|span| ["", "threads=un"].map(|threads| format!("{threads}{span}"))).filter(|query| !query.is_empty())
    {
        let visit = Visit::live(&engine, &format!("/timeline/?{query}#event-{}", event.id)).await?;
        let chosen = |one: &Event| {
            let from = if query.contains(&spans[2]) { from + 1 } else { from };
            (!query.contains("threads") || is_un(one)) && (!query.contains("span") || (from..=to).contains(&one.date.year))
        };
        check_shown(&visit, |one| one.id == event.id || chosen(one)).await?;
        // After a link to another event, the filter hides the first event again.
        let other = edition().events.iter().find(|event| chosen(event)).expect("a chosen event");
        visit.look(&format!("location.hash = 'event-{}'", other.id)).await?;
        check_shown(&visit, chosen).await?;
        visit.check_quiet().await?;
    }
    Ok(())
}

async fn years_without_events_are_one_line(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    let label = &edition().labels.events.nothing;
    let (between, after) = label.strip_prefix("{from}").and_then(|rest| rest.split_once("{to}")).expect("the words between two years");
    // An expression for the text of the visible headings, with the text that styles add before and after them. A
    // heading names a year with events, or the first or the last of consecutive years without events.
    let shown = "[...document.querySelectorAll('.years > li')].filter(e => e.checkVisibility()).map(e => { \
        const words = side => { const { content } = getComputedStyle(e.firstElementChild, side); return content == 'none' ? '' : JSON.parse(content); }; \
        return words('::before') + e.firstElementChild.textContent + words('::after'); }).join('|')";
    let (first, last) = (edition().events[0].date.year, edition().events.last().expect("events").date.year);
    for thread in [None, Some(Thread::UnitedNations)] {
        if let Some(thread) = thread {
            choose_answer(&visit, "threads", thread.word()).await?;
        }
        let has_events = |year: i16| {
            edition().events.iter().any(|event| event.date.year == year && thread.is_none_or(|thread| event.threads.contains(&thread)))
        };
        let mut lines = Vec::new();
        for year in first..=last {
            if has_events(year) {
                lines.push(year.to_string());
                continue;
            }
            let (starts, ends) = (year == first || has_events(year - 1), year == last || has_events(year + 1));
            if starts || ends {
                lines.push(format!("{}{year}{}", if starts { "" } else { between }, if ends { after } else { "" }));
            }
        }
        visit.until(&format!("{shown} == {:?}", lines.join("|"))).await?;
    }
    Ok(())
}
