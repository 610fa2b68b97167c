//! The app fails, the page does not: it says so quietly, and all that is native goes on.

use crate::reader::{CARD, check_open, check_year, choose_depth, choose_year, press_card, seen, years};
use anyhow::ensure;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::{Fault, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![without_its_wasm, with_a_broken_wasm, after_a_panic];

async fn without_its_wasm(engine: Arc<Engine>) -> Outcome {
    check_failed(&engine, (".wasm", Fault::Missing)).await
}

async fn with_a_broken_wasm(engine: Arc<Engine>) -> Outcome {
    check_failed(&engine, (".wasm", Fault::Changed(|wasm| wasm.into_iter().take(1000).collect()))).await
}

/// Yew's hydration panics where the comments that it put into the markup are gone.
async fn after_a_panic(engine: Arc<Engine>) -> Outcome {
    check_failed(&engine, ("/", Fault::Changed(without_comments))).await
}

/// Holds that the page says that the app failed, and is as good as without script.
async fn check_failed(engine: &Engine, fault: (&'static str, Fault)) -> Outcome {
    let visit = Visit::to(engine, Script::On, Server::with_faults(&[fault]).await?).await?;
    visit.go("/").await?;
    visit.until("document.documentElement.dataset.app == 'failed'").await?;
    ensure!(!visit.complaints().await?.is_empty(), "nobody who looks for the reason will find it in the console");
    visit.check(&seen!(".failed-note")).await?;

    press_card(&visit, CARD).await?;
    check_open(&visit, CARD).await?;
    let (first, decision, _) = years();
    check_year(&visit, decision).await?;
    choose_year(&visit, first).await?;
    check_year(&visit, first).await?;
    choose_depth(&visit, "brief").await?;
    visit.until(&format!("!({})", seen!("#why .body"))).await?;
    visit.check("document.documentElement.dataset.app == 'failed'").await
}

fn without_comments(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("the page is UTF-8");
    let (before, rest) = page.split_once("<!--").expect("hydration has left its marks");
    let rest: String = rest.split("<!--").filter_map(|piece| piece.split_once("-->")).map(|(_, text)| text).collect();
    format!("{before}{rest}").into_bytes()
}
