//! Checks each of [`STATES`] in light, dark and forced colours, and at two widths. Also tests reduced motion.

use super::{axe, overflow, states::STATES};
use anyhow::{Result, ensure};
use serde_json::json;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(super) const TESTS: &[Test] = tests![every_state_is_accessible];
pub(super) const MOTION: &[Test] = tests![motion_is_reduced_on_request];

/// The widths of the window in CSS pixels: a common width, and the same width at 400 % zoom. The
/// second one is also the width of a narrow phone.
const WIDTHS: [u32; 2] = [1280, 320];

async fn every_state_is_accessible(engine: Arc<Engine>) -> Outcome {
    let axe = axe::script()?;
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let mut found = Vec::new();
    for state in STATES {
        state.reached(&visit).await?;
        let mut add = |how: &str, what: Vec<String>| found.extend(what.into_iter().map(|what| format!("{} {how}: {what}", state.address)));
        for width in WIDTHS {
            resize(&visit, width).await?;
            add(&format!("at {width} px"), overflow::cramped(&visit).await?);
            visit.browser().execute(overflow::SPACED, []).await?;
            add(&format!("at {width} px with wider text"), overflow::cramped(&visit).await?);
            visit.browser().execute("document.adoptedStyleSheets = []", []).await?;
        }
        // For forced colours, the test loads the page again, because Chromium does not apply them to everything that is
        // already drawn.
        for forced in [false, true] {
            if forced {
                emulate(&visit, "forced-colors", "active").await?;
                state.reached(&visit).await?;
                add("where colours are forced", axe::pale(&visit).await?);
            }
            axe::prepare(&visit, &axe, state.part).await?;
            for width in WIDTHS {
                resize(&visit, width).await?;
                for colours in if forced { &["forced"][..] } else { &["light", "dark"] } {
                    if !forced {
                        emulate(&visit, "prefers-color-scheme", colours).await?;
                    }
                    let rules = match *colours {
                        "light" => axe::EVERY_RULE,
                        "dark" => axe::RULES_OF_COLOUR,
                        _ => axe::RULES_WHERE_FORCED,
                    };
                    add(&format!("at {width} px, {colours}"), axe::violations(&visit, state.part, rules).await?);
                }
            }
        }
        emulate(&visit, "prefers-color-scheme", "light").await?;
    }
    ensure!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    Ok(())
}

async fn motion_is_reduced_on_request(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    for (wish, moves) in [("reduce", false), ("no-preference", true)] {
        emulate(&visit, "prefers-reduced-motion", wish).await?;
        // Scrolling to the target of a link is never animated. The page is long, and the animation would pass thousands
        // of pixels.
        visit.check("getComputedStyle(document.documentElement).scrollBehavior == 'auto'").await?;
        let moving = "[...document.querySelectorAll('*')].some(e => parseFloat(getComputedStyle(e).transitionDuration) || getComputedStyle(e).animationName != 'none')";
        visit.check(&format!("{moving} == {moves}")).await?;
    }
    Ok(())
}

async fn resize(visit: &Visit, width: u32) -> Result<()> {
    visit.browser().cdp().emulation().set_device_metrics_override(width, 900, 1.0, false).await?;
    visit.until(&format!("innerWidth == {width}")).await
}

async fn emulate(visit: &Visit, feature: &str, value: &str) -> Result<()> {
    visit.browser().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": [{ "name": feature, "value": value }] })).await?;
    Ok(())
}
