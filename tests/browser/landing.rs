//! A link to a place is there when the page is, for readers who have motion on.

use anyhow::{Context, Result};
use serde_json::json;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::Outcome,
    visit::Visit,
};

/// Links that readers share: to parts of the story, to places on the pages of subjects, into a card, past a filter.
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

pub(crate) async fn a_link_to_a_place_is_there_at_once_and_stays(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let motion = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "no-preference" }] });
    visit.browser().cdp().send_raw("Emulation.setEmulatedMedia", motion).await?;
    for width in [390, 1280] {
        visit.browser().cdp().emulation().set_device_metrics_override(width, 844, 1.0, false).await?;
        for link in LINKS {
            check(&visit, link).await.with_context(|| format!("{link} at {width} px"))?;
        }
    }
    Ok(())
}

async fn check(visit: &Visit, link: &str) -> Result<()> {
    // An address that differs in its fragment alone would not load the page again.
    visit.browser().goto("data:,").await?;
    visit.go(link).await?;
    visit.check("matchMedia('(prefers-reduced-motion: no-preference)').matches").await?;
    visit.check(ARRIVED).await?;
    if visit.is("document.getElementById('app') != null").await? {
        visit.until_live().await?;
        // Some frames later the app has done all that moves the page.
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done())))";
        visit.run_async(frames, Vec::new()).await?;
        visit.check(ARRIVED).await?;
    }
    Ok(())
}

/// The place that the fragment names is at the top of the window, or the page ends in the window.
const ARRIVED: &str = "[document.querySelector(':target')].every(place => {
    const [style, root] = [place, document.documentElement].map(e => getComputedStyle(e));
    const top = parseFloat(style.scrollMarginTop) + parseFloat(root.scrollPaddingTop);
    return Math.abs(place.getBoundingClientRect().top - top) < 2
        || scrollY + innerHeight > document.documentElement.scrollHeight - 2;
})";
