//! Measures the load of a page: bytes, paints, layout shifts, long tasks and memory. It also measures how soon a
//! reader's first press has an effect, and how many early presses are lost.

use super::{
    memory,
    results::Results,
    site::Site,
    visit::{Conditions, Visit},
};
use anyhow::Result;
use serde_json::{Value, json};
use std::time::Duration;
use tests::engine::Engine;
use tokio::time::sleep;

/// The longest wait for a condition. Every page loads faster than this.
const PATIENCE: Duration = Duration::from_secs(60);

/// A first press: its name in the table, the selectors to press in order, and an expression that is then true.
pub(super) type Press = (&'static str, &'static [&'static str], &'static str);

/// The first presses that are measured.
pub(super) const PRESSES: [Press; 4] = [
    (
        "a card opens, ms",
        &["#abductions-card > summary"],
        "document.querySelector('#abductions-card > :not(summary)').checkVisibility({ contentVisibilityAuto: true })",
    ),
    (
        "the depth changes, ms",
        &["label:has(> [name='depth'][value='brief'])"],
        "!document.querySelector('.part > .body').checkVisibility()",
    ),
    FILTER,
    ("a roll call is drawn, ms", &["select[name='resolution']"], "document.querySelector('.tiles li') != null"),
];

/// The press of a timeline filter. The growth benchmark measures no other first press.
pub(super) const FILTER: Press = (
    "a filter takes effect, ms",
    &["#timeline-card > summary", "label:has(> [name='threads'][value='un'])"],
    "[...document.querySelectorAll('.years [data-threads]:not([data-threads~=un])')].at(-1)?.checkVisibility() === false",
);

/// Loads the page once and adds the figures to the table.
pub(super) async fn measure(
    engine: &Engine,
    site: &Site,
    table: &'static str,
    conditions: Conditions,
    results: &mut Results,
) -> Result<()> {
    let visit = Visit::start(engine, conditions, &[]).await?;
    visit.go(&format!("{}/", site.origin)).await?;
    let ready = if site.has_app { "measured.live != null" } else { "document.readyState == 'complete'" };
    let came = visit.comes_true(&format!("{ready} && measured.paint['first-contentful-paint'] > 0"), PATIENCE).await?;
    anyhow::ensure!(came, "{} never came alive", site.name);
    // Tasks and paints that follow the start of the app count too.
    sleep(Duration::from_millis(1500)).await;
    let seen = visit
        .look(
            "(() => { const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]; \
             const wasm = files.find(file => file.name.endsWith('.wasm')); \
             return { ...measured, bytes: files.reduce((sum, file) => sum + file.transferSize, 0), requests: files.length, \
             app: wasm ? wasm.responseStart : null, heap: performance.memory.usedJSHeapSize } })()",
        )
        .await?;
    let mut note = |measure: &str, value: Option<f64>| {
        if let Some(value) = value {
            results.add(table, &site.name, measure, value);
        }
    };
    note("bytes, kB", seen["bytes"].as_f64().map(|bytes| bytes / 1000.0));
    note("requests", seen["requests"].as_f64());
    note("first paint, ms", seen["paint"]["first-contentful-paint"].as_f64());
    note("largest paint, ms", seen["largest"].as_f64());
    note("layout shift", seen["shift"].as_f64());
    note("alive, ms", seen["live"].as_f64());
    // Pairs of start and duration. Browsers report only tasks of 50 ms or more.
    let tasks: Vec<(f64, f64)> =
        seen["long"].as_array().into_iter().flatten().filter_map(|task| Some((task[0].as_f64()?, task[1].as_f64()?))).collect();
    let longest = |from: f64| tasks.iter().filter(|(start, _)| *start >= from).map(|(_, duration)| *duration).fold(0.0, f64::max);
    note("longest task, ms (0: under 50)", Some(longest(0.0)));
    note("longest task once the app arrives, ms (0: under 50)", seen["app"].as_f64().map(longest));
    note("blocking time, ms", Some(tasks.iter().map(|(_, duration)| duration - 50.0).sum()));
    note("JavaScript heap, MB", seen["heap"].as_f64().map(|bytes| bytes / 1e6));
    note("page process, MB", memory::page_process(visit.process()).map(|bytes| bytes as f64 / 1e6));
    visit.end().await
}

/// Loads the page once, presses as soon as the element is visible, and adds the time at which the effect shows. Adds
/// nothing if the effect does not show in time.
pub(super) async fn measure_press(
    engine: &Engine,
    site: &Site,
    table: &'static str,
    measure: &str,
    press: Press,
    conditions: Conditions,
    results: &mut Results,
) -> Result<()> {
    let (_, steps, effect) = press;
    let script = include_str!("early.js").replace("STEPS", &json!(steps).to_string()).replace("EFFECT", effect);
    let visit = Visit::start(engine, conditions, &[script]).await?;
    visit.go(&format!("{}/", site.origin)).await?;
    // On a site without the app, some effects never show. A short wait is enough there.
    let patience = if site.has_app { PATIENCE } else { Duration::from_secs(10) };
    if visit.comes_true("window.measured?.effect != null", patience).await?
        && let Some(time) = visit.look("measured.effect").await?.as_f64()
    {
        results.add(table, &site.name, measure, time);
    }
    visit.end().await
}

/// Presses once in each of `loads` loads, with mouse input of the browser. Each load presses 60 ms later than the one
/// before, so the presses range from the first paint to well after the start of the app. Returns the number of presses
/// and the number of those that had no effect.
pub(super) async fn lost_presses(engine: &Engine, site: &Site, loads: u32, told: impl Fn(&str)) -> Result<(u32, u32)> {
    const KINDS: [(&str, &str, &str); 4] = [
        ("#abductions-card > summary", "document.getElementById('abductions-card').open", "open=abductions-card"),
        ("label:has(> [name='depth'][value='brief'])", "document.querySelector('[name=depth][value=brief]').checked", "depth=brief"),
        ("label:has(> [name='year'][value='2014'])", "document.querySelector('[name=year][value=\"2014\"]').checked", "year=2014"),
        (
            "label:has(> [name='count'][value='admitted-13'])",
            "document.querySelector('[name=count][value=admitted-13]').checked",
            "count=admitted-13",
        ),
    ];
    let (mut made, mut lost) = (0, 0);
    for load in 0..loads {
        let (selector, effect, address) = KINDS[load as usize % KINDS.len()];
        let visit = Visit::start(engine, Conditions { cpu: 4, slow_network: true, share: None }, &[]).await?;
        visit.go(&format!("{}/", site.origin)).await?;
        visit.comes_true(&format!("document.querySelector({selector:?})?.checkVisibility() === true"), PATIENCE).await?;
        sleep(Duration::from_millis(60 * u64::from(load))).await;
        let before = visit.look("document.documentElement.dataset.app").await?;
        if let Some(place) = visit.aim(selector).await? {
            visit.press(place).await?;
            made += 1;
            visit.comes_true("measured.live != null", PATIENCE).await?;
            let kept = format!("{effect} && location.search.includes({address:?})");
            let kept = visit.comes_true(&kept, Duration::from_secs(5)).await?;
            lost += u32::from(!kept);
            told(&format!(
                "load {} of {loads}: pressed while {}, {}",
                load + 1,
                before.as_str().unwrap_or("?"),
                if kept { "kept" } else { "LOST" }
            ));
        }
        visit.end().await?;
    }
    Ok((made, lost))
}

/// Returns the name and version of the browser.
pub(super) async fn browser_version(engine: &Engine) -> Result<String> {
    let visit = Visit::start(engine, Conditions { cpu: 1, slow_network: false, share: None }, &[]).await?;
    let version: Value =
        visit.look("navigator.userAgentData?.brands?.map(b => b.brand + ' ' + b.version).join(', ') || navigator.userAgent").await?;
    let said = version.as_str().unwrap_or_default().to_owned();
    visit.end().await?;
    let found = said.split("Chrome/").nth(1).and_then(|rest| rest.split(' ').next());
    Ok(found.map_or(said.clone(), |version| format!("Chromium {version}")))
}
