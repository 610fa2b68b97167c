//! Tests that a link with a fragment shows its target as soon as the page is shown. In Chromium, motion is on. In other
//! engines, motion is on only under the condition `motion`.

mod every;

use anyhow::{Context, Result};
use serde_json::json;
use std::sync::Arc;
use tests::{
    conditions::motion_is_on,
    engine::{Engine, Family, Script},
    server::Server,
    suite::Outcome,
    visit::Visit,
};

pub(crate) use every::TESTS as EVERY_PLACE;

/// Examples of links that readers share. They lead to parts of the story, to elements in closed cards, to elements of
/// other pages, and to an event in a filtered timeline.
const LINKS: [&str; 10] = [
    "/#what-next",
    "/#families",
    "/?open=shift-card&year=2014#inquiry",
    "/sources/#s207",
    "/?depth=everything#un-history",
    "/why/#critical",
    "/timeline/#y2014",
    "/timeline/?threads=un#event-un-hrc-2014",
    "/un-history/#resolution-hrc-25-25",
    "/article/#statement-18",
];

/// The widths of a phone and of a computer screen, in CSS pixels.
const WIDTHS: [u32; 2] = [390, 1280];
/// The height of the window in Chromium, in CSS pixels.
const HEIGHT: u32 = 844;

pub(crate) async fn a_link_to_a_place_is_there_at_once_and_stays(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    show_motion(&engine, &visit).await?;
    for width in WIDTHS {
        for link in LINKS {
            check(&engine, &visit, link, width).await.with_context(|| format!("{link} at {width} px"))?;
        }
    }
    Ok(())
}

/// Turns motion on in Chromium, which the tests start with `--force-prefers-reduced-motion` by default. Does nothing in
/// other engines.
async fn show_motion(engine: &Engine, visit: &Visit) -> Outcome {
    if engine.family() == Family::Chromium {
        let motion = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "no-preference" }] });
        visit.browser().cdp().send_raw("Emulation.setEmulatedMedia", motion).await?;
    }
    Ok(())
}

async fn check(engine: &Engine, visit: &Visit, link: &str, width: u32) -> Result<()> {
    // A change of the fragment alone would not load the page again.
    visit.browser().goto("data:,").await?;
    match engine.family() {
        Family::Chromium => {
            visit.browser().cdp().emulation().set_device_metrics_override(width, HEIGHT, 1.0, false).await?;
            visit.go(link).await?;
        }
        // The windows of these engines cannot be as narrow as a phone, so the page is in a frame.
        Family::Firefox | Family::WebKit => visit.frame(&format!("{}{link}", visit.home()), width).await?,
    }
    if engine.family() == Family::Chromium || motion_is_on() {
        visit.check("matchMedia('(prefers-reduced-motion: no-preference)').matches").await?;
    }
    // An app that is live at once may hide events just before this check. In a browser without
    // scroll anchoring, a script then corrects the scroll position before the next frame is
    // painted.
    visit.run_async("const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => done()))", Vec::new()).await?;
    visit.check(&arrived()).await?;
    if visit.is("document.getElementById('app') != null").await? {
        visit.until_live().await?;
        // After two animation frames, the app has finished every change that can move the page.
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done())))";
        visit.run_async(frames, Vec::new()).await?;
        visit.check(&arrived()).await?;
    }
    Ok(())
}

/// A JavaScript function that returns whether an element is at the top of the window. If the page is scrolled to its
/// start, the element may also be higher. If the page is scrolled to its end, the function returns true for every
/// element.
const ARRIVED: &str = "place => {
    const [style, root] = [place, document.documentElement].map(e => getComputedStyle(e));
    const top = parseFloat(style.scrollMarginTop) + parseFloat(root.scrollPaddingTop);
    const below = place.getBoundingClientRect().top - top;
    return Math.abs(below) < 2
        || (scrollY == 0 && below < 0)
        || scrollY + innerHeight > document.documentElement.scrollHeight - 2;
}";

fn arrived() -> String {
    format!("[document.querySelector(':target')].every({ARRIVED})")
}
