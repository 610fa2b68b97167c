//! What a reader does before the app arrives is not lost: the WASM is held back until it is done.

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
    what_was_chosen_early_goes_before_the_address,
    what_the_address_asks_for_is_there_early,
    what_the_address_asks_for_can_be_taken_back_early,
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
    // The app has taken it over: the next choice starts from it.
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

async fn what_was_chosen_early_goes_before_the_address(engine: Arc<Engine>) -> Outcome {
    let (first, _, last) = years();
    let (visit, wasm) = before_the_app(&engine, &format!("/?year={last}&depth=everything")).await?;
    choose_year(&visit, first).await?;
    arrives(&visit, &wasm).await?;
    check_year(&visit, first).await?;
    visit.check("document.querySelector('input[name=depth][value=everything]').checked").await
}

async fn what_the_address_asks_for_is_there_early(engine: Arc<Engine>) -> Outcome {
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

async fn what_the_address_asks_for_can_be_taken_back_early(engine: Arc<Engine>) -> Outcome {
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

/// A visit to a page whose app is still on its way, and the gate that holds it.
pub(crate) async fn before_the_app(engine: &Engine, path: &str) -> anyhow::Result<(Visit, Gate)> {
    let wasm = Gate::closed();
    let server = Server::with_faults(&[(".wasm", Fault::Held(wasm.clone()))]).await?;
    let visit = Visit::to(engine, Script::On, server).await?;
    visit.go(path).await?;
    Ok((visit, wasm))
}

/// Lets the app arrive, which must not have done so before.
pub(crate) async fn arrives(visit: &Visit, wasm: &Gate) -> Outcome {
    visit.check("document.documentElement.dataset.app == 'static'").await?;
    wasm.open();
    visit.until_live().await
}
