//! Tests the choices of kind, verdict and speaker, which highlight statements.

use crate::reader::{check_address, choose_answer, edition};
use std::sync::Arc;
use story::vocabulary::Vocabulary;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] =
    tests![statements_stand_out_by_kind_verdict_and_speaker, pale_text_is_readable, counts_stand_beside_the_choices,];

/// An expression for the numbers of the highlighted statements, in the order of the page. It recognises a highlighted
/// statement by the line beside the statement, because the highlight must not depend on colour alone.
const STANDING_OUT: &str = "[...document.querySelectorAll('.statement')].filter(e => \
     parseFloat(getComputedStyle(e, '::before').borderInlineStartWidth) > 0).map(e => e.id.split('-')[1]).join()";

async fn statements_stand_out_by_kind_verdict_and_speaker(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/article/").await?;
    let statements = &edition().statements;
    let example = &statements[statements.len() / 2];
    let mut chosen: Vec<(&str, &str)> = Vec::new();
    for (name, word) in [("kind", example.kind.word()), ("verdict", example.verdict.word()), ("speaker", example.speaker.word())] {
        choose_answer(&visit, name, word).await?;
        chosen.push((name, word));
        let numbers: Vec<String> = statements
            .iter()
            .filter(|one| {
                [one.kind.word(), one.verdict.word(), one.speaker.word()].iter().zip(&chosen).all(|(word, chosen)| *word == chosen.1)
            })
            .map(|one| one.number.to_string())
            .collect();
        visit.until(&format!("{STANDING_OUT} == {:?}", numbers.join(","))).await?;
        let status =
            edition().labels.article.stand_out.replace("{n}", &numbers.len().to_string()).replace("{m}", &statements.len().to_string());
        visit.until(&format!("document.querySelector('#article [role=status]').textContent == {status:?}")).await?;
        visit
            .check(&format!("[...document.querySelectorAll('.statement')].filter(e => e.checkVisibility()).length == {}", statements.len()))
            .await?;
    }
    let query: Vec<String> = chosen.iter().map(|(name, word)| format!("{name}={word}")).collect();
    let address = format!("/article/?{}", query.join("&"));
    check_address(&visit, &address).await?;
    let highlighted = visit.read(STANDING_OUT).await?;
    let again = Visit::live(&engine, &address).await?;
    again.until(&format!("{STANDING_OUT} == {highlighted:?}")).await?;
    for (name, _) in chosen {
        choose_answer(&again, name, "").await?;
    }
    again.until(&format!("{STANDING_OUT} == ''")).await?;
    check_address(&again, "/article/").await?;
    again.check_quiet().await
}

async fn pale_text_is_readable(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/article/?kind=quote").await?;
    // An expression for the lowest contrast between the background and the text of statements that are not highlighted.
    let ratio = "(() => { const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); \
        const light = colour => { c.fillStyle = colour; c.fillRect(0, 0, 1, 1); const [r, g, b] = [...c.getImageData(0, 0, 1, 1).data].map(v => \
        (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; }; \
        const paper = light(getComputedStyle(document.documentElement).backgroundColor); \
        return Math.min(...[...document.querySelectorAll('.statement:not([data-kind=quote]) *')].filter(e => getComputedStyle(e).opacity == 1).map(e => \
        light(getComputedStyle(e).color)).map(text => (Math.max(text, paper) + .05) / (Math.min(text, paper) + .05))); })()";
    visit.check(&format!("{ratio} >= 4.5")).await?;
    visit.check("[...document.querySelectorAll('.statement, .statement *')].every(e => getComputedStyle(e).opacity == 1)").await
}

async fn counts_stand_beside_the_choices(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/article/").await?;
    let sum = |name: &str| {
        format!("[...document.querySelectorAll('label:has([name={name}]) b')].slice(1).reduce((sum, b) => sum + +b.textContent, 0)")
    };
    let statements = edition().statements.len();
    for (name, all) in [("kind", statements), ("verdict", statements), ("speaker", statements)] {
        visit.check(&format!("{} == {all}", sum(name))).await?;
        visit.check(&format!("document.querySelector('label:has([name={name}]) b').textContent == '{all}'")).await?;
    }
    Ok(())
}
