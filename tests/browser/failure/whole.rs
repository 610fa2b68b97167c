//! The checks that are the same for all faults. Everything is readable, native controls work, and the scroll position
//! stays. A note is visible only if the app has failed.

use crate::reader::{CARD, check_open, check_readable, check_year, choose_year, go_to, open_everything, press_card, seen, years};
use anyhow::{Context, Result, ensure};
use tests::{server::Gate, suite::Outcome, visit::Visit};

/// The state that the app has to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fares {
    /// The app runs in all islands.
    Live,
    /// The app has failed, and the page states this.
    Failed,
    /// The app cannot start. In some browser versions it fails, and the page states this. In others the state remains
    /// [`Self::Static`].
    FailedIfNoticed,
    /// The app has not started, and the page does not state that it has failed.
    Static,
}

/// Runs all checks. `arrives` is the gate that holds back the script and the WebAssembly of the app, and this function
/// opens it. `rewrite` is a script that then changes the page.
pub(super) async fn check_whole(visit: &Visit, fares: Fares, arrives: &Gate, rewrite: &str) -> Outcome {
    visit.check("document.readyState != 'loading' && document.documentElement.dataset.app == 'static'").await?;
    // This clears the messages that earlier rows caused.
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

    // One expression reads both values, because the app could fail between two requests.
    let end = visit.read(&format!("`${{{app}}} ${{{}}}`", seen!(".failed-note"))).await?;
    let expected: &[&str] = match fares {
        Fares::Live => &["live false"],
        Fares::Failed => &["failed true"],
        Fares::FailedIfNoticed => &["failed true", "static false"],
        Fares::Static => &["static false"],
    };
    ensure!(expected.contains(&end.as_str()), "state of the app, and whether the page says that it failed: {end}");
    let requests = [".js", ".wasm"].map(|end| visit.server().asked(end));
    ensure!(requests.iter().all(|times| *times <= 1), "script and WASM are requested {requests:?} times");
    Ok(())
}

/// Checks what works without scripts: a card opens, a year can be chosen, a link in the contents works, and everything
/// can be opened and read. If the page's own script has run, also checks the popover of a term. If the app is live,
/// also checks that the address contains the open card and the year.
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
    // The share button is visible if the page's own script has run. Without that script, a term is a link to the
    // glossary.
    if visit.is("!document.querySelector('button.share').hidden").await? {
        visit.press("#shift a.term").await?;
        visit.until("document.querySelector('.popover:popover-open') != null").await?;
        visit.look("document.querySelector('.popover:popover-open').hidePopover() ?? null").await?;
    }
    open_everything(visit).await?;
    visit.until(&seen!("#un-history-card > :not(summary)")).await?;
    check_readable(visit).await
}

const UNTOLD: &str = "the app has failed, and the console does not say why";

/// A selector for the element to which the test scrolls.
const PLACE: &str = "#timeline h2";

/// Returns the distance of the element [`PLACE`] from the upper edge of the window, in CSS pixels.
pub(super) async fn reading_place(visit: &Visit) -> Result<f64> {
    let top = format!("document.querySelector({PLACE:?}).getBoundingClientRect().top");
    visit.look(&top).await?.as_f64().context("the place is not a number")
}

/// Waits until [`reading_place`] is `before` again. Some browsers restore the scroll position only after some frames.
pub(super) async fn check_place(visit: &Visit, before: f64) -> Outcome {
    let back = format!("Math.abs(document.querySelector({PLACE:?}).getBoundingClientRect().top - {before}) < 2");
    let result = visit.until(&back).await;
    ensure!(result.is_ok(), "the reader's place moved from {before} to {}", reading_place(visit).await?);
    Ok(())
}
