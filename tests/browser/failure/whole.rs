//! What has to hold on a page whatever has gone wrong: all is readable, what is native works, one honest line where the
//! app has failed, and the reader stays where they were.

use crate::reader::{CARD, check_open, check_readable, check_year, choose_year, go_to, open_everything, press_card, seen, years};
use anyhow::{Context, Result, ensure};
use tests::{server::Gate, suite::Outcome, visit::Visit};

/// How a page fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fares {
    /// All of it is alive.
    Live,
    /// The app has failed, which is said.
    Failed,
    /// The app has failed. An engine that notices it says so; another waits for the app.
    FailedIfNoticed,
    /// The app has not arrived, and nobody knows whether it will.
    Static,
}

/// Lets the script of a page that has loaded arrive, and holds what has to hold then. `rewrite` is done to the page once the
/// script has done its part.
pub(super) async fn check_whole(visit: &Visit, fares: Fares, arrives: &Gate, rewrite: &str) -> Outcome {
    visit.check("document.readyState != 'loading' && document.documentElement.dataset.app == 'static'").await?;
    // Of what was before.
    visit.complaints().await?;
    visit.look(&format!("document.querySelector({PLACE:?}).scrollIntoView({{ behavior: 'instant' }})")).await?;
    let place = reading_place(visit).await?;
    arrives.open();
    let app = "document.documentElement.dataset.app";
    match fares {
        Fares::Live => visit.until_live().await?,
        Fares::Failed => {
            visit.until(&format!("{app} == 'failed'")).await?;
            visit.until_complaint().await.context(UNTOLD)?;
        }
        Fares::FailedIfNoticed | Fares::Static => {}
    }
    check_place(visit, place).await.context("after the script arrived")?;
    visit.browser().execute(rewrite, []).await?;
    check_native(visit, fares).await?;

    // Read at the same time: the app may fail between two questions.
    let end = visit.read(&format!("`${{{app}}} ${{{}}}`", seen!(".failed-note"))).await?;
    let expected: &[&str] = match fares {
        Fares::Live => &["live false"],
        Fares::Failed => &["failed true"],
        Fares::FailedIfNoticed => &["failed true", "static false"],
        Fares::Static => &["static false"],
    };
    ensure!(expected.contains(&end.as_str()), "state of the app, and whether the page says that it failed: {end}");
    let asked = [".js", ".wasm"].map(|end| visit.server().asked(end));
    ensure!(asked.iter().all(|times| *times <= 1), "script and WASM are asked for {asked:?} times");
    Ok(())
}

/// What works by HTML and CSS alone, and where the app is alive, what it adds.
pub(super) async fn check_native(visit: &Visit, fares: Fares) -> Outcome {
    let (first, decision, _) = years();
    press_card(visit, CARD).await?;
    check_open(visit, CARD).await?;
    check_year(visit, decision).await?;
    choose_year(visit, first).await?;
    check_year(visit, first).await?;
    if fares == Fares::Live {
        visit.until(&format!("['open={CARD}', 'year={first}'].every(part => location.search.includes(part))")).await?;
    }
    go_to(visit, "what-next").await?;
    visit.until("document.querySelector(':target')?.id == 'what-next'").await?;
    // Where the page's own script is forbidden, a term leads to the glossary.
    if visit.is("!document.querySelector('button.share').hidden").await? {
        visit.press("#shift a.term").await?;
        visit.until("document.querySelector('.popover:popover-open') != null").await?;
        visit.look("document.querySelector('.popover:popover-open').hidePopover() ?? null").await?;
    }
    open_everything(visit).await?;
    visit.until(&seen!("#un-history-card > :not(summary)")).await?;
    check_readable(visit).await
}

/// A failure that is not to be.
const UNTOLD: &str = "nobody who looks for the reason will find it in the console";

/// Where the reader reads in these tests.
const PLACE: &str = "#timeline h2";

/// How far below the upper edge of the window that place is.
pub(super) async fn reading_place(visit: &Visit) -> Result<f64> {
    let top = format!("document.querySelector({PLACE:?}).getBoundingClientRect().top");
    visit.look(&top).await?.as_f64().context("a place is a number")
}

/// Waits until the place where the reader reads is where it was: some browsers scroll back to it some frames later.
pub(super) async fn check_place(visit: &Visit, before: f64) -> Outcome {
    let back = format!("Math.abs(document.querySelector({PLACE:?}).getBoundingClientRect().top - {before}) < 2");
    let came = visit.until(&back).await;
    ensure!(came.is_ok(), "what is being read went from {before} to {}", reading_place(visit).await?);
    Ok(())
}
