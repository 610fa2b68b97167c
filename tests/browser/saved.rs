//! Tests pages that a reader has saved with [SingleFile](https://www.getsinglefile.com) and opens from the file. A
//! saved page contains the markup as the app has changed it, and no script that runs. SingleFile removes style rules
//! that match nothing at the time of saving, so the saved page offers no other years, counts and filters. Other depths
//! may not work, and the test does not check them.

use crate::reader::{CARD, check_open, check_readable, press_card};
use anyhow::{Context, Result, ensure};
use std::{path::Path, process::Command, sync::Arc};
use tests::{
    engine::{Engine, Script},
    language, npm,
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![what_is_saved_is_whole_and_offers_nothing_that_needs_script];

async fn what_is_saved_is_whole_and_offers_nothing_that_needs_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let folder = tempfile::tempdir()?;
    // The pages of the other languages have the same markup, so one page of each of them is enough.
    let pages: &[&str] = if language::folder().is_empty() { &["/", "/un-history/", "/article/"] } else { &["/timeline/"] };
    for page in pages {
        let file = folder.path().join("saved.html");
        save(&engine, &format!("{}{page}", visit.home()), &file)?;
        // SingleFile inserts styles into the page while it saves. The page's policy blocks and reports them, but the
        // saved page is complete.
        visit.server().until_csp_report().await?;
        visit.browser().goto(format!("file://{}", file.display())).await?;
        check(&visit, page).await.with_context(|| (*page).to_owned())?;
        visit.check_quiet().await?;
    }
    Ok(())
}

/// The largest number of attempts to save a page.
const ATTEMPTS: usize = 3;
/// The error of SingleFile if the browser has not yet started SingleFile's scripts. This happens on a busy computer.
const TOO_EARLY: &str = "Execution context not found";

/// Saves the page at `address` into `file` with SingleFile, which waits until the page has loaded.
fn save(engine: &Engine, address: &str, file: &Path) -> Result<()> {
    let program = npm::folder("saved")?.join("node_modules/single-file-cli/single-file-node.js");
    let mut command = Command::new("node");
    command.arg(program).arg(address).arg(file).arg("--browser-executable-path").arg(engine.program());
    command.args(["--browser-arg=--no-sandbox", "--filename-conflict-action=overwrite"]);
    let mut attempts = 1;
    loop {
        let output = command.output().context("node")?;
        let message = String::from_utf8_lossy(&output.stderr);
        if message.contains(TOO_EARLY) && attempts < ATTEMPTS {
            attempts += 1;
            continue;
        }
        ensure!(output.status.success() && file.exists(), "SingleFile: {message}");
        return Ok(());
    }
}

async fn check(visit: &Visit, page: &str) -> Outcome {
    visit.check("location.protocol == 'file:' && [...document.scripts].every(script => script.type == 'application/ld+json')").await?;
    let dead = visit.look(DEAD).await?;
    ensure!(dead.as_array().is_some_and(Vec::is_empty), "does nothing any more: {dead:#}");
    let offered = "[...document.querySelectorAll('main :is([type=radio], [type=checkbox])')].some(e => e.checkVisibility({ visibilityProperty: true }))";
    visit.check(&format!("!{offered}")).await?;
    if page == "/" {
        press_card(visit, CARD).await?;
        check_open(visit, CARD).await?;
    }
    visit.look("document.querySelectorAll('details').forEach(card => card.open = true)").await?;
    check_readable(visit).await
}

/// An expression for the visible controls that do nothing without script. It leaves out popover buttons, radio buttons
/// and checkboxes, because they work with HTML and CSS alone. It also leaves out controls in dialogs, and the tiles of
/// a roll call, which still show the votes.
const DEAD: &str = "[...document.querySelectorAll('button, select, textarea, input, [role=button], [contenteditable]')]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('dialog, .tiles'))
    .filter(e => !e.popoverTargetElement && !e.matches('[type=radio], [type=checkbox]'))
    .map(e => e.outerHTML.slice(0, 140))";
