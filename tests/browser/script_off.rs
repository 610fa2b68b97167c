//! Tests the page without scripts: everything can be read, and native controls work.

use crate::reader::{
    CARD, check_open, check_readable, check_year, choose_depth, choose_year, go_to, open_everything, opens_cards_by_style, press_card,
    seen, year_button, years,
};
use anyhow::ensure;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![
    everything_can_be_read,
    cards_open_by_pointer_and_keyboard,
    years_can_be_chosen_by_pointer_and_keyboard,
    depth_works_by_style_alone,
    words_lead_to_the_glossary,
    links_lead_to_their_places,
];

async fn everything_can_be_read(engine: Arc<Engine>) -> Outcome {
    let visit = without_script(&engine, "/").await?;
    if !opens_cards_by_style(&visit).await? {
        visit.check(&format!("!({})", seen!("label:has([name=depth][value=everything])"))).await?;
    }
    open_everything(&visit).await?;
    check_readable(&visit).await?;
    visit.check_quiet().await
}

async fn cards_open_by_pointer_and_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = without_script(&engine, "/").await?;
    press_card(&visit, CARD).await?;
    check_open(&visit, CARD).await?;
    visit.type_at(&format!("#{CARD} > summary"), Key::Enter).await?;
    visit.until(&format!("!document.getElementById('{CARD}').open")).await?;
    visit.type_at(&format!("#{CARD} > summary"), " ").await?;
    check_open(&visit, CARD).await
}

async fn years_can_be_chosen_by_pointer_and_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = without_script(&engine, "/").await?;
    let (first, decision, _) = years();
    check_year(&visit, decision).await?;
    choose_year(&visit, first).await?;
    check_year(&visit, first).await?;
    visit.type_at(&year_button(first), Key::Right).await?;
    check_year(&visit, first + 1).await
}

async fn depth_works_by_style_alone(engine: Arc<Engine>) -> Outcome {
    let visit = without_script(&engine, "/").await?;
    let body = seen!("#why .body");
    let line = seen!("#in-short li");
    let card = seen!(format!("#{CARD} > :not(summary)"));
    // At the depth "everything", a link leads to the list of the other pages.
    let elsewhere = seen!(".depth .elsewhere a[href='#pages']");
    let everything = opens_cards_by_style(&visit).await?.then_some(("everything", true, true));
    for (depth, shows_body, shows_all) in [("brief", false, false)].into_iter().chain(everything).chain([("standard", true, false)]) {
        choose_depth(&visit, depth).await?;
        for (what, shown) in [(&body, shows_body), (&card, shows_all), (&elsewhere, shows_all)] {
            ensure!(visit.is(what).await? == shown, "at the depth {depth}, the expected value of `{what}` is {shown}");
        }
    }
    choose_depth(&visit, "brief").await?;
    visit.check(&line).await
}

async fn words_lead_to_the_glossary(engine: Arc<Engine>) -> Outcome {
    let visit = without_script(&engine, "/").await?;
    visit.check("getComputedStyle(document.querySelector('#shift .term')).textDecorationLine == 'underline'").await?;
    let entry = visit.read("document.querySelector('#shift .term').hash").await?;
    visit.press("#shift .term").await?;
    visit.until("location.pathname.endsWith('/glossary/') && document.readyState == 'complete'").await?;
    visit.until(&format!("location.hash == {entry:?} && document.querySelector(':target') != null")).await?;
    visit.check(&seen!(format!("{entry} dd"))).await
}

async fn links_lead_to_their_places(engine: Arc<Engine>) -> Outcome {
    let visit = without_script(&engine, "/").await?;
    go_to(&visit, "what-next").await?;
    visit.until("document.querySelector(':target').id == 'what-next'").await?;
    choose_depth(&visit, "brief").await?;
    // The target of the fragment is visible at every depth.
    visit.check(&seen!("#what-next .body")).await
}

/// Opens a page with scripts off, and checks that no WebAssembly was loaded.
async fn without_script(engine: &Engine, path: &str) -> anyhow::Result<Visit> {
    let visit = Visit::to(engine, Script::Off, Server::start().await?).await?;
    visit.go(path).await?;
    visit.until("document.readyState == 'complete' && document.documentElement.dataset.app == 'static'").await?;
    visit.check("performance.getEntriesByType('resource').every(entry => !entry.name.endsWith('.wasm'))").await?;
    Ok(visit)
}
