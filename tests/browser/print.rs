//! On paper: everything, open, with the sources numbered and their addresses written out. The browser prints into a PDF,
//! and its text is held against the content.

use crate::reader::edition;
use anyhow::{Context, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use std::sync::Arc;
use story::Inline;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use unicode_normalization::UnicodeNormalization;

pub(crate) const TESTS: &[Test] = tests![what_is_printed_is_complete];

async fn what_is_printed_is_complete(engine: Arc<Engine>) -> Outcome {
    // From a view that shows little, and without readings, which on paper stand between the lines.
    let visit = Visit::live(&engine, "/?depth=brief&ruby=off&threads=un").await?;
    // Without the numbers of citations between the words, too.
    let bare = "const bare = new CSSStyleSheet(); bare.replaceSync('sup { display: none }'); document.adoptedStyleSheets = [bare]";
    visit.browser().execute(bare, []).await?;
    let pdf = visit.browser().cdp().page().print_to_pdf_base64().await.context("printing")?;
    let pdf = BASE64_STANDARD.decode(pdf)?;
    let document = lopdf::Document::load_mem(&pdf).context("a PDF")?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let printed = letters(&document.extract_text(&pages).context("the text of the PDF")?);
    let missing: Vec<String> = texts().into_iter().filter(|text| !printed.contains(&letters(text))).collect();
    ensure!(missing.is_empty(), "{} texts are not printed: {:#?}", missing.len(), &missing[..missing.len().min(12)]);
    Ok(())
}

/// What has to be on paper: what cards hold, and each source with its number and its address.
fn texts() -> Vec<String> {
    let edition = edition();
    let said = |inlines: &[Inline]| story::plain(inlines);
    let mut texts: Vec<String> = edition.statements.iter().flat_map(|statement| [said(&statement.says), said(&statement.adds)]).collect();
    texts.extend(edition.events.iter().map(|event| event.title.clone()));
    texts.extend(edition.resolutions.iter().map(|resolution| said(&resolution.new)));
    for source in &edition.sources {
        texts.extend([format!("{}.", source.number), source.title.clone()]);
        texts.extend(source.url.clone());
    }
    texts
}

/// `text` letter by letter: without spaces, where lines may end, and without hyphens, with which they may; and without
/// the ligatures of fonts.
fn letters(text: &str) -> String {
    text.nfkc().filter(|letter| !letter.is_whitespace() && !['\u{2060}', '\u{ad}', '\u{200b}', '-', '\u{2010}'].contains(letter)).collect()
}
