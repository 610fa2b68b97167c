//! Every place to which a link of the site leads: it is there in the first frame and stays there, with nothing open above
//! it and with everything.

use super::{ARRIVED, HEIGHT, WIDTHS, show_motion};
use anyhow::{Context, ensure};
use scraper::{Html, Selector};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use story::Edition;
use tests::{
    engine::{Engine, Family},
    language,
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
    written,
};
use url::Url;

pub(crate) const TESTS: &[Test] = tests![
    every_place_is_there_at_once_and_stays unless not_chromium,
    every_place_is_there_below_all_that_opens unless not_chromium,
];

fn not_chromium(family: Family, _: &Edition) -> Option<&'static str> {
    (family != Family::Chromium).then_some("a sample is tried in other engines")
}

async fn every_place_is_there_at_once_and_stays(engine: Arc<Engine>) -> Outcome {
    check_all(&engine, "").await
}

async fn every_place_is_there_below_all_that_opens(engine: Arc<Engine>) -> Outcome {
    check_all(&engine, "depth=everything&").await
}

async fn check_all(engine: &Engine, query: &str) -> Outcome {
    for width in WIDTHS {
        let visit = Visit::early(engine, Server::start().await?).await?;
        show_motion(engine, &visit).await?;
        visit.browser().cdp().emulation().set_device_metrics_override(width, HEIGHT, 1.0, false).await?;
        let mut missed = Vec::new();
        for (page, places) in places() {
            for place in places {
                // With another query each, so that every address loads its page.
                let link = format!("/{page}?{query}to={place}#{place}");
                visit.go(&link).await?;
                let landed = visit.browser().execute_async(LANDED.replace("ARRIVED", ARRIVED), []).await.with_context(|| link.clone())?;
                if landed.json() != &serde_json::json!([true, true]) {
                    missed.push(format!("{link}: {}", landed.json()));
                }
            }
        }
        ensure!(
            missed.is_empty(),
            "at {width} px {} places are not where links lead, in the first frame or later: {missed:#?}",
            missed.len()
        );
    }
    Ok(())
}

/// Whether the place is reached in the next frame, and again when the page and the app are there.
const LANDED: &str = "(async done => {
    const frame = () => new Promise(requestAnimationFrame);
    const arrived = () => [document.querySelector(':target')].every(ARRIVED);
    await frame();
    const first = arrived();
    while (document.readyState != 'complete') await frame();
    const { dataset } = document.documentElement;
    if (document.getElementById('app')) while (dataset.app == 'static') await frame();
    await frame();
    await frame();
    done([first, arrived()]);
})(arguments[0])";

/// The places of each page of the edition to which a link on any of them leads, by the path of the page within the edition.
fn places() -> BTreeMap<String, BTreeSet<String>> {
    let home = Url::parse("https://news.example/").expect("an address").join(&language::folder()).expect("a folder");
    let others: Vec<_> = language::all().filter(|other| *other != language::edition().language).map(|other| format!("{other}/")).collect();
    let links = Selector::parse("a[href*='#']").expect("a selector");
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for page in written::pages().iter().filter(|page| page.is_shared()) {
        let Some(path) = page.path.strip_prefix(home.path()).filter(|path| !others.iter().any(|other| path.starts_with(other))) else {
            continue;
        };
        let address = home.join(path).expect("a page has an address");
        for link in Html::parse_document(&page.html).select(&links) {
            let Some(to) = link.attr("href").and_then(|href| address.join(href).ok()) else { continue };
            let within = to.as_str().split(['?', '#']).next().and_then(|to| to.strip_prefix(home.as_str()));
            if let (Some(within), Some(place)) = (within, to.fragment()) {
                places.entry(within.to_owned()).or_default().insert(place.to_owned());
            }
        }
    }
    places
}
