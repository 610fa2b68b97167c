//! Measures the load of a page: bytes, paints, shifts, tasks and memory.

use super::{
    memory,
    results::Results,
    site::Site,
    visit::{Conditions, READY, Visit},
};
use anyhow::Result;
use serde_json::Value;
use std::time::Duration;
use tests::engine::Engine;
use tokio::time::sleep;

// The names of measurements.
pub(super) const BYTES: &str = "bytes, kB";
pub(super) const FIRST_PAINT: &str = "first paint, ms";
pub(super) const SHIFT: &str = "layout shift";
pub(super) const LONGEST_TASK: &str = "longest task after the first paint, ms (0: under 50)";
pub(super) const LONGEST_OF_APP: &str = "longest task once the app arrives, ms (0: under 50)";
pub(super) const BLOCKING: &str = "blocking time after the first paint, ms";
pub(super) const MEMORY: &str = "page process, MB";

/// The longest wait for a page to become ready.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Loads the page once and adds the measured values to the table.
pub(super) async fn measure(
    engine: &Engine,
    site: &Site,
    page: &str,
    table: &'static str,
    conditions: Conditions,
    results: &mut Results,
) -> Result<()> {
    let visit = Visit::start(engine, conditions, &[]).await?;
    visit.navigate(&format!("{}/{page}", site.origin)).await?;
    let is_ready = visit.wait_until(&format!("{READY} && measured.paint['first-contentful-paint'] > 0"), TIMEOUT).await?;
    anyhow::ensure!(is_ready, "/{page} of {} did not become ready", site.name);
    // During this wait, the browser also records the tasks and paints that follow the start of the app.
    sleep(Duration::from_millis(1500)).await;
    let seen = visit
        .evaluate(
            "(() => { const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]; \
             const wasm = files.find(file => file.name.endsWith('.wasm')); \
             return { ...measured, bytes: files.reduce((sum, file) => sum + file.transferSize, 0), requests: files.length, \
             app: wasm ? wasm.responseStart : null, heap: performance.memory.usedJSHeapSize } })()",
        )
        .await?;
    // The page's process is the one that works most while a script keeps the page busy.
    let before = memory::page_processes(visit.process());
    visit.evaluate("(() => { const end = performance.now() + 300; while (performance.now() < end); })()").await?;
    let memory = memory::busiest(visit.process(), &before).and_then(memory::own_memory);
    let mut note = |measure: &str, value: Option<f64>| {
        if let Some(value) = value {
            results.add(table, &site.name, measure, value);
        }
    };
    let first_paint = seen["paint"]["first-contentful-paint"].as_f64().unwrap_or_default();
    note(BYTES, seen["bytes"].as_f64().map(|bytes| bytes / 1000.0));
    note("requests", seen["requests"].as_f64());
    note(FIRST_PAINT, Some(first_paint));
    note("largest paint, ms", seen["largest"].as_f64());
    note(SHIFT, seen["shift"].as_f64());
    note("alive, ms", seen["live"].as_f64());
    // The start and the duration of each reported task, in milliseconds. Browsers report only tasks of 50 ms or more.
    let tasks: Vec<(f64, f64)> =
        seen["long"].as_array().into_iter().flatten().filter_map(|task| Some((task[0].as_f64()?, task[1].as_f64()?))).collect();
    let longest = |from: f64| tasks.iter().filter(|(start, _)| *start >= from).map(|(_, duration)| *duration).fold(0.0, f64::max);
    note("longest task, ms (0: under 50)", Some(longest(0.0)));
    note(LONGEST_TASK, Some(longest(first_paint)));
    note(LONGEST_OF_APP, seen["app"].as_f64().map(longest));
    note(
        BLOCKING,
        Some(
            tasks.iter().filter(|(start, _)| *start >= first_paint).map(|(_, duration)| duration - 50.0).fold(0.0, |sum, over| sum + over),
        ),
    );
    note("JavaScript heap, MB", seen["heap"].as_f64().map(|bytes| bytes / 1e6));
    note(MEMORY, memory.map(|bytes| bytes as f64 / 1e6));
    visit.end().await
}

/// Returns the name and version of the browser.
pub(super) async fn browser_version(engine: &Engine) -> Result<String> {
    let visit = Visit::start(engine, Conditions { cpu: 1, slow_network: false, share: None }, &[]).await?;
    let version: Value =
        visit.evaluate("navigator.userAgentData?.brands?.map(b => b.brand + ' ' + b.version).join(', ') || navigator.userAgent").await?;
    let name = version.as_str().unwrap_or_default().to_owned();
    visit.end().await?;
    let found = name.split("Chrome/").nth(1).and_then(|rest| rest.split(' ').next());
    Ok(found.map_or(name.clone(), |version| format!("Chromium {version}")))
}
