//! Tests the story on narrow screens. The lead is visible without scrolling, and no line begins with a citation.
//! Nothing needs horizontal scrolling except areas with their own scroll bar.

use crate::reader::{check_open, choose_depth, seen};
use anyhow::ensure;
use std::sync::Arc;
use story::Edition;
use tests::{
    conditions::large_text,
    engine::{Engine, Family},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![no_depth_scrolls_sideways, the_lead_is_in_the_first_screen unless unlike_a_phone, the_notes_of_words_fit, no_citation_begins_a_line];

/// Returns the reason to ignore a test of what a phone shows without scrolling. The result of the test depends on the
/// room that the text takes. Firefox and WebKit choose DejaVu Serif on Linux. It is wider than the serif fonts of
/// phones.
fn unlike_a_phone(family: Family, edition: &Edition) -> Option<&'static str> {
    match family {
        Family::Firefox | Family::WebKit => Some("it is about the fonts of phones"),
        Family::Chromium => large_text(family, edition),
    }
}

/// The width of a narrow phone, in CSS pixels.
const WIDTH: u32 = 320;
/// The widths of phones and the height of their screen, in CSS pixels.
const PHONES: ([u32; 2], u32) = ([WIDTH, 390], 844);

async fn no_depth_scrolls_sideways(engine: Arc<Engine>) -> Outcome {
    let visit = on_a_narrow_screen(&engine).await?;
    for depth in ["brief", "standard", "everything"] {
        choose_depth(&visit, depth).await?;
        if depth == "everything" {
            check_open(&visit, "un-history-card").await?;
        }
        check_fits(&visit).await.map_err(|error| error.context(depth))?;
    }
    Ok(())
}

async fn the_lead_is_in_the_first_screen(engine: Arc<Engine>) -> Outcome {
    let visit = on_a_narrow_screen(&engine).await?;
    let (widths, height) = PHONES;
    for width in widths {
        visit.narrow(width).await?;
        let fits = format!("e => e.getBoundingClientRect().bottom + scrollY <= {height}");
        visit.check(&format!("[...document.querySelectorAll('h1, .answer, .plates')].every({fits})")).await?;
        // The plates are in one row, with one line of names below them. The plate of the year of the decision has a
        // note.
        visit.check("new Set([...document.querySelectorAll('.plates svg')].map(e => e.getBoundingClientRect().top)).size == 1").await?;
        visit.check("[...document.querySelectorAll('.plates svg text')].every(e => !e.checkVisibility())").await?;
        for named in [".plate-names", ".plate-note"] {
            visit.check(&seen!(named)).await?;
        }
    }
    Ok(())
}

async fn the_notes_of_words_fit(engine: Arc<Engine>) -> Outcome {
    let visit = on_a_narrow_screen(&engine).await?;
    visit.press("#shift a.term").await?;
    visit.until("document.querySelector(':popover-open') != null").await?;
    visit
        .check("[document.querySelector(':popover-open').getBoundingClientRect()].every(at => at.left >= 0 && at.right <= innerWidth)")
        .await?;
    check_fits(&visit).await
}

async fn no_citation_begins_a_line(engine: Arc<Engine>) -> Outcome {
    let visit = on_a_narrow_screen(&engine).await?;
    choose_depth(&visit, "everything").await?;
    check_open(&visit, "un-history-card").await?;
    // A citation begins a line if the last letter before it is on the line above.
    let begins = "cite => { const text = cite.previousSibling, letter = document.createRange(); \
                  if (text?.nodeType != Node.TEXT_NODE || !cite.checkVisibility()) return false; \
                  letter.setStart(text, text.length - 1); letter.setEnd(text, text.length); \
                  const [last, number] = [letter, cite.firstElementChild].map(range => range.getClientRects()[0]); \
                  return number.left < last.left && number.top > last.bottom }";
    let found = format!("[...document.querySelectorAll('sup')].filter({begins}).map(cite => cite.parentElement.textContent.slice(0, 40))");
    let found = visit.look(&found).await?;
    ensure!(found.as_array().is_some_and(Vec::is_empty), "a line begins with a citation in {found:#}");
    Ok(())
}

async fn on_a_narrow_screen(engine: &Engine) -> anyhow::Result<Visit> {
    let visit = Visit::live(engine, "/").await?;
    visit.narrow(WIDTH).await?;
    Ok(visit)
}

/// Checks that the page is no wider than the window. The error names up to eight elements whose content goes beyond the
/// window.
async fn check_fits(visit: &Visit) -> Outcome {
    let fits = visit.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth").await?;
    let out = "[...document.querySelectorAll('body *:not([role=region] *)')].filter(e => e.checkVisibility() && getComputedStyle(e).overflowX == 'visible' && e.getBoundingClientRect().left \
               + e.scrollWidth > document.documentElement.clientWidth).map(e => e.outerHTML.slice(0, 120)).slice(-8).join('\\n')";
    ensure!(fits, "the page is wider than its window, among others because of\n{}", visit.read(out).await?);
    Ok(())
}
