//! Tests that a citation opens its source in a box. If the browser cannot open the box, the citation leads to the list
//! of sources.

use crate::reader::{check_open, seen};
use anyhow::{Context, ensure};
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![
    a_citation_opens_its_source_in_place,
    several_citations_open_together,
    a_source_leads_on_to_the_list,
    a_mark_opens_the_words_that_give_the_reason,
    without_script_a_citation_leads_to_the_list,
    without_popovers_every_number_leads_to_the_list,
];

const BOX: &str = "document.getElementById('cited')";
const SINGLE: &str = "#in-short sup > a:first-child:not([data-more])";
const SEVERAL: &str = "#in-short [data-more]";

async fn a_citation_opens_its_source_in_place(engine: Arc<Engine>) -> Outcome {
    for path in ["/", "/why/"] {
        let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
        visit.go(path).await?;
        let mark = if path == "/" { SINGLE } else { "#why sup > a:first-child:not([data-more])" };
        let source = visit.read(&format!("document.querySelector({mark:?}).hash")).await?;
        visit.press(mark).await?;
        visit.until(&format!("{BOX}.matches(':popover-open')")).await.with_context(|| path.to_owned())?;
        visit.check(&format!("{BOX}.querySelector('cite').textContent == document.querySelector('{source} cite').textContent")).await?;
        visit.check(&format!("{BOX}.querySelectorAll('cite').length == 1 && location.hash == ''")).await?;
        let at = format!("[{BOX}.getBoundingClientRect()].every(at => at.left >= 0 && at.right <= innerWidth && at.bottom <= innerHeight)");
        visit.check(&at).await?;
        // A second press closes the box.
        visit.press(mark).await?;
        visit.until(&format!("!{BOX}.matches(':popover-open')")).await?;
        visit.press(mark).await?;
        visit.until(&format!("{BOX}.matches(':popover-open')")).await?;
        visit.check_quiet().await?;
    }
    Ok(())
}

async fn several_citations_open_together(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    // Only the first number is visible. Beside it is the number of the other citations.
    visit
        .check(&format!("[...document.querySelector({SEVERAL:?}).parentNode.children].filter(mark => mark.checkVisibility()).length == 1"))
        .await?;
    visit.press(SEVERAL).await?;
    let same = format!(
        "[...{BOX}.querySelectorAll('cite')].map(title => title.textContent).join() == \
         [...document.querySelector({SEVERAL:?}).parentNode.children].map(mark => document.querySelector(`${{mark.hash}} cite`).textContent).join()"
    );
    visit.until(&same).await?;
    visit.check_quiet().await
}

async fn a_source_leads_on_to_the_list(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let source = visit.read(&format!("document.querySelector({SINGLE:?}).hash")).await?;
    visit.press(SINGLE).await?;
    visit.press("#cited a.anchor").await?;
    check_open(&visit, "sources-card").await?;
    visit.until(&format!("location.hash == {source:?} && !{BOX}.matches(':popover-open')")).await?;
    visit.until(&seen!(source)).await
}

async fn a_mark_opens_the_words_that_give_the_reason(engine: Arc<Engine>) -> Outcome {
    const MARK: &str = ".reasons [data-opens*=' ']";
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    visit.go("/why/").await?;
    visit.press(MARK).await?;
    visit.until(&format!("{BOX}.matches(':popover-open')")).await?;
    let words = "id => document.getElementById(id).textContent";
    let same = format!(
        "[...{BOX}.children].map(copy => copy.textContent).join() == \
         document.querySelector({MARK:?}).dataset.opens.split(' ').map({words}).join() && location.hash == ''"
    );
    visit.check(&same).await?;
    // The citation in the box opens its source in the same box.
    visit.press("#cited [role=doc-noteref]").await?;
    visit.until(&format!("{BOX}.matches(':popover-open') && {BOX}.querySelector('cite') != null")).await?;
    visit.check_quiet().await?;
    // In the story, the mark leads to the quoted statement on the page `/why/`.
    visit.go("/").await?;
    visit.press(".reasons td > a").await?;
    visit.until("location.pathname.endsWith('/why/') && location.hash.startsWith('#voice-')").await
}

async fn without_script_a_citation_leads_to_the_list(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/").await?;
    visit.check("[...document.querySelectorAll('#in-short sup a')].every(mark => mark.checkVisibility())").await?;
    let source = visit.read(&format!("document.querySelector({SINGLE:?}).hash")).await?;
    visit.press(SINGLE).await?;
    visit.until(&format!("location.hash == {source:?}")).await?;
    visit.check(&seen!(source)).await
}

async fn without_popovers_every_number_leads_to_the_list(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.look(&format!("({BOX}.showPopover = undefined, null)")).await?;
    let source = visit.read(&format!("document.querySelector({SEVERAL:?}).hash")).await?;
    visit.press(SEVERAL).await?;
    visit.until(&format!("location.hash == {source:?}")).await?;
    ensure!(visit.is(&seen!(source)).await?, "{source} is not visible");
    Ok(())
}
