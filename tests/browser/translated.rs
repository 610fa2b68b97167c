//! Tests the app in a page that the browser has translated. The translation wraps texts in additional elements.

use crate::reader::{check_address, check_year, choose_answer, choose_year, year_button, years};
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![the_island_lives_on_in_a_translated_page];

async fn the_island_lives_on_in_a_translated_page(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.browser().execute(TRANSLATE, []).await?;
    let (first, decision, last) = years();
    visit.check(&format!("document.querySelectorAll('[data-live] font > font').length > {}", last - first)).await?;
    for year in [first, last, decision - 1] {
        choose_year(&visit, year).await?;
        check_year(&visit, year).await?;
        check_address(&visit, &format!("/?year={year}")).await?;
    }
    visit.type_at(&year_button(decision - 1), Key::Home).await?;
    check_year(&visit, first).await?;
    visit.check("document.documentElement.dataset.app == 'live'").await?;
    visit.check_quiet().await?;
    // On the timeline, the app writes the number of events after the translation, so this text is not wrapped.
    let visit = Visit::live(&engine, "/timeline/").await?;
    visit.browser().execute(TRANSLATE, []).await?;
    choose_answer(&visit, "threads", "un").await?;
    let shown = "[...document.querySelectorAll('.years [data-threads]')].filter(event => event.checkVisibility()).length";
    visit.until(&format!("document.querySelector('[data-island=timeline] b').textContent == String({shown})")).await?;
    visit.check("document.documentElement.dataset.app == 'live'").await?;
    visit.check_quiet().await
}

/// A script that changes text as Google Translate does.
pub(crate) const TRANSLATE: &str = "
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) if (!texts.currentNode.parentElement.closest('script, style')) found.push(texts.currentNode);
    for (const text of found) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        text.replaceWith(outer);
        outer.append(inner);
        inner.append('« ' + text.data + ' »');
    }";
