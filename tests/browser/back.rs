//! Tests the links "Back to the story". They lead to the position at which the reader left the story. If the browser
//! cannot go back to this position, they lead to the page's subject in the story. In both cases, the story has the same
//! open cards and the same choices as before.

use crate::reader::{CARD, check_open, check_year, choose_year, go_to, press_card, years};
use anyhow::Context;
use serde_json::json;
use std::sync::Arc;
use story::Edition;
use tests::{
    engine::{Engine, Family, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![
    the_way_back_leads_to_where_the_reader_was,
    places_of_the_page_are_not_on_the_way_back,
    a_page_that_was_opened_beside_the_story_leads_to_the_same_view unless without_windows,
];
pub(crate) const OF_OLDER: &[Test] = tests![without_a_list_of_entries_the_way_back_is_the_same];

fn without_windows(family: Family, _: &Edition) -> Option<&'static str> {
    (family == Family::WebKit).then_some("MiniBrowser does not open a link in a new window")
}

/// A selector for the link from the opened card to the page of its subject.
const WAY_ON: &str = "#abductions-card .way-on a";
/// An expression that is true if the browser is on the page of the subject.
const ON_PAGE: &str = "location.pathname.endsWith('/abductions/')";
/// Selectors for the links back: in the head of the page, in the contents bar and at the end of the page.
const WAYS_BACK: [&str; 3] = [".masthead [data-back]", ".contents [data-back]", ".parts [data-back]"];

async fn the_way_back_leads_to_where_the_reader_was(engine: Arc<Engine>) -> Outcome {
    for link in WAYS_BACK {
        let (visit, position) = on_the_page_of_a_subject(&engine).await?;
        visit.press(link).await?;
        check_back(&visit, position).await.with_context(|| link)?;
    }
    Ok(())
}

async fn places_of_the_page_are_not_on_the_way_back(engine: Arc<Engine>) -> Outcome {
    let (visit, position) = on_the_page_of_a_subject(&engine).await?;
    go_to(&visit, "families").await?;
    visit.until("location.hash == '#families'").await?;
    visit.press(WAYS_BACK[1]).await?;
    if visit.is("window.navigation == null").await.unwrap_or(true) {
        // Without the Navigation API, the link leads to the subject in the story, with the same view.
        return check_view(&visit).await;
    }
    check_back(&visit, position).await
}

async fn a_page_that_was_opened_beside_the_story_leads_to_the_same_view(engine: Arc<Engine>) -> Outcome {
    let (visit, _) = in_the_story(&engine).await?;
    visit.look(&format!("(document.querySelector({WAY_ON:?}).target = '_blank', null)")).await?;
    visit.press(WAY_ON).await?;
    let mut windows = visit.browser().windows().await?;
    let beside = windows.pop().context("there is a second window")?;
    visit.browser().switch_to_window(beside).await?;
    visit.arrive(ON_PAGE).await?;
    visit.press(WAYS_BACK[1]).await?;
    check_view(&visit).await?;
    visit.until("location.hash == '#abductions'").await
}

async fn without_a_list_of_entries_the_way_back_is_the_same(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let older = "Object.defineProperty(window, 'navigation', { value: undefined })";
    visit.browser().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": older })).await?;
    let position = use_the_story(&visit).await?;
    leave(&visit).await?;
    visit.press(WAYS_BACK[1]).await?;
    check_back(&visit, position).await
}

async fn on_the_page_of_a_subject(engine: &Engine) -> anyhow::Result<(Visit, f64)> {
    let (visit, position) = in_the_story(engine).await?;
    leave(&visit).await?;
    Ok((visit, position))
}

async fn in_the_story(engine: &Engine) -> anyhow::Result<(Visit, f64)> {
    let visit = Visit::to(engine, Script::On, Server::start().await?).await?;
    if engine.family() == Family::Chromium {
        visit.browser().cdp().emulation().set_device_metrics_override(390, 844, 1.0, false).await?;
    }
    let position = use_the_story(&visit).await?;
    Ok((visit, position))
}

/// Chooses a year, opens a card of the story, and scrolls to the card's link to the page of the subject. Returns the
/// scroll position in CSS pixels.
async fn use_the_story(visit: &Visit) -> anyhow::Result<f64> {
    visit.go("/").await?;
    visit.until_live().await?;
    choose_year(visit, years().0).await?;
    press_card(visit, CARD).await?;
    check_open(visit, CARD).await?;
    visit.until("location.search.includes('open') && location.search.includes('year')").await?;
    // The app sets `data-asked` on an opened card. The browser then lays out the whole content of the card.
    visit.until(&format!("document.getElementById({CARD:?}).dataset.asked != null")).await?;
    visit.look(&format!("(document.querySelector({WAY_ON:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }}), null)")).await?;
    visit.look("scrollY").await?.as_f64().context("the page can be scrolled")
}

async fn leave(visit: &Visit) -> Outcome {
    visit.press(WAY_ON).await?;
    visit.arrive(ON_PAGE).await
}

/// Checks that the story has the earlier view, and that its scroll position is `position`.
async fn check_back(visit: &Visit, position: f64) -> Outcome {
    check_view(visit).await?;
    visit.until(&format!("Math.abs(scrollY - {position}) < 4")).await
}

/// Checks that the browser shows the story with the open card and the chosen year.
async fn check_view(visit: &Visit) -> Outcome {
    visit.arrive("document.querySelector('.depth') != null").await?;
    check_open(visit, CARD).await?;
    check_year(visit, years().0).await
}
