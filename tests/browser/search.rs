//! Tests the search. A button opens it, and its results are links to entries of the site. It shows a message if it
//! finds nothing or cannot be loaded.

use crate::reader::{edition, seen};
use anyhow::Context;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::{Fault, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![
    without_script_there_is_no_search,
    each_kind_is_found,
    case_and_letter_width_make_no_difference,
    a_result_is_followed_by_keyboard,
    a_result_is_followed_by_pointer,
    a_result_on_another_page_is_followed,
    an_entry_with_that_name_comes_first,
    a_single_key_starts_nothing,
    a_key_that_ends_a_composition_follows_no_result,
    an_unknown_word_has_no_results,
    a_missing_search_is_reported,
];

const FIELD: &str = "#search input";
const STATUS: &str = "document.querySelector('#search .status').textContent";
/// An expression for the fragments of the results' addresses.
const LED: &str = "[...document.querySelectorAll('#search ol a')].map(link => link.hash)";

async fn opened(engine: &Engine, path: &str) -> anyhow::Result<Visit> {
    let visit = Visit::live(engine, path).await?;
    visit.type_at("button.search", Key::Enter).await?;
    visit.until(&format!("document.activeElement.matches({FIELD:?})")).await?;
    // The close button is not stretched, although there are no results yet. Its text has one line.
    let unstretched = "[document.querySelector('#search [value=close]')].every(button => button.offsetHeight < 4 * parseFloat(getComputedStyle(button).fontSize))";
    visit.until(unstretched).await?;
    Ok(visit)
}

/// Searches for `query`, and waits for a result that leads to the element with this `id`.
async fn check(visit: &Visit, query: &str, id: &str) -> Outcome {
    visit.look(&format!("document.querySelector({FIELD:?}).value = ''")).await?;
    visit.type_at(FIELD, query).await?;
    visit.until(&format!("{LED}.includes({:?})", format!("#{id}"))).await.with_context(|| format!("searching for {query}"))
}

async fn without_script_there_is_no_search(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/").await?;
    visit.check(&format!("!({})", seen!("button.search"))).await
}

async fn each_kind_is_found(engine: Arc<Engine>) -> Outcome {
    let visit = opened(&engine, "/").await?;
    let edition = edition();
    let statement = edition.statements.last().context("the content has no statement")?;
    check(&visit, &story::plain(&statement.says), &format!("statement-{}", statement.number)).await?;
    let event = edition.events.last().context("the content has no event")?;
    check(&visit, &event.title, &format!("event-{}", event.id)).await?;
    let resolution = edition.resolutions.last().context("the content has no resolution")?;
    check(&visit, &resolution.symbol, &format!("resolution-{}", resolution.id)).await?;
    let term = edition.terms.last().context("the content has no term")?;
    check(&visit, &term.term, &format!("term-{}", term.id)).await?;
    let source = edition.sources.last().context("the content has no source")?;
    check(&visit, &source.title, &format!("s{}", source.number)).await
}

async fn case_and_letter_width_make_no_difference(engine: Arc<Engine>) -> Outcome {
    let visit = opened(&engine, "/").await?;
    let resolution = edition().resolutions.last().context("the content has no resolution")?;
    let id = format!("resolution-{}", resolution.id);
    check(&visit, &resolution.symbol.to_lowercase(), &id).await?;
    let wide = |letter: char| char::from_u32(u32::from(letter) + 0xfee0).filter(|_| letter.is_ascii_graphic()).unwrap_or(letter);
    check(&visit, &resolution.symbol.chars().map(wide).collect::<String>(), &id).await
}

async fn a_result_is_followed_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = opened(&engine, "/?depth=brief").await?;
    let event = edition().events.last().context("the content has no event")?;
    let id = format!("event-{}", event.id);
    check(&visit, &event.title, &id).await?;
    visit.type_at(FIELD, Key::Down).await?;
    visit.until("document.activeElement == document.querySelector('#search ol a')").await?;
    visit.browser().action_chain().send_keys(Key::Up).perform().await?;
    visit.until(&format!("document.activeElement.matches({FIELD:?})")).await?;
    visit.type_at(FIELD, Key::Enter).await?;
    visit.until(&format!("location.hash == {:?} && document.getElementById('search')?.open === false", format!("#{id}"))).await?;
    visit.until(&seen!(format!("#{id}"))).await?;
    visit.check_quiet().await
}

async fn a_result_is_followed_by_pointer(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    visit.go("/glossary/").await?;
    visit.press("button.search").await?;
    let term = edition().terms.last().context("the content has no term")?;
    check(&visit, &term.term, &format!("term-{}", term.id)).await?;
    visit.press(&format!("#search a[href$='#term-{}']", term.id)).await?;
    visit.until("!document.getElementById('search').open").await?;
    visit.until(&seen!(format!("#term-{}", term.id))).await?;
    // The dialog keeps its results when it is opened again.
    visit.press("button.search").await?;
    visit.check(&format!("{LED}.length > 0")).await
}

async fn a_result_on_another_page_is_followed(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    visit.go("/why/").await?;
    visit.press("button.search").await?;
    let event = edition().events.last().context("the content has no event")?;
    check(&visit, &event.title, &format!("event-{}", event.id)).await?;
    visit.type_at(FIELD, Key::Enter).await?;
    let place = format!("#event-{}", event.id);
    visit.until(&format!("location.pathname.endsWith('/timeline/') && location.hash == {place:?}")).await?;
    visit.until(&seen!(place)).await?;
    // The result for a country leads to the page with the votes.
    let country = edition().countries.first().context("the content has no country")?;
    visit.press("button.search").await?;
    check(&visit, &country.iso3, "roll-call").await?;
    visit.type_at(FIELD, Key::Enter).await?;
    visit.until(&format!("location.pathname.endsWith('/un-history/') && location.search == '?countries={}'", country.iso3)).await?;
    visit.until("document.querySelectorAll('.chips li').length == 1").await
}

async fn an_entry_with_that_name_comes_first(engine: Arc<Engine>) -> Outcome {
    let visit = opened(&engine, "/").await?;
    let resolution =
        edition().resolutions.iter().find(|resolution| resolution.symbol == "A/RES/69/188").context("the content has no resolution")?;
    let person = edition().people.iter().find(|person| person.id == "megumi-yokota").context("the content has no person")?;
    let japanese = edition().language == "ja";
    let person_place = format!("#event-{}", person.event);
    let mut table = vec![("A/RES/69/188", format!("#resolution-{}", resolution.id)), ("69/188", format!("#resolution-{}", resolution.id))];
    table.extend(
        if japanese { &["横田", "よこた", "ヨコタ"][..] } else { &["Yokota", "yokota megumi"] }
            .iter()
            .map(|query| (*query, person_place.clone())),
    );
    for (query, place) in table {
        visit.look(&format!("document.querySelector({FIELD:?}).value = ''")).await?;
        visit.type_at(FIELD, query).await?;
        visit.until(&format!("{LED}[0] == {place:?}")).await.with_context(|| format!("searching for {query}"))?;
    }
    Ok(())
}

/// Checks that single keys do nothing while no element has the focus. Otherwise speech input or a wrong key could
/// trigger a shortcut by mistake. See <https://www.w3.org/TR/WCAG22/#character-key-shortcuts>.
async fn a_single_key_starts_nothing(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    for key in ["/", "j", "k", "s", "?"] {
        visit.browser().action_chain().send_keys(key).perform().await?;
        visit.check("document.querySelector('dialog[open]') == null && document.activeElement == document.body").await?;
    }
    Ok(())
}

/// Checks that the search follows no result when Enter ends the composition of text in an input
/// method. Safari ends the composition before it sends the key event, so only the key code 229
/// shows that the key belongs to the composition.
async fn a_key_that_ends_a_composition_follows_no_result(engine: Arc<Engine>) -> Outcome {
    let visit = opened(&engine, "/").await?;
    let event = edition().events.last().context("the content has no event")?;
    check(&visit, &event.title, &format!("event-{}", event.id)).await?;
    let key = "new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })";
    visit.check(&format!("document.querySelector({FIELD:?}).dispatchEvent({key})")).await?;
    visit.check("location.hash == '' && document.getElementById('search').open").await
}

async fn an_unknown_word_has_no_results(engine: Arc<Engine>) -> Outcome {
    let visit = opened(&engine, "/").await?;
    visit.type_at(FIELD, "<img src=x onerror=pwned=1> q").await?;
    visit.until(&format!("{STATUS} == {:?}", edition().labels.search.nothing)).await?;
    visit.check(&format!("{LED}.length == 0 && typeof pwned == 'undefined'")).await?;
    visit.check_quiet().await
}

async fn a_missing_search_is_reported(engine: Arc<Engine>) -> Outcome {
    for missing in ["/search.js", "/search_bg.wasm"] {
        let server = Server::with_faults(&[(missing, Fault::Missing)]).await?;
        let visit = Visit::to(&engine, Script::On, server).await?;
        visit.go("/").await?;
        visit.until_live().await?;
        visit.press("button.search").await?;
        visit.until(&format!("{STATUS} == {:?}", edition().labels.search.failed)).await.with_context(|| missing.to_owned())?;
        visit.press("#search [value=close]").await?;
        visit.until("!document.getElementById('search').open").await?;
    }
    Ok(())
}
