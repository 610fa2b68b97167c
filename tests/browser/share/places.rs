//! Tests that headings, statements and sources link to themselves, and that selected text can be shared.

use super::{DESCRIPTION, FIELD};
use crate::reader::{check_address, edition};
use anyhow::{Context, ensure};
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(super) const TESTS: &[Test] = tests![
    a_heading_is_the_link_to_itself,
    a_quote_is_offered_told_and_linked,
    a_quote_reads_as_on_the_page,
    a_quote_can_be_shared_by_keyboard,
];

async fn a_heading_is_the_link_to_itself(engine: Arc<Engine>) -> Outcome {
    let why = edition().texts.why.title.as_str();
    let third = edition().labels.article.statement.replace("{n}", "3");
    let table = [
        ("/?utm_source=mail", "#why h2 a", "#why", why),
        ("/article/?utm_source=mail", "#statement-3 a.anchor", "#statement-3", &third),
        ("/sources/?utm_source=mail", "#s7 a.anchor", "#s7", "7."),
    ];
    for (page, place, at, name) in table {
        let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
        visit.go(page).await?;
        ensure!(visit.name(place).await? == name, "{place} is called {}", visit.name(place).await?);
        visit.press(place).await?;
        visit.until(&format!("location.hash == {at:?}")).await?;
        // The page copies nothing to the clipboard. Readers copy the link with the browser's command, so the link has
        // to be the address of the element.
        visit
            .check(&format!("document.querySelector({place:?}).href == location.href.split(/[?#]/)[0] + location.search + {at:?}"))
            .await?;
        visit.check_quiet().await?;
    }
    Ok(())
}

async fn a_quote_is_offered_told_and_linked(engine: Arc<Engine>) -> Outcome {
    let statement = edition().statements.iter().find(|statement| statement.number == 3).context("the content has no statement 3")?;
    let visit = Visit::live(&engine, "/article/").await?;
    select(&visit, "#statement-3 .says").await?;
    visit.press("#share-quote button").await?;
    visit.until(&format!("{DESCRIPTION} != ''")).await?;
    visit.check("document.querySelector('#share-quote:popover-open') == null").await?;
    let description = visit.read(DESCRIPTION).await?;
    for part in [
        &visit.read("document.querySelector('#statement-3 .says').textContent").await?,
        &statement.by,
        &edition().labels.article.statement.replace("{n}", "3"),
        &edition().texts.article.title,
    ] {
        ensure!(description.contains(part), "{description}");
    }
    let field = visit.read(FIELD).await?;
    let (words, link) = field.split_once('\n').context("the field has no second line")?;
    ensure!(words == description && link.starts_with(&format!("{}/article/#statement-3:~:text=", visit.home())), "{field}");

    let reader = Visit::live(&engine, link.strip_prefix(visit.origin()).context("the link does not lead to the site")?).await?;
    check_address(&reader, "/article/#statement-3").await?;
    visit.check_quiet().await
}

async fn a_quote_reads_as_on_the_page(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    // The paragraph has a term with text on both sides, and a comma or a full stop directly after a citation or a link.
    visit
        .look(
            "[...document.querySelectorAll('main p')].find(p => p.querySelector('a.term')?.nextSibling?.data?.trim() && \
             p.querySelector('sup')).dataset.quoted = ''",
        )
        .await?;
    select(&visit, "[data-quoted]").await?;
    let shown = "(() => {
        const copy = document.querySelector('[data-quoted]').cloneNode(true);
        copy.querySelectorAll('sup, .visually-hidden').forEach(apart => apart.remove());
        return copy.textContent.replace(/\\s+/g, ' ').trim();
    })()";
    let shown = visit.read(shown).await?;
    visit.press("#share-quote button").await?;
    visit.until(&format!("{DESCRIPTION} != ''")).await?;
    let description = visit.read(DESCRIPTION).await?;
    ensure!(description.contains(&shown), "{description} does not contain {shown}");
    visit.check_quiet().await
}

async fn a_quote_can_be_shared_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    select(&visit, "#in-short p, #in-short li").await?;
    visit.type_at("body", Key::Tab).await?;
    visit.until("document.activeElement.matches('#share-quote button')").await?;
    visit.type_at("#share-quote button", Key::Enter).await?;
    visit.until("document.getElementById('share').open").await?;
    visit.check(&format!("{FIELD}.includes('#in-short')")).await?;
    visit.type_at("#share [value='copy']", Key::Escape).await?;
    visit.until("!document.getElementById('share').open").await
}

/// Selects the content of an element, and waits until the page offers to share the selection.
async fn select(visit: &Visit, selector: &str) -> Outcome {
    visit.look(&format!("getSelection().selectAllChildren(document.querySelector({selector:?}))")).await?;
    visit.until("document.querySelector('#share-quote:popover-open') != null").await
}
