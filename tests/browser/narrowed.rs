//! What can be narrowed down: the timeline by thread and span, the statements by kind, verdict and speaker.

use crate::reader::{check_address, check_open, edition, press_card};
use anyhow::{Result, ensure};
use std::sync::Arc;
use story::{
    Event,
    vocabulary::{Speaker, Thread, Vocabulary},
};
use tests::{
    engine::{Engine, Script},
    server::{Fault, Gate, Server},
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
    years_without_events_take_their_place,
    unknown_choices_are_dropped,
    statements_stand_out_by_kind_verdict_and_speaker,
    speakers_are_marked_on_the_whole_page,
    pale_text_is_readable,
    counts_stand_beside_the_choices,
    choices_made_early_take_effect,
];

const TIMELINE: &str = "timeline-card";
const STATEMENTS: &str = "article-card";

/// The ids of the events on show, in the order of the page.
const SHOWN: &str =
    "[...document.querySelectorAll('#timeline .years [data-threads]')].filter(e => e.checkVisibility()).map(e => e.id).join()";

/// The events as the page should show them.
fn expected(shown: impl Fn(&Event) -> bool) -> String {
    let ids: Vec<_> = edition().events.iter().filter(|event| shown(event)).map(|event| format!("event-{}", event.id)).collect();
    ids.join(",")
}

/// Holds that these events are shown, and that their number is told.
async fn check_shown(visit: &Visit, shown: impl Fn(&Event) -> bool) -> Result<()> {
    let expected = expected(shown);
    visit.until(&format!("{SHOWN} == {expected:?}")).await?;
    let (number, all) = (expected.split(',').filter(|id| !id.is_empty()).count(), edition().events.len());
    let told = edition().labels.events.shown.replace("{n}", &number.to_string()).replace("{m}", &all.to_string());
    visit.until(&format!("document.querySelector('#timeline [role=status]').textContent == {told:?}")).await
}

/// Presses an answer, as a pointer or finger does: the label.
async fn choose(visit: &Visit, name: &str, value: &str) -> Result<()> {
    let label = format!("label:has([name='{name}'][value='{value}'])");
    visit.look(&format!("document.querySelector({label:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await?;
    visit.press(&label).await
}

/// The span that the content offers second, which is somewhere within the timeline.
fn span() -> (i16, i16) {
    let spans = &edition().spans;
    spans.iter().find_map(|span| span.from.zip(span.to)).expect("the content offers a span with both ends")
}

/// A visit to the opened timeline.
async fn timeline(engine: &Engine) -> Result<Visit> {
    let visit = Visit::live(engine, "/").await?;
    press_card(&visit, TIMELINE).await?;
    check_open(&visit, TIMELINE).await?;
    check_shown(&visit, |_| true).await?;
    Ok(visit)
}

async fn threads_narrow_the_timeline(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    choose(&visit, "threads", "un").await?;
    check_shown(&visit, |event| event.threads.contains(&Thread::UnitedNations)).await?;
    choose(&visit, "threads", "diplomacy").await?;
    let two = [Thread::UnitedNations, Thread::Diplomacy];
    check_shown(&visit, |event| event.threads.iter().any(|thread| two.contains(thread))).await?;
    check_address(&visit, &format!("/?open={TIMELINE}&threads=un.diplomacy")).await?;
    choose(&visit, "threads", "un").await?;
    check_shown(&visit, |event| event.threads.contains(&Thread::Diplomacy)).await?;
    choose(&visit, "threads", "diplomacy").await?;
    check_shown(&visit, |_| true).await?;
    check_address(&visit, &format!("/?open={TIMELINE}")).await?;
    visit.check_quiet().await
}

async fn spans_narrow_the_timeline(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    let (from, to) = span();
    choose(&visit, "span", &format!("{from}-{to}")).await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year)).await?;
    check_address(&visit, &format!("/?open={TIMELINE}&span={from}-{to}")).await?;
    // The overview marks it, wider than nothing and narrower than all.
    let mark = "document.querySelector('.threads rect').getBoundingClientRect().width";
    visit.check(&format!("{mark} > 0 && {mark} < document.querySelector('.thread > svg').clientWidth / 2")).await?;
    choose(&visit, "threads", "abductions").await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::Abductions)).await?;
    choose(&visit, "threads", "abductions").await?;
    choose(&visit, "span", "").await?;
    check_shown(&visit, |_| true).await?;
    check_address(&visit, &format!("/?open={TIMELINE}")).await?;
    visit.check_quiet().await
}

async fn a_free_span_narrows_the_timeline(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    let (first, last) = (edition().events[0].date.year, edition().events.last().expect("events").date.year);
    let (from, to) = (span().0 + 1, span().1 + 5);
    let bound = |name: &str| format!("#timeline input[name='{name}']");
    for (name, year) in [("from", from), ("to", to)] {
        visit.type_at(&bound(name), Key::Control + "a").await?;
        visit.type_at(&bound(name), format!("{year}\n")).await?;
    }
    check_shown(&visit, |event| (from..=to).contains(&event.date.year)).await?;
    check_address(&visit, &format!("/?open={TIMELINE}&span={from}-{to}")).await?;
    visit.check("!document.querySelector('[name=span]:checked')").await?;
    // A year before the first is the first one; one that is no year changes nothing.
    visit.type_at(&bound("from"), Key::Control + "a").await?;
    visit.type_at(&bound("from"), "3\n").await?;
    visit.until(&format!("document.querySelector({:?}).value == '{first}'", bound("from"))).await?;
    visit.type_at(&bound("to"), Key::Control + "a").await?;
    visit.type_at(&bound("to"), "9999\n").await?;
    visit.until(&format!("document.querySelector({:?}).value == '{last}'", bound("to"))).await?;
    check_shown(&visit, |_| true).await?;
    visit.check("document.querySelector('[name=span][value=\"\"]').checked").await?;
    check_address(&visit, &format!("/?open={TIMELINE}")).await?;
    visit.check_quiet().await
}

async fn a_narrowed_timeline_opens_from_its_address(engine: Arc<Engine>) -> Outcome {
    let (from, to) = span();
    let visit = Visit::live(&engine, &format!("/?open={TIMELINE}&threads=abductions&span={from}-{to}")).await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::Abductions)).await?;
    visit.check("document.querySelector('[name=threads][value=abductions]').checked").await?;
    visit.check(&format!("document.querySelector('[name=span][value=\"{from}-{to}\"]').checked")).await
}

async fn threads_and_spans_work_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/").await?;
    press_card(&visit, TIMELINE).await?;
    let (from, to) = span();
    choose(&visit, "span", &format!("{from}-{to}")).await?;
    visit.until(&format!("{SHOWN} == {:?}", expected(|event| (from..=to).contains(&event.date.year)))).await?;
    choose(&visit, "threads", "un").await?;
    let both = expected(|event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::UnitedNations));
    visit.until(&format!("{SHOWN} == {both:?}")).await?;
    // What needs the app is not there to be pressed in vain.
    visit.check("[...document.querySelectorAll('#timeline :is(button, [type=number])')].every(e => !e.checkVisibility({ visibilityProperty: true }))").await
}

async fn keys_and_buttons_step_from_event_to_event(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    choose(&visit, "threads", "un").await?;
    let shown = expected(|event| event.threads.contains(&Thread::UnitedNations));
    let shown: Vec<_> = shown.split(',').collect();
    let at = |place: usize| {
        format!("document.activeElement.matches('.event-title a') && document.activeElement.closest('li').id == {:?}", shown[place])
    };
    visit.press("#timeline .bar [value='next']").await?;
    visit.until(&at(0)).await?;
    let keys: [(TypingData, usize); 5] =
        [("j".into(), 1), (Key::Down.into(), 2), (Key::Down.into(), 3), (Key::Up.into(), 2), ("k".into(), 1)];
    for (key, place) in keys {
        visit.browser().action_chain().send_keys(key).perform().await?;
        visit.until(&at(place)).await?;
    }
    // The buttons stay in view, and go on from where the keys have led.
    visit.press("#timeline .bar [value='next']").await?;
    visit.until(&at(2)).await?;
    visit.press("#timeline .bar button:not([value])").await?;
    visit.until(&at(1)).await?;
    // Enter on a title leads to the event's own address.
    visit.browser().action_chain().send_keys(Key::Enter).perform().await?;
    visit.until(&format!("location.hash == {:?}", format!("#{}", shown[1]))).await?;
    visit.check_quiet().await
}

async fn a_link_shows_an_event_that_is_filtered_out(engine: Arc<Engine>) -> Outcome {
    let event = edition().events.iter().find(|event| !event.threads.contains(&Thread::UnitedNations)).expect("an event of another thread");
    let (from, to) = span();
    for query in ["threads=un".to_owned(), format!("span={from}-{to}"), format!("threads=un&span={from}-{to}")] {
        let visit = Visit::live(&engine, &format!("/?{query}#event-{}", event.id)).await?;
        let chosen = |one: &Event| {
            (!query.contains("threads") || one.threads.contains(&Thread::UnitedNations))
                && (!query.contains("span") || (from..=to).contains(&one.date.year))
        };
        check_shown(&visit, |one| one.id == event.id || chosen(one)).await?;
        // Leading elsewhere hides it again.
        let other = edition().events.iter().find(|event| chosen(event)).expect("a chosen event");
        visit.look(&format!("location.hash = 'event-{}'", other.id)).await?;
        check_shown(&visit, chosen).await?;
        visit.check_quiet().await?;
    }
    Ok(())
}

async fn years_without_events_take_their_place(engine: Arc<Engine>) -> Outcome {
    let visit = timeline(&engine).await?;
    let years = "[...document.querySelectorAll('.years > li')].filter(e => e.checkVisibility()).map(e => e.firstElementChild.textContent)";
    let (first, last) = (edition().events[0].date.year, edition().events.last().expect("events").date.year);
    for thread in ["", "un"] {
        if !thread.is_empty() {
            choose(&visit, "threads", thread).await?;
        }
        visit.check(&format!("{years}.length == {} && {years}[0] == '{first}'", last - first + 1)).await?;
        // Every year is as high as it has to be, but none is nothing.
        visit.check("[...document.querySelectorAll('.years > li')].every(e => e.getBoundingClientRect().height >= 12)").await?;
    }
    Ok(())
}

async fn unknown_choices_are_dropped(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/?threads=un.nobody&span=1500-1501&kind=rumour&verdict=x&speaker=&speaker=press").await?;
    check_shown_threads(&visit).await?;
    choose(&visit, "kind", "quote").await?;
    check_address(&visit, &format!("/?open={STATEMENTS}&threads=un&kind=quote&speaker=press")).await
}

async fn check_shown_threads(visit: &Visit) -> Result<()> {
    visit.until("[...document.querySelectorAll('[name=threads]:checked')].map(e => e.value).join() == 'un'").await?;
    visit.until("document.querySelector('[name=span]:checked').value == ''").await
}

/// The numbers of the statements that stand out, in order. A mark says so, not colour alone.
const STANDING_OUT: &str = "[...document.querySelectorAll('.statement')].filter(e => \
     parseFloat(getComputedStyle(e, '::before').borderInlineStartWidth) > 0).map(e => e.id.split('-')[1]).join()";

async fn statements_stand_out_by_kind_verdict_and_speaker(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let statements = &edition().statements;
    let example = &statements[statements.len() / 2];
    let mut chosen: Vec<(&str, &str)> = Vec::new();
    for (name, word) in [("kind", example.kind.word()), ("verdict", example.verdict.word()), ("speaker", example.speaker.word())] {
        choose(&visit, name, word).await?;
        chosen.push((name, word));
        let numbers: Vec<String> = statements
            .iter()
            .filter(|one| {
                [one.kind.word(), one.verdict.word(), one.speaker.word()].iter().zip(&chosen).all(|(word, chosen)| *word == chosen.1)
            })
            .map(|one| one.number.to_string())
            .collect();
        visit.until(&format!("{STANDING_OUT} == {:?}", numbers.join(","))).await?;
        let told =
            edition().labels.article.stand_out.replace("{n}", &numbers.len().to_string()).replace("{m}", &statements.len().to_string());
        visit.until(&format!("document.querySelector('#article [role=status]').textContent == {told:?}")).await?;
        // All still stand there, in order.
        check_open(&visit, STATEMENTS).await?;
        visit
            .check(&format!("[...document.querySelectorAll('.statement')].filter(e => e.checkVisibility()).length == {}", statements.len()))
            .await?;
    }
    let query: Vec<String> = chosen.iter().map(|(name, word)| format!("{name}={word}")).collect();
    let address = format!("/?open={STATEMENTS}&{}", query.join("&"));
    check_address(&visit, &address).await?;
    let there = visit.read(STANDING_OUT).await?;
    let again = Visit::live(&engine, &address).await?;
    again.until(&format!("{STANDING_OUT} == {there:?}")).await?;
    for (name, _) in chosen {
        choose(&again, name, "").await?;
    }
    again.until(&format!("{STANDING_OUT} == ''")).await?;
    check_address(&again, &format!("/?open={STATEMENTS}")).await?;
    again.check_quiet().await
}

async fn speakers_are_marked_on_the_whole_page(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/?depth=everything").await?;
    for speaker in [Speaker::Press, Speaker::GovernmentOfJapan] {
        choose(&visit, "speaker", speaker.word()).await?;
        let marked =
            "[...document.querySelectorAll('.voice')].filter(e => parseFloat(getComputedStyle(e, '::before').borderInlineStartWidth) > 0)";
        let count = edition().voices.iter().filter(|voice| voice.speaker == speaker).count();
        visit.until(&format!("{marked}.length == {count} && {marked}.every(e => e.dataset.speaker == '{}')", speaker.word())).await?;
    }
    Ok(())
}

async fn pale_text_is_readable(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/?kind=quote&depth=everything").await?;
    // Ratios of contrast of every pale piece of text with the page behind it.
    let ratio = "(() => { const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); \
        const light = colour => { c.fillStyle = colour; c.fillRect(0, 0, 1, 1); const [r, g, b] = [...c.getImageData(0, 0, 1, 1).data].map(v => \
        (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; }; \
        const paper = light(getComputedStyle(document.documentElement).backgroundColor); \
        return Math.min(...[...document.querySelectorAll('.statement:not([data-kind=quote]) *')].filter(e => getComputedStyle(e).opacity == 1).map(e => \
        light(getComputedStyle(e).color)).map(text => (Math.max(text, paper) + .05) / (Math.min(text, paper) + .05))); })()";
    visit.check(&format!("{ratio} >= 4.5")).await?;
    visit.check("[...document.querySelectorAll('.statement, .statement *')].every(e => getComputedStyle(e).opacity == 1)").await
}

async fn counts_stand_beside_the_choices(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let sum = |name: &str| {
        format!("[...document.querySelectorAll('label:has([name={name}]) b')].slice(1).reduce((sum, b) => sum + +b.textContent, 0)")
    };
    let (statements, voices) = (edition().statements.len(), edition().voices.len());
    for (name, all) in [("kind", statements), ("verdict", statements), ("speaker", statements + voices)] {
        visit.check(&format!("{} == {all}", sum(name))).await?;
        visit.check(&format!("document.querySelector('label:has([name={name}]) b').textContent == '{all}'")).await?;
    }
    Ok(())
}

async fn choices_made_early_take_effect(engine: Arc<Engine>) -> Outcome {
    let wasm = Gate::closed();
    let server = Server::with_faults(&[(".wasm", Fault::Held(wasm.clone()))]).await?;
    let visit = Visit::to(&engine, Script::On, server).await?;
    visit.go(&format!("/?open={TIMELINE}")).await?;
    press_card(&visit, TIMELINE).await?;
    let (from, to) = span();
    choose(&visit, "threads", "abductions").await?;
    choose(&visit, "span", &format!("{from}-{to}")).await?;
    choose(&visit, "kind", "quote").await?;
    ensure!(visit.is("document.documentElement.dataset.app == 'static'").await?, "the app came early");
    wasm.open();
    visit.until_live().await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::Abductions)).await?;
    check_open(&visit, STATEMENTS).await?;
    check_address(&visit, &format!("/?open={STATEMENTS}.{TIMELINE}&threads=abductions&span={from}-{to}&kind=quote")).await
}
