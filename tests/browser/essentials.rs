//! Tests the behaviour that every supported browser must have, including older builds of Chromium. All text can be
//! read, colours have enough contrast, and the page can be printed. Cards open, links lead to their targets, years can
//! be chosen, and there are no errors.
//!
//! By default, `cargo xtask test --browser older` runs only these tests, in older builds of Chromium. They use no
//! feature that the oldest of these builds lacks.

use crate::{
    access::axe,
    landing::a_link_to_a_place_is_there_at_once_and_stays,
    print::{what_is_printed_is_complete, without_fonts},
    reader::{CARD, check_open, check_readable, check_year, choose_year, go_to, open_everything, press_card, years},
};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![
    nothing_lies_over_the_text,
    cards_open_links_lead_and_years_are_shown,
    a_word_and_a_number_open_or_lead_to_what_they_name,
    a_link_to_a_place_is_there_at_once_and_stays,
];
pub(crate) const BY_DEVTOOLS: &[Test] = tests![
    colours_are_told_apart_in_both_themes,
    what_is_printed_is_complete unless without_fonts,
];

/// The addresses of pages of several kinds.
const PAGES: [&str; 10] = [
    "/",
    "/shift/",
    "/un-history/",
    "/timeline/",
    "/article/",
    "/print/",
    "/offline.html",
    "/no-such-page",
    "/embed/shift/",
    "/embed/threads/?theme=dark",
];

async fn nothing_lies_over_the_text(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let mut found = Vec::new();
    for address in PAGES {
        arrive(&visit, address).await?;
        let covered: Vec<String> = serde_json::from_value(visit.run(COVERED, Vec::new()).await?)?;
        found.extend(covered.into_iter().map(|what| format!("{address}: {what}")));
    }
    ensure!(found.is_empty(), "{} texts are covered:\n{}", found.len(), found[..found.len().min(20)].join("\n"));
    Ok(())
}

/// A script that lists the texts that another element covers with a background or with its own text. It first opens all
/// cards and lays them out.
const COVERED: &str = "
    const laidOut = new CSSStyleSheet();
    document.adoptedStyleSheets = [laidOut];
    laidOut.replaceSync('* { content-visibility: visible !important; transition: none !important }');
    for (const card of document.querySelectorAll('details')) card.open = true;
    const isIn = (x, y) => r => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom;
    const rectsOf = text => { const range = document.createRange(); range.selectNodeContents(text); return [...range.getClientRects()]; };
    const hides = (over, of, x, y) => {
        for (let e = over; e && !e.contains(of); e = e.parentElement) {
            const { opacity, backgroundColor, backgroundImage } = getComputedStyle(e);
            if (opacity == 0) return false;
            const written = e == over && [...e.childNodes].some(child => child.nodeType == 3 && child.data.trim() && rectsOf(child).some(isIn(x, y)));
            if (written || backgroundImage != 'none' || !/, 0.$/.test(backgroundColor)) return true;
        }
        return false;
    };
    const clipped = e => e && (getComputedStyle(e).clipPath != 'none' || clipped(e.parentElement));
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), covered = [];
    for (let text; text = texts.nextNode();) {
        const of = text.parentElement;
        if (!text.data.trim() || !of.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }) || clipped(of) || of.closest('option')) continue;
        const place = () => rectsOf(text).find(({ width, height }) => width > 1 && height > 1);
        let at = place();
        if (!at) continue;
        if (at.top < innerHeight * 0.3 || at.bottom > innerHeight * 0.7) {
            scrollTo({ top: at.top + scrollY - innerHeight / 2, behavior: 'instant' });
            at = place();
        }
        const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
        const there = document.elementFromPoint(x, y);
        if (there && !of.contains(there) && hides(there, of, x, y)) covered.push(`${text.data.trim().slice(0, 40)} by ${there.outerHTML.slice(0, 120)}`);
    }
    return covered";

async fn cards_open_links_lead_and_years_are_shown(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, decision, _) = years();
    press_card(&visit, CARD).await?;
    check_open(&visit, CARD).await?;
    check_year(&visit, decision).await?;
    choose_year(&visit, first).await?;
    check_year(&visit, first).await?;
    visit.until(&format!("['open={CARD}', 'year={first}'].every(part => location.search.includes(part))")).await?;
    go_to_part(&visit, "what-next").await?;
    visit.until("[document.querySelector(':target')].every(place => place.id == 'what-next' && place.getBoundingClientRect().top < innerHeight)").await?;
    open_everything(&visit).await?;
    check_open(&visit, "un-history-card").await?;
    check_readable(&visit).await?;
    check_quiet(&visit).await
}

/// In the list of contents, follows the link to `part`. In browsers without popovers, the list is always open.
async fn go_to_part(visit: &Visit, part: &str) -> Outcome {
    if opens_popovers(visit).await? {
        return go_to(visit, part).await;
    }
    // The list is below the bar.
    let tops = "['#contents-list', '.contents button.search'].map(place => document.querySelector(place).getBoundingClientRect())";
    visit.check(&format!("({tops}).reduce((list, bar) => list.top >= bar.bottom - 1)")).await?;
    visit.press(&format!("#contents-list a[href='#{part}']")).await
}

/// Returns whether the browser supports popovers. If so, terms and numbers of sources open a box beside the text.
/// Otherwise they are links to their entries.
async fn opens_popovers(visit: &Visit) -> Result<bool> {
    visit.is("HTMLElement.prototype.showPopover != null").await
}

async fn a_word_and_a_number_open_or_lead_to_what_they_name(engine: Arc<Engine>) -> Outcome {
    for (link, opened, leads_to) in [("#shift a.term", "[id^=word-]", "#term-"), ("#in-short sup a", "#cited", "#s")] {
        let visit = Visit::live(&engine, "/").await?;
        visit.press(link).await?;
        let condition = if opens_popovers(&visit).await? {
            visit.until(&format!("document.querySelector('{opened}:popover-open') != null")).await?;
            format!(
                "[document.querySelector('{opened}:popover-open').getBoundingClientRect()].every(at => at.top >= 0 && at.bottom <= innerHeight)"
            )
        } else {
            format!(
                "location.hash.startsWith('{leads_to}') && document.querySelector(':target')?.getBoundingClientRect().top < innerHeight"
            )
        };
        visit.until(&condition).await.with_context(|| link.to_owned())?;
        check_quiet(&visit).await?;
    }
    Ok(())
}

async fn colours_are_told_apart_in_both_themes(engine: Arc<Engine>) -> Outcome {
    let axe = axe::script()?;
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let mut found = Vec::new();
    for address in PAGES {
        arrive(&visit, address).await?;
        axe::prepare(&visit, &axe, "html").await?;
        let mut grounds = Vec::new();
        for theme in ["light", "dark"] {
            let theme_feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
            visit.browser().cdp().send_raw("Emulation.setEmulatedMedia", theme_feature).await?;
            let pale = axe::violations(&visit, "html", axe::RULES_OF_COLOUR).await?;
            found.extend(pale.into_iter().map(|what| format!("{address}, {theme}: {what}")));
            let black = visit.look(BLACK).await?;
            found.extend(black.as_array().into_iter().flatten().map(|what| format!("{address}, {theme}: has no colour: {what}")));
            grounds.push(visit.read("getComputedStyle(document.documentElement).backgroundColor").await?);
        }
        let fixed = address.contains("theme=") || address == "/print/";
        ensure!(fixed == (grounds[0] == grounds[1]), "{address} is drawn on {grounds:?}");
    }
    ensure!(found.is_empty(), "{} colours cannot be told apart:\n{}", found.len(), found[..found.len().min(20)].join("\n"));
    Ok(())
}

/// An expression for up to three shapes that are black because no style sets their colour. The styles of the page never
/// set this black.
const BLACK: &str = "[...document.querySelectorAll('svg *')].filter(e => e.getClientRects().length && e.getBoundingClientRect().height > 0 \
    && !e.closest('defs') && e instanceof SVGGeometryElement && getComputedStyle(e).fill == 'rgb(0, 0, 0)' && getComputedStyle(e).stroke == 'none' && e.checkVisibility({ checkVisibilityCSS: true })) \
    .slice(0, 3).map(e => e.outerHTML.slice(0, 120))";

/// A part of the message with which older versions of Chromium report the attribute `popover`. These versions do not
/// support the attribute.
const OLD_NEWS: &str = "Found a 'popover' attribute.";

/// Checks that the browser reports no errors or warnings, except about the attribute `popover`.
async fn check_quiet(visit: &Visit) -> Outcome {
    let complaints: Vec<String> = visit.complaints().await?.into_iter().filter(|complaint| !complaint.contains(OLD_NEWS)).collect();
    ensure!(complaints.is_empty(), "the browser complains: {complaints:#?}");
    Ok(())
}

async fn arrive(visit: &Visit, address: &str) -> Outcome {
    visit.go(address).await?;
    if visit.is("document.getElementById('app') != null").await? {
        visit.until_live().await?;
    }
    Ok(())
}
