//! Tests that a browser from the pool keeps no state of the test that used it before.

use anyhow::{Result, bail, ensure};
use serde_json::json;
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![a_used_browser_has_nothing_left_of_the_last_test];

/// An expression for the state of the browser that one test could leave for the next. Storage is not part of it,
/// because each test has its own server and so its own origin.
const STATE: &str = "[innerWidth, innerHeight, devicePixelRatio, navigator.maxTouchPoints, window.name, history.length, \
    matchMedia('print').matches, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(forced-colors: active)').matches]";

async fn a_used_browser_has_nothing_left_of_the_last_test(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (id, unused) = (visit.browser().session_id().clone(), visit.look(STATE).await?);
    change_everything(&visit).await?;
    let used = visit.look(STATE).await?;
    let same = used.as_array().into_iter().flatten().zip(unused.as_array().into_iter().flatten()).position(|(used, unused)| used == unused);
    ensure!(same.is_none(), "the test did not change item {same:?} of {unused}, so it cannot notice that it is left");
    drop(visit);
    // Another test may take the browser from the pool first and return it later, so this test tries several times.
    for _ in 0..20 {
        let visit = Visit::live(&engine, "/").await?;
        if *visit.browser().session_id() == id {
            let (windows, state) = (visit.browser().windows().await?.len(), visit.look(STATE).await?);
            ensure!(windows == 1, "{windows} windows are open");
            ensure!(state == unused, "the browser has {state} instead of {unused}");
            return visit.check_quiet().await;
        }
    }
    bail!("the pool did not give the browser to another test")
}

/// Changes what [`STATE`] lists, opens a second window and logs an error.
async fn change_everything(visit: &Visit) -> Result<()> {
    let emulation = visit.browser().cdp();
    emulation.emulation().set_device_metrics_override(320, 640, 2.0, true).await?;
    emulation.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    let features = json!([{ "name": "prefers-color-scheme", "value": "dark" }, { "name": "forced-colors", "value": "active" }]);
    emulation.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print", "features": features })).await?;
    visit.look("(window.name = 'used', location.hash = 'top', console.error('used'), null)").await?;
    visit.until("innerWidth == 320").await?;
    visit.browser().new_tab().await?;
    Ok(())
}
