//! The page that makes snippets, and that what it makes works when it is pasted into an empty page elsewhere.

use super::{
    OURS,
    host::{Host, Hosted},
};
use anyhow::{Result, ensure};
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    language,
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
    written,
};

pub(super) const TESTS: &[Test] = tests![
    a_frame_works_where_it_is_pasted,
    the_element_works_where_it_is_pasted,
    the_choice_is_seen_and_copied,
    without_script_the_snippets_stand_there
];

async fn a_frame_works_where_it_is_pasted(engine: Arc<Engine>) -> Outcome {
    let pasted = snippet(&engine, "frame", &[("part", "numbers"), ("theme", "dark")]).await?;
    let hosted = Hosted::open(&engine, Host { page: &pasted, ..Host::default() }).await?;
    hosted.enter().await?;
    let arrived = format!("location.pathname == '/{}embed/numbers/'", language::folder());
    hosted.visit.until(&format!("{arrived} && document.documentElement.dataset.theme == 'dark'")).await?;
    hosted.check_quiet().await
}

async fn the_element_works_where_it_is_pasted(engine: Arc<Engine>) -> Outcome {
    let pasted = snippet(&engine, "element", &[("part", "threads")]).await?;
    let hosted = Hosted::open(&engine, Host { page: &pasted, frames: &[OURS], ..Host::default() }).await?;
    hosted
        .visit
        .until(&format!("document.querySelector('policy-shift-explainer').shadowRoot && {OURS}.src.endsWith('/embed/threads/')"))
        .await?;
    hosted.check_fits("after load").await?;
    hosted.check_quiet().await
}

async fn the_choice_is_seen_and_copied(engine: Arc<Engine>) -> Outcome {
    let visit = on_the_page(&engine).await?;
    // An embed that is replaced while it loads is heard to complain of that in Firefox.
    visit.find(".preview iframe").await?.enter_frame().await?;
    visit.until_live().await?;
    visit.browser().enter_default_frame().await?;
    choose(&visit, &[("part", "lanes"), ("width", "320")]).await?;
    visit.until("document.querySelector('.preview iframe').src.endsWith('/embed/lanes/') && document.querySelector('.preview iframe').width == '320'").await?;
    // The preview is as high as its content.
    visit.find(".preview iframe").await?.enter_frame().await?;
    visit.until("innerWidth == 320 && Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 2").await?;
    visit.browser().enter_default_frame().await?;
    let share = written::base_url().join(&(language::folder() + "shift/"));
    ensure!(read(&visit, "wordpress").await? == share, "WordPress is given another address");
    ensure!(read(&visit, "amp").await?.contains("<div overflow "), "AMP needs a place to press");
    visit.press(".snippet button").await?;
    visit.until("document.querySelector('.said').textContent != '' || String(getSelection()).includes('<iframe')").await?;
    visit.check_quiet().await
}

async fn without_script_the_snippets_stand_there(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/embed/how/").await?;
    visit.check("!document.querySelector('.choose').checkVisibility()").await?;
    let all = written::base_url().join(&(language::folder() + "embed/"));
    ensure!(read(&visit, "frame").await?.contains(&all), "the frame has no address");
    ensure!(read(&visit, "element").await?.contains("embed.js"), "the element needs its script");
    Ok(())
}

/// The snippet with the heading `id` for a choice, with the test's site in the place of the published one.
async fn snippet(engine: &Engine, id: &str, choice: &[(&str, &str)]) -> Result<String> {
    let visit = on_the_page(engine).await?;
    choose(&visit, choice).await?;
    let snippet = read(&visit, id).await?;
    let base = written::base_url().join("");
    ensure!(snippet.contains(&base), "the snippet names no address of ours: {snippet}");
    Ok(snippet.replace(&base, "SITE/"))
}

async fn on_the_page(engine: &Engine) -> Result<Visit> {
    let visit = Visit::to(engine, Script::On, Server::start().await?).await?;
    visit.go("/embed/how/").await?;
    Ok(visit)
}

async fn choose(visit: &Visit, choice: &[(&str, &str)]) -> Result<()> {
    for (name, value) in choice {
        visit.press(&format!("select[name={name}] option[value='{value}']")).await?;
    }
    Ok(())
}

async fn read(visit: &Visit, id: &str) -> Result<String> {
    visit.read(&format!("document.querySelector('.snippet:has(#{id}) code').textContent")).await
}
