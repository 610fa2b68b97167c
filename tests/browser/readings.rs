//! Tests two optional features of an edition. Readers can hide the readings above names, and show the years of Japanese
//! eras.

use crate::reader::{check_address, seen};
use anyhow::ensure;
use std::sync::Arc;
use story::Edition;
use tests::{
    engine::{Engine, Family, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![
    a_link_hides_readings_for_another_reader unless without_readings,
    readings_are_hidden_without_script unless without_readings,
    years_of_eras_are_shown_on_request unless without_eras,
];

fn without_readings(_: Family, edition: &Edition) -> Option<&'static str> {
    (!edition.has_readings).then_some("the edition has no readings")
}

fn without_eras(_: Family, edition: &Edition) -> Option<&'static str> {
    edition.eras.is_empty().then_some("the edition has no eras")
}

/// A selector for the label of the checkbox that hides readings.
const HIDE: &str = "label:has(input[name='ruby'])";
const READING: &str = "main rt";

async fn a_link_hides_readings_for_another_reader(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.check(&seen!(READING)).await?;
    visit.press(HIDE).await?;
    check_address(&visit, "/?ruby=off").await?;
    let reader = Visit::live(&engine, &visit.address().await?).await?;
    for visit in [&visit, &reader] {
        ensure!(!visit.is(&seen!(READING)).await?, "a reading is visible");
    }
    reader.press(HIDE).await?;
    check_address(&reader, "/").await?;
    reader.check(&seen!(READING)).await
}

async fn readings_are_hidden_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/").await?;
    visit.check(&seen!(READING)).await?;
    visit.press(HIDE).await?;
    ensure!(!visit.is(&seen!(READING)).await?, "a reading is visible");
    Ok(())
}

async fn years_of_eras_are_shown_on_request(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/glossary/").await?;
    let shown = "[...document.querySelectorAll('[data-era]')].map(date => getComputedStyle(date, '::after').content)";
    visit.check(&format!("{shown}.length > 0 && {shown}.every(year => year == 'none')")).await?;
    visit.press("label:has(input[name='era'])").await?;
    let years = "[...document.querySelectorAll('[data-era]')].map(date => date.dataset.era)";
    visit.check(&format!("{shown}.every((shown, at) => shown.includes({years}[at]))")).await
}
