//! Tests that the app starts in every island of the story, and that the story stores nothing and sends no request to
//! another origin.

use crate::reader::{CARD, check_open, choose_depth, choose_year, press_card, years};
use anyhow::ensure;
use serde_json::Value;
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![the_page_and_every_island_come_alive, using_everything_stays_quiet_private_and_on_the_site];

async fn the_page_and_every_island_come_alive(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.check("document.querySelectorAll('[data-island]').length > 0").await?;
    visit.check("document.querySelectorAll('[data-island]:not([data-live])').length == 0").await?;
    visit.check_quiet().await
}

async fn using_everything_stays_quiet_private_and_on_the_site(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let steps = visit.look("history.length").await?;
    use_everything(&visit).await?;

    let requests = visit.requests().await?;
    ensure!(requests.iter().any(|address| address.ends_with(".wasm")), "the log has no requests: {requests:?}");
    let external: Vec<_> = requests.iter().filter(|address| !is_local(address, visit.origin())).collect();
    ensure!(external.is_empty(), "requests to other origins: {external:?}");
    visit.check_quiet().await?;

    ensure!(visit.look("history.length").await? == steps, "a choice has added an entry to the history");
    let stored = visit.look("localStorage.length + sessionStorage.length + document.cookie.length").await?;
    ensure!(stored == 0, "something is stored: {stored}");
    ensure!(visit.browser().get_all_cookies().await?.is_empty(), "cookies are set");
    for store in ["indexedDB.databases()", "caches.keys()", "navigator.serviceWorker.getRegistrations()"] {
        let stored = visit.browser().execute_async(format!("{store}.then(found => arguments[0](found.length))"), []).await?;
        ensure!(*stored.json() == 0, "{store} is not empty");
    }
    Ok(())
}

/// Chooses each depth and two years, and opens every card and a term.
async fn use_everything(visit: &Visit) -> Outcome {
    for depth in ["brief", "everything", "standard"] {
        choose_depth(visit, depth).await?;
    }
    let (first, _, last) = years();
    choose_year(visit, first).await?;
    choose_year(visit, last).await?;
    let cards = visit.look("[...document.querySelectorAll('details[id]')].map(card => card.id)").await?;
    for card in cards.as_array().into_iter().flatten().filter_map(Value::as_str) {
        press_card(visit, card).await?;
        check_open(visit, card).await?;
    }
    visit.press(&format!("#{CARD} a.term")).await?;
    visit.until("document.querySelector(':popover-open') != null").await
}

fn is_local(address: &str, origin: &str) -> bool {
    address.starts_with("data:") || address.strip_prefix(origin).is_some_and(|path| path.starts_with('/'))
}
