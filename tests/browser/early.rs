//! Tests choices before the app starts. The choices in the address apply at once, and the app keeps
//! the choices that the reader makes. The tests hold the WebAssembly back during this time.

use crate::reader::{BEFORE_AND_AFTER, CARD, check_address, check_open, check_year, choose_depth, choose_year, press_card, years};
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::{Fault, Gate, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![
    a_card_opened_early_stays_open,
    a_year_chosen_early_takes_effect,
    a_depth_chosen_early_takes_effect,
    an_early_choice_overrides_the_address,
    the_address_applies_before_the_app,
    a_choice_of_the_address_can_be_undone_before_the_app,
];

async fn a_card_opened_early_stays_open(engine: Arc<Engine>) -> Outcome {
    let (visit, wasm) = before_the_app(&engine, "/").await?;
    press_card(&visit, CARD).await?;
    check_open(&visit, CARD).await?;
    arrives(&visit, &wasm).await?;
    check_open(&visit, CARD).await?;
    visit.check_quiet().await
}

async fn a_year_chosen_early_takes_effect(engine: Arc<Engine>) -> Outcome {
    let (visit, wasm) = before_the_app(&engine, "/shift/").await?;
    let (first, ..) = years();
    let after = visit.read(BEFORE_AND_AFTER).await?;
    choose_year(&visit, first).await?;
    check_year(&visit, first).await?;
    arrives(&visit, &wasm).await?;
    check_year(&visit, first).await?;
    visit.until(&format!("{BEFORE_AND_AFTER} != {after:?}")).await?;
    // The app has adopted the choice, so the next choice replaces it.
    choose_year(&visit, first + 1).await?;
    check_year(&visit, first + 1).await?;
    check_address(&visit, &format!("/shift/?year={}", first + 1)).await
}

async fn a_depth_chosen_early_takes_effect(engine: Arc<Engine>) -> Outcome {
    let (visit, wasm) = before_the_app(&engine, "/").await?;
    choose_depth(&visit, "everything").await?;
    arrives(&visit, &wasm).await?;
    visit.check("document.querySelector('input[name=depth][value=everything]').checked").await?;
    check_open(&visit, CARD).await
}

async fn an_early_choice_overrides_the_address(engine: Arc<Engine>) -> Outcome {
    let (first, _, last) = years();
    let (visit, wasm) = before_the_app(&engine, &format!("/?year={last}&depth=everything")).await?;
    choose_year(&visit, first).await?;
    arrives(&visit, &wasm).await?;
    check_year(&visit, first).await?;
    visit.check("document.querySelector('input[name=depth][value=everything]').checked").await
}

async fn the_address_applies_before_the_app(engine: Arc<Engine>) -> Outcome {
    let (first, ..) = years();
    let address = format!("/?open={CARD}.no-card&year={first}&depth=everything-else");
    let (visit, wasm) = before_the_app(&engine, &address).await?;
    check_open(&visit, CARD).await?;
    check_year(&visit, first).await?;
    arrives(&visit, &wasm).await?;
    check_open(&visit, CARD).await?;
    choose_year(&visit, first + 1).await?;
    check_address(&visit, &format!("/?open={CARD}&year={}", first + 1)).await?;
    visit.check_quiet().await
}

async fn a_choice_of_the_address_can_be_undone_before_the_app(engine: Arc<Engine>) -> Outcome {
    let (first, decision, _) = years();
    let (visit, wasm) = before_the_app(&engine, &format!("/?open={CARD}.un-history-card&year={first}")).await?;
    press_card(&visit, CARD).await?;
    choose_year(&visit, decision).await?;
    arrives(&visit, &wasm).await?;
    check_year(&visit, decision).await?;
    check_address(&visit, "/?open=un-history-card").await?;
    let (visit, wasm) = before_the_app(&engine, "/?depth=everything").await?;
    choose_depth(&visit, "standard").await?;
    arrives(&visit, &wasm).await?;
    check_address(&visit, "/").await
}

/// Opens a page whose WebAssembly is held back. Returns the visit, and the gate that lets the WebAssembly arrive.
pub(crate) async fn before_the_app(engine: &Engine, path: &str) -> anyhow::Result<(Visit, Gate)> {
    let wasm = Gate::closed();
    let server = Server::with_faults(&[(".wasm", Fault::Held(wasm.clone()))]).await?;
    let visit = Visit::to(engine, Script::On, server).await?;
    visit.go(path).await?;
    Ok((visit, wasm))
}

/// Checks that the app has not started, opens the gate of the WebAssembly, and waits until the page is live.
pub(crate) async fn arrives(visit: &Visit, wasm: &Gate) -> Outcome {
    visit.check("document.documentElement.dataset.app == 'static'").await?;
    wasm.open();
    visit.until_live().await
}
