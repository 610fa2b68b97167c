//! Tests the filters of the timeline and of the statements: unknown values in the address, and choices before the app
//! has started.

use crate::{
    early::{arrives, before_the_app},
    reader::{check_address, choose_answer},
    timeline::{check_shown, span},
};
use std::sync::Arc;
use story::vocabulary::Thread;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![unknown_choices_are_dropped, choices_made_early_take_effect,];

async fn unknown_choices_are_dropped(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/timeline/?threads=un.nobody&span=1500-1501").await?;
    visit.until("[...document.querySelectorAll('[name=threads]:checked')].map(e => e.value).join() == 'un'").await?;
    visit.until("document.querySelector('[name=span]:checked').value == ''").await?;
    let visit = Visit::live(&engine, "/article/?kind=rumour&verdict=x&speaker=&speaker=press").await?;
    choose_answer(&visit, "kind", "quote").await?;
    check_address(&visit, "/article/?kind=quote&speaker=press").await
}

async fn choices_made_early_take_effect(engine: Arc<Engine>) -> Outcome {
    let (visit, wasm) = before_the_app(&engine, "/timeline/").await?;
    let (from, to) = span();
    choose_answer(&visit, "threads", "abductions").await?;
    choose_answer(&visit, "span", &format!("{from}-{to}")).await?;
    arrives(&visit, &wasm).await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::Abductions)).await?;
    check_address(&visit, &format!("/timeline/?threads=abductions&span={from}-{to}")).await?;
    let (visit, wasm) = before_the_app(&engine, "/article/").await?;
    choose_answer(&visit, "kind", "quote").await?;
    arrives(&visit, &wasm).await?;
    check_address(&visit, "/article/?kind=quote").await
}
