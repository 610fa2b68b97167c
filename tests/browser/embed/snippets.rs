//! Tests the page that makes snippets, and the snippets in an empty page of another site.

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
    let pasted = snippet(&engine, "frame", &[("part", "counts"), ("theme", "dark")]).await?;
    // These are styles of a WordPress theme. They limit the width of every element in a post except frames with a style
    // attribute.
    let page = format!(
        "<style>#column > * {{ max-width: 400px; margin-inline: 50px }} #column > iframe[style] {{ max-width: 100% !important; margin: 0 !important }}</style>{pasted}"
    );
    let hosted = Hosted::open(&engine, Host { page: &page, ..Host::default() }).await?;
    hosted.enter().await?;
    let arrived = format!("location.pathname == '/{}embed/counts/'", language::folder());
    hosted.visit.until(&format!("{arrived} && document.documentElement.dataset.theme == 'dark'")).await?;
    hosted.leave().await?;
    // The frame has the same left edge and the same width as the text.
    hosted.visit.check("getComputedStyle(document.querySelector('iframe')).display == 'block'").await?;
    hosted.visit.check("(box => box.width == 400 && box.left == document.getElementById('column').getBoundingClientRect().left + 50)(document.querySelector('iframe').getBoundingClientRect())").await?;
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
    preview_is_loaded(&visit, "embed/").await?;
    choose(&visit, &[("part", "years"), ("width", "320")]).await?;
    visit.until("document.querySelector('.preview iframe').src.endsWith('/embed/years/') && document.querySelector('.preview iframe').width == '320'").await?;
    // The preview is as high as its content.
    visit.find(".preview iframe").await?.enter_frame().await?;
    visit.until("innerWidth == 320 && Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 2").await?;
    visit.browser().enter_default_frame().await?;
    preview_is_loaded(&visit, "embed/years/").await?;
    let share = written::base_url().join(&(language::folder() + "shift/"));
    ensure!(read(&visit, "wordpress").await? == share, "the address for WordPress is wrong");
    // The snippet for WordPress is normally the address of the full page. It is the address of the embed if WordPress
    // would make another embed from the page's address, or if a theme is chosen.
    for (choice, address) in [("shift", "embed/shift/"), ("threads", "embed/threads/")] {
        choose(&visit, &[("part", choice)]).await?;
        preview_is_loaded(&visit, address).await?;
        let address = written::base_url().join(&(language::folder() + address));
        ensure!(read(&visit, "wordpress").await? == address, "{choice}: the address for WordPress is {}", read(&visit, "wordpress").await?);
    }
    choose(&visit, &[("part", "years")]).await?;
    preview_is_loaded(&visit, "embed/years/").await?;
    choose(&visit, &[("theme", "dark")]).await?;
    preview_is_loaded(&visit, "embed/years/").await?;
    let dark = written::base_url().join(&(language::folder() + "embed/dark/years/"));
    ensure!(read(&visit, "wordpress").await? == dark, "the address for WordPress lacks the chosen colours");
    ensure!(read(&visit, "amp").await?.contains("<div overflow "), "the AMP snippet has no overflow element");
    visit.press(".snippet button").await?;
    visit.until("document.querySelector('.status').textContent != '' || String(getSelection()).includes('<iframe')").await?;
    visit.check_quiet().await
}

async fn without_script_the_snippets_stand_there(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/embed/how/").await?;
    visit.check("!document.querySelector('.choose').checkVisibility()").await?;
    let all = written::base_url().join(&(language::folder() + "embed/"));
    ensure!(read(&visit, "frame").await?.contains(&all), "the frame has no address");
    ensure!(read(&visit, "element").await?.contains("embed.js"), "the snippet of the element lacks its script");
    Ok(())
}

/// Returns the snippet whose heading has the id `id`, after making `choice` in the selects of the page. Replaces the
/// published address of the site by the placeholder `SITE/`.
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

/// Waits until the preview has loaded the embed at `path`, and its app if it has one. Otherwise, Firefox would report
/// an error for each request that is aborted when another embed replaces this one.
async fn preview_is_loaded(visit: &Visit, path: &str) -> Result<()> {
    visit.find(".preview iframe").await?.enter_frame().await?;
    let loaded = "document.readyState == 'complete' && (!document.getElementById('app') || document.documentElement.dataset.app == 'live')";
    visit.until(&format!("location.pathname.endsWith({path:?}) && {loaded}")).await?;
    Ok(visit.browser().enter_default_frame().await?)
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
