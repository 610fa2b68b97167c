//! Tests that every fragment in the links of shared pages leads to its target, before and after the app has started. In
//! the first test, the page opens the cards around the target. In the second test, all cards are open.

use super::{ARRIVED, HEIGHT, WIDTHS, arrived, show_motion};
use crate::early::arrives;
use anyhow::{Context, ensure};
use scraper::{Html, Selector};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use story::Edition;
use tests::{
    engine::{Engine, Family, Script},
    language,
    server::{Fault, Gate, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
    written,
};
use url::Url;

pub(crate) const TESTS: &[Test] = tests![
    every_place_is_reached_before_and_after_the_app unless not_chromium,
    every_place_is_reached_below_all_that_opens unless not_chromium,
];

fn not_chromium(family: Family, _: &Edition) -> Option<&'static str> {
    (family != Family::Chromium).then_some("a sample is tried in other engines")
}

async fn every_place_is_reached_before_and_after_the_app(engine: Arc<Engine>) -> Outcome {
    check_all(&engine, "", places()).await
}

/// Leaves out pages without an app, because the parameter `depth` changes nothing on them.
async fn every_place_is_reached_below_all_that_opens(engine: Arc<Engine>) -> Outcome {
    let app = Selector::parse("script#app").expect("a selector");
    let has_app = |page: &str| Html::parse_document(&written::page(&format!("{}{page}", language::folder()))).select(&app).next().is_some();
    let mut places = places();
    places.retain(|page, _| has_app(page));
    ensure!(places.contains_key(""), "the story has no app: {:?}", places.keys());
    check_all(&engine, "?depth=everything", places).await
}

async fn check_all(engine: &Engine, query: &str, places: BTreeMap<String, BTreeSet<String>>) -> Outcome {
    let mut all_missed = Vec::new();
    for width in WIDTHS {
        let mut visit = Visit::to(engine, Script::On, Server::start().await?).await?;
        show_motion(engine, &visit).await?;
        visit.browser().cdp().emulation().set_device_metrics_override(width, HEIGHT, 1.0, false).await?;
        for (page, places) in &places {
            let app = Gate::closed();
            visit = visit.at(Server::with_faults(&[(".wasm", Fault::Held(app.clone()))]).await?);
            visit.go(&format!("/{page}{query}")).await?;
            let mut missed = go_to_each(&visit, places).await?;
            if visit.is("document.getElementById('app') != null").await? {
                arrives(&visit, &app).await?;
                // After two animation frames, the app has finished every change that can move the page.
                visit.browser().execute_async("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", []).await?;
                visit.check(&arrived()).await.with_context(|| format!("/{page}{query} once the app is there"))?;
                missed.extend(go_to_each(&visit, places).await?);
            }
            all_missed.extend(missed.iter().map(|place| format!("/{page}{query}#{place} at {width} px")));
        }
    }
    ensure!(all_missed.is_empty(), "links do not lead to {} places: {all_missed:#?}", all_missed.len());
    Ok(())
}

/// The largest number of fragments that one script visits. By default, a driver ends a script after 30 seconds.
const AT_ONCE: usize = 50;

/// Goes to each of the fragments in turn, and returns those whose target is not reached.
async fn go_to_each(visit: &Visit, places: &BTreeSet<String>) -> anyhow::Result<Vec<String>> {
    let mut missed: Vec<String> = Vec::new();
    for places in places.iter().collect::<Vec<_>>().chunks(AT_ONCE) {
        let returned = visit.browser().execute_async(EACH.replace("ARRIVED", ARRIVED), vec![json!(places)]).await?;
        missed.extend(returned.convert::<Vec<String>>()?);
    }
    Ok(missed)
}

const EACH: &str = "const [places, done] = arguments;
(async () => {
    const missed = [];
    for (const place of places) {
        if (location.hash != `#${place}`) {
            await new Promise(there => {
                addEventListener('hashchange', there, { once: true });
                location.replace(`#${place}`);
            });
        }
        const target = document.querySelector(':target');
        if (!target || ![target].every(ARRIVED)) missed.push(place);
    }
    done(missed);
})().catch(error => done([error.message]));";

/// Returns the fragments in the links on shared pages of the edition. A key is the path of the target page within the
/// edition, and its value has the fragments for that page. Leaves out links to other sites.
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
