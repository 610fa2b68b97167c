//! Tests events after the page has appeared. The connection is lost, or a module that loads later is missing. The
//! reader leaves and comes back, reloads, opens a second tab or zooms.

use super::whole::{Fares, check_native, check_place, reading_place};
use crate::reader::{CARD, check_address, check_open, check_year, choose_year, press_card, seen, years};
use anyhow::{Context, ensure};
use axum::http::{HeaderMap, HeaderValue, header};
use std::sync::Arc;
use story::Edition;
use tests::{
    engine::{Engine, Family, Script},
    server::{Fault, Gate, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(super) const TESTS: &[Test] = tests![
    offline,
    back_and_forth,
    left_too_early unless without_an_answer,
    loaded_again,
    the_timeline_loaded_again,
    in_two_tabs,
    magnified_four_times,
    selecting_text_where_sharing_is_missing,
];

async fn offline(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.server().go();
    check_native(&visit, Fares::Live).await?;
    // The module for sharing has not been loaded, and cannot be loaded any more.
    visit.press("button.share").await?;
    visit.until("document.querySelector('#share textarea').value == location.href").await?;
    visit.until(&format!("!({})", seen!("#share [value=copy]"))).await?;
    visit.press("#share [value='close']").await?;
    visit.until("!document.getElementById('share').open").await?;
    visit.check("document.documentElement.dataset.app == 'live'").await
}

/// Checks in two cases that the page has the same state when the reader goes back to it. In one case, the browser may
/// have kept the page in memory. In the other case, `no-store` forbids this, so the browser loads the page again.
async fn back_and_forth(engine: Arc<Engine>) -> Outcome {
    let forget = |headers: &mut HeaderMap| drop(headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store")));
    for (what, faults) in [("kept", &[][..]), ("loaded anew", &[("/", Fault::Headed(forget))])] {
        let visit = Visit::early(&engine, Server::with_faults(faults).await?).await?;
        let steps = async {
            let place = in_the_middle(&engine, &visit).await?;
            visit.go("/embed/how/").await?;
            visit.back_to("/").await?;
            check_middle(&visit, place).await?;
            visit.forward_to("/embed/how/").await?;
            visit.back_to("/").await?;
            check_middle(&visit, place).await
        };
        let outcome: Outcome = steps.await;
        outcome.with_context(|| format!("where the page is {what}"))?;
    }
    Ok(())
}

/// Returns the reason to ignore a test in WebKit. There, the driver does not answer after the browser goes back to a
/// page that the reader left while the page was loading.
fn without_an_answer(family: Family, _: &Edition) -> Option<&'static str> {
    (family == Family::WebKit).then_some("the driver does not answer")
}

/// Checks that the app starts if the reader leaves while the app is loading, and then comes back.
async fn left_too_early(engine: Arc<Engine>) -> Outcome {
    for late in [".js", ".wasm"] {
        let arrives = Gate::closed();
        let server = Server::with_faults(&[(late, Fault::Held(arrives.clone()))]).await?;
        let visit = Visit::early(&engine, server).await?;
        visit.go("/").await?;
        visit.until("document.documentElement.dataset.app == 'static'").await?;
        visit.go("/embed/how/").await?;
        arrives.open();
        visit.back_to("/").await?;
        visit.until("document.documentElement.dataset.app == 'live'").await.with_context(|| format!("{late} was on its way"))?;
        check_native(&visit, Fares::Live).await?;
    }
    Ok(())
}

async fn loaded_again(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let place = in_the_middle(&engine, &visit).await?;
    // `location.reload()` does the same as the browser's button. In Firefox, the driver's refresh command scrolls to
    // the top.
    visit.look("(window.before = true, setTimeout(() => location.reload()), null)").await?;
    visit.until("window.before == null").await?;
    check_middle(&visit, place).await
}

/// Checks that an event has the same place in the window after a reload. For this, all events above it must have the
/// same heights as before.
async fn the_timeline_loaded_again(engine: Arc<Engine>) -> Outcome {
    /// An expression for the distance of the middle event from the upper edge of the window.
    const TOP: &str =
        "[document.querySelectorAll('.years [data-threads]')].map(all => all[all.length >> 1])[0].getBoundingClientRect().top";
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    visit.go("/timeline/").await?;
    visit.until_live().await?;
    visit.look("[...document.querySelectorAll('.years [data-threads]')].at(-1).scrollIntoView({ behavior: 'instant' })").await?;
    visit.look(&format!("scrollBy({{ top: {TOP}, behavior: 'instant' }})")).await?;
    visit.until(&format!("Math.abs({TOP}) < innerHeight / 2")).await?;
    let before = visit.look(TOP).await?.as_f64().context("the distance is not a number")?;
    visit.look("(window.before = true, setTimeout(() => location.reload()), null)").await?;
    visit.until("window.before == null").await?;
    visit.until_live().await?;
    let result = visit.until(&format!("Math.abs({TOP} - {before}) < 2")).await;
    ensure!(result.is_ok(), "the event moved from {before} to {}", visit.look(TOP).await?);
    Ok(())
}

async fn in_two_tabs(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, decision, last) = years();
    let one = visit.browser().window().await?;
    choose_year(&visit, first).await?;
    check_address(&visit, &format!("/?year={first}")).await?;
    let other = visit.browser().new_tab().await?;
    visit.browser().switch_to_window(other).await?;
    visit.go("/").await?;
    visit.until_live().await?;
    check_year(&visit, decision).await?;
    choose_year(&visit, last).await?;
    check_address(&visit, &format!("/?year={last}")).await?;
    visit.browser().switch_to_window(one).await?;
    check_year(&visit, first).await?;
    choose_year(&visit, decision).await?;
    check_address(&visit, "/").await?;
    check_native(&visit, Fares::Live).await
}

/// Checks the page at 400 % zoom. A window of 1280 by 1024 pixels then has 320 by 256 CSS pixels.
async fn magnified_four_times(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.narrow(320).await?;
    visit.look("frameElement.style.height = '256px'").await?;
    visit.until("innerHeight == 256").await?;
    visit.check("innerWidth == 320 && document.documentElement.scrollWidth <= document.documentElement.clientWidth").await?;
    check_native(&visit, Fares::Live).await?;
    visit.check("document.documentElement.scrollWidth <= document.documentElement.clientWidth").await
}

/// Checks that selections request the module for sharing at most once, even if the request fails.
async fn selecting_text_where_sharing_is_missing(engine: Arc<Engine>) -> Outcome {
    for missing in ["/share.js", "/share_bg.wasm"] {
        let visit = Visit::to(&engine, Script::On, Server::with_faults(&[(missing, Fault::Missing)]).await?).await?;
        visit.go("/").await?;
        visit.until_live().await?;
        visit.complaints().await?;
        for nth in 0..8 {
            let select = format!("getSelection().selectAllChildren(document.querySelectorAll('#in-short p, #in-short li, #why p')[{nth}])");
            visit.look(&select).await?;
            if nth == 0 {
                visit.until("performance.getEntriesByType('resource').some(entry => entry.name.includes('/share'))").await?;
            }
            // After two animation frames, a repeated request would have reached the server.
            let turn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
            visit.browser().execute_async(turn, []).await?;
        }
        visit.check("getSelection().toString() != ''").await?;
        let requests = visit.server().asked(missing);
        ensure!(requests <= 1, "{missing} is asked for {requests} times");
    }
    Ok(())
}

/// Opens the story and a card, chooses a year, and scrolls to the timeline, far below the card. Returns the position
/// that [`reading_place`] measures.
async fn in_the_middle(engine: &Engine, visit: &Visit) -> anyhow::Result<f64> {
    visit.go("/").await?;
    visit.until_live().await?;
    press_card(visit, CARD).await?;
    check_open(visit, CARD).await?;
    // At first, browsers lay out only the content near the window. When the app sets `data-asked` on a card, the
    // browser lays out the whole content of the card.
    visit.until(&format!("document.getElementById({CARD:?}).dataset.asked == 'true'")).await?;
    choose_year(visit, years().0).await?;
    check_address(visit, &format!("/?open={CARD}&year={}", years().0)).await?;
    visit.look("document.querySelector('#timeline h2').scrollIntoView({ behavior: 'instant' })").await?;
    // When WebKitGTK restores a page from memory, it scrolls to the focused element.
    if engine.family() == Family::WebKit {
        visit.look("document.activeElement.blur()").await?;
    }
    reading_place(visit).await
}

/// Checks that the page is live, and has the state and the scroll position that [`in_the_middle`] made.
async fn check_middle(visit: &Visit, place: f64) -> Outcome {
    visit.until("document.readyState == 'complete'").await?;
    visit.until_live().await?;
    check_open(visit, CARD).await?;
    check_year(visit, years().0).await?;
    check_place(visit, place).await?;
    visit.check("document.documentElement.dataset.app == 'live'").await
}
