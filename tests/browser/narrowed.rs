//! Choices that narrow down the timeline and the statements at once.

use crate::{
    reader::{check_address, check_open, choose_answer},
    timeline::{TIMELINE, check_shown, span},
    voices::STATEMENTS,
};
use anyhow::{Result, ensure};
use std::sync::Arc;
use story::vocabulary::Thread;
use tests::{
    engine::{Engine, Script},
    server::{Fault, Gate, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![unknown_choices_are_dropped, choices_made_early_take_effect,];

async fn unknown_choices_are_dropped(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/?threads=un.nobody&span=1500-1501&kind=rumour&verdict=x&speaker=&speaker=press").await?;
    check_shown_threads(&visit).await?;
    choose_answer(&visit, "kind", "quote").await?;
    check_address(&visit, &format!("/?open={STATEMENTS}&threads=un&kind=quote&speaker=press")).await
}

async fn check_shown_threads(visit: &Visit) -> Result<()> {
    visit.until("[...document.querySelectorAll('[name=threads]:checked')].map(e => e.value).join() == 'un'").await?;
    visit.until("document.querySelector('[name=span]:checked').value == ''").await
}

async fn choices_made_early_take_effect(engine: Arc<Engine>) -> Outcome {
    let wasm = Gate::closed();
    let server = Server::with_faults(&[(".wasm", Fault::Held(wasm.clone()))]).await?;
    let visit = Visit::to(&engine, Script::On, server).await?;
    visit.go(&format!("/?open={TIMELINE}")).await?;
    check_open(&visit, TIMELINE).await?;
    let (from, to) = span();
    choose_answer(&visit, "threads", "abductions").await?;
    choose_answer(&visit, "span", &format!("{from}-{to}")).await?;
    choose_answer(&visit, "kind", "quote").await?;
    ensure!(visit.is("document.documentElement.dataset.app == 'static'").await?, "the app came early");
    wasm.open();
    visit.until_live().await?;
    check_shown(&visit, |event| (from..=to).contains(&event.date.year) && event.threads.contains(&Thread::Abductions)).await?;
    check_open(&visit, STATEMENTS).await?;
    check_address(&visit, &format!("/?open={STATEMENTS}.{TIMELINE}&threads=abductions&span={from}-{to}&kind=quote")).await
}
