//! Tests printing. Everything is on paper, with open cards, numbered sources and their addresses. One test prints PDFs,
//! and looks for texts of the content in them.

use crate::{
    access::overflow,
    reader::{CARD, check_open, edition},
};
use anyhow::{Context, Result, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::json;
use std::{fs, process::Command, sync::Arc};
use story::{Block, Edition, Source};
use tests::{
    engine::{Engine, Family, Script},
    fonts::Fonts,
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use unicode_normalization::UnicodeNormalization;
use xtask::system_program::SystemProgram;

pub(crate) const TESTS: &[Test] =
    tests![closed_cards_open_for_printing, what_lies_over_the_page_is_not_printed, nothing_is_wider_than_its_paper];

/// The fonts of the printed pages. The text of a PDF can be extracted only if its fonts have every letter, and the fonts
/// of this computer may lack some.
const FONTS: Fonts = Fonts::Noto;

/// A sheet of paper and its margins, in inches.
struct Paper {
    width: f64,
    height: f64,
    margin: f64,
}

const A4: Paper = Paper { width: 8.27, height: 11.69, margin: 0.4 };
const LETTER: Paper = Paper { width: 8.5, height: 11.0, margin: 0.4 };

impl Paper {
    const fn landscape(self) -> Self {
        Self { width: self.height, height: self.width, ..self }
    }

    const fn without_margins(self) -> Self {
        Self { margin: 0.0, ..self }
    }

    /// Returns the width between the margins, in CSS pixels.
    fn room(&self) -> f64 {
        (self.width - 2.0 * self.margin) * 96.0
    }

    async fn print(&self, visit: &Visit) -> Result<Vec<u8>> {
        let Self { width, height, margin } = self;
        let sheet = json!({
            "paperWidth": width, "paperHeight": height,
            "marginTop": margin, "marginBottom": margin, "marginLeft": margin, "marginRight": margin,
        });
        let printed = visit.browser().cdp().send_raw("Page.printToPDF", sheet).await.context("the page cannot be printed")?;
        Ok(BASE64_STANDARD.decode(printed["data"].as_str().context("the answer has no PDF")?)?)
    }
}

/// Common sheets: portrait with default margins, and portrait and landscape without margins.
const PAPERS: [Paper; 6] =
    [LETTER, A4, LETTER.without_margins(), A4.without_margins(), LETTER.landscape().without_margins(), A4.landscape().without_margins()];

pub(crate) fn without_fonts(_: Family, _: &Edition) -> Option<&'static str> {
    (!FONTS.available()).then_some("fonts cannot be chosen here")
}

pub(crate) async fn what_is_printed_is_complete(engine: Arc<Engine>) -> Outcome {
    let engine = engine.as_ref().clone().with_fonts(FONTS);
    // Some of these addresses lead to views that hide much on a screen. Readings are off, because a PDF has them
    // between the lines of the text.
    let printed = [
        ("/?depth=brief&ruby=off", story_texts()),
        ("/article/?ruby=off&kind=quote", statements()),
        ("/timeline/?ruby=off&threads=un", events()),
        ("/un-history/?ruby=off", resolutions()),
        ("/sources/?ruby=off", sources()),
    ];
    for ((address, texts), paper) in printed.into_iter().zip(PAPERS.iter().cycle()) {
        let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
        visit.go(address).await?;
        if visit.is("document.getElementById('app') != null").await? {
            visit.until_live().await?;
        }
        // The numbers of citations are also hidden, because they would be between the words.
        let bare = "const bare = new CSSStyleSheet(); bare.replaceSync('sup { display: none }'); document.adoptedStyleSheets = [bare]";
        visit.run(bare, Vec::new()).await?;
        let printed = letters(&text_of(&paper.print(&visit).await?)?);
        let missing: Vec<String> = texts.into_iter().filter(|text| !printed.contains(&letters(text))).collect();
        ensure!(missing.is_empty(), "{address}: {} texts are not printed: {:#?}", missing.len(), &missing[..missing.len().min(12)]);
    }
    Ok(())
}

async fn nothing_is_wider_than_its_paper(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    visit.browser().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let mut found = Vec::new();
    for address in ["/", "/un-history/", "/timeline/", "/abductions/", "/article/", "/un-history/hrc-25-25/", "/offline.html", "/data/"] {
        visit.go(address).await?;
        // The widths of all papers, and two widths between them.
        for width in PAPERS.iter().map(Paper::room).chain([768.0, 895.0]) {
            let width = width as u32;
            visit.browser().cdp().emulation().set_device_metrics_override(width, 1000, 1.0, false).await?;
            visit.until(&format!("innerWidth == {width}")).await?;
            found.extend(overflow::cut_on_paper(&visit).await?.into_iter().map(|what| format!("{address} on {width} px: {what}")));
        }
    }
    ensure!(found.is_empty(), "{} things are cut on paper:\n{}", found.len(), found.join("\n"));
    Ok(())
}

/// Checks that a popover or a dialog that is open on the screen is not printed.
async fn what_lies_over_the_page_is_not_printed(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    for (opener, open) in [
        ("#shift a.term", ".popover:popover-open"),
        ("#in-short [data-more]", "#cited:popover-open"),
        (".contents [popovertarget]", "#contents-list:popover-open"),
        ("button.share", "#share[open]"),
        ("button.search", "#search[open]"),
    ] {
        // A wide screen shows the contents beside the page, and has no button that opens the contents.
        if !visit.is(&format!("document.querySelector({opener:?}).checkVisibility()")).await? {
            continue;
        }
        visit.press(opener).await?;
        visit.until(&format!("document.querySelector({open:?})?.checkVisibility()")).await.with_context(|| opener.to_owned())?;
        visit.browser().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        visit.until(&format!("!document.querySelector({open:?}).checkVisibility()")).await.with_context(|| opener.to_owned())?;
        visit.browser().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        let close = format!("(open => open.close ? open.close() : open.hidePopover())(document.querySelector({open:?})) ?? null");
        visit.look(&close).await?;
    }
    Ok(())
}

/// Checks that a script opens closed cards before printing, and closes them afterwards. Browsers without
/// `::details-content` print closed cards without their content.
async fn closed_cards_open_for_printing(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let older = "const supports = CSS.supports.bind(CSS); CSS.supports = (...asked) => !asked.join().includes('details-content') && supports(...asked)";
    visit.browser().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": older })).await?;
    visit.go(&format!("/?open={CARD}")).await?;
    visit.until_live().await?;
    check_open(&visit, CARD).await?;
    let open = "[...document.querySelectorAll('details[open]')].map(card => card.id).join()";
    let (cards, address) = (visit.read(open).await?, visit.address().await?);
    for (event, expected) in
        [("beforeprint", "!document.querySelector('details:not([open])')".to_owned()), ("afterprint", format!("{open} == {cards:?}"))]
    {
        // The app handles an opened card in a later task, so the test waits for two animation frames.
        let printing = "dispatchEvent(new Event(arguments[0])); requestAnimationFrame(() => requestAnimationFrame(arguments[1]))";
        visit.browser().execute_async(printing, vec![json!(event)]).await?;
        visit.check(&expected).await.with_context(|| event)?;
    }
    visit.until(&format!("location.pathname + location.search + location.hash == {address:?}")).await
}

/// Returns the text of a PDF, in the order in which it is drawn.
fn text_of(pdf: &[u8]) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("printed.pdf");
    fs::write(&file, pdf)?;
    let mut reader = Command::new(SystemProgram::PdfToText.ready()?);
    let output = reader.args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-").output().context("pdftotext")?;
    ensure!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).context("the text of the PDF is not UTF-8")
}

/// Returns texts that must be on paper: sentences from the opening, from two introductions and from a card.
fn story_texts() -> Vec<String> {
    let texts = &edition().texts;
    let card = ["seventeen", "families"].into_iter().filter_map(|id| texts.abductions.section(id));
    let opening = texts.lead.sections.iter().filter(|section| section.id == "in-short");
    card.chain(opening)
        .flat_map(|section| &section.blocks)
        .chain(&texts.lead.introduction)
        .chain(&texts.why.introduction)
        .filter_map(|block| match block {
            Block::Paragraph(text) => Some(story::plain(text)),
            Block::Heading(_) | Block::Quote(_) | Block::List { .. } => None,
        })
        // A paragraph may continue in another column or on another page, so the test looks for sentences.
        .flat_map(|text| text.split_inclusive(['.', '。']).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn statements() -> Vec<String> {
    edition().statements.iter().flat_map(|statement| [story::plain(&statement.says), story::plain(&statement.adds)]).collect()
}

fn events() -> Vec<String> {
    edition().events.iter().map(|event| event.title.clone()).collect()
}

fn resolutions() -> Vec<String> {
    edition().resolutions.iter().map(|resolution| story::plain(&resolution.new)).collect()
}

fn sources() -> Vec<String> {
    let entry = |source: &Source| {
        let entry = [format!("{}.", source.number), source.title.clone()];
        entry.into_iter().chain(source.url.iter().chain(&source.copy).cloned()).collect::<Vec<_>>()
    };
    edition().sources.iter().flat_map(entry).collect()
}

/// Replaces the ligatures in `text` by their letters, and removes spaces, hyphens and invisible characters that control
/// line breaks.
fn letters(text: &str) -> String {
    text.nfkc().filter(|letter| !letter.is_whitespace() && !['\u{2060}', '\u{ad}', '\u{200b}', '-', '\u{2010}'].contains(letter)).collect()
}
