//! Tests the figures. On a figure's own page, no words overlap. Figures can be shared and embedded. The figure of the
//! vote patterns highlights the countries that the reader follows.

use crate::reader::edition;
use anyhow::{Context, ensure};
use std::sync::Arc;
use story::vocabulary::{Ballot, Figure, Vocabulary};
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const OF_WIDTHS: &[Test] = tests![no_words_lie_on_others];

pub(crate) const TESTS: &[Test] =
    tests![a_figure_is_shared_where_it_stands, the_way_to_snippets_says_which_figure, followed_countries_stand_out, the_chart_is_annotated];

/// The widths of a narrow phone and of a wide screen, in CSS pixels.
const WIDTHS: [u32; 2] = [320, 1280];

/// An expression for the pairs of overlapping texts in the figure. The box of a text is higher than its letters, so the
/// expression ignores the upper and the lower fifth of the box. In vertical text, it ignores the left and the right
/// fifth.
const OVERLAPPING: &str = "(() => {
    const walker = document.createTreeWalker(document.querySelector('.piece'), NodeFilter.SHOW_TEXT);
    const boxes = [];
    for (let node; (node = walker.nextNode()); ) {
        const around = node.parentElement;
        if (!node.data.trim() || around.closest('.visually-hidden, script, [popover], .panel') || !around.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        // Text for screen readers only is clipped, or is in a clipped element.
        let isClipped = false;
        for (let outer = around; outer; outer = outer.parentElement) isClipped ||= getComputedStyle(outer).clipPath != 'none';
        if (isClipped) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
            const isTurned = getComputedStyle(around).writingMode != 'horizontal-tb';
            const [x, y] = isTurned ? [width / 5, 0] : [0, height / 5];
            if (width > 1 && height > 1) boxes.push({ node, left: left + x, right: right - x, top: top + y, bottom: bottom - y });
        }
    }
    const lieOn = (one, other) => one.node != other.node && one.left + 1 < other.right && other.left + 1 < one.right && one.top + 1 < other.bottom && other.top + 1 < one.bottom;
    return boxes.flatMap((one, at) => boxes.slice(at + 1).filter(other => lieOn(one, other)).map(other => `${one.node.data} / ${other.node.data}`));
})()";

async fn no_words_lie_on_others(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let mut overlapping = Vec::new();
    for figure in Figure::all() {
        let address = format!("/embed/{}/", figure.word());
        visit.go(&address).await?;
        for width in WIDTHS {
            visit.narrow(width).await?;
            let found = visit.look(OVERLAPPING).await?;
            if found.as_array().is_none_or(|pairs| !pairs.is_empty()) {
                overlapping.push(format!("{address} at {width} px: {found}"));
            }
        }
    }
    ensure!(overlapping.is_empty(), "{}", overlapping.join("\n"));
    Ok(())
}

async fn a_figure_is_shared_where_it_stands(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/?year=2014").await?;
    let text = "document.querySelector('#share .description').textContent";
    let field = "document.querySelector('#share textarea').value";
    // The link to a figure contains only the choices that the figure shows.
    for (figure, query) in [(Figure::Stairs, "?year=2014"), (Figure::Plates, ""), (Figure::VotePatterns, "")] {
        let link = format!(".share-figure[href$='embed/{}/']", figure.word());
        visit.press(&link).await?;
        visit.until(&format!("document.getElementById('share').open && {text} != ''")).await?;
        let address = format!("{}/embed/{}/{query}", visit.home(), figure.word());
        visit.until(&format!("{field} == {address:?}")).await.with_context(|| format!("{figure:?}"))?;
        visit
            .check(&format!("{text}.startsWith(document.querySelector({link:?}).closest('figure').querySelector('h2, h3').textContent)"))
            .await?;
        visit.press("#share [value='close']").await?;
        visit.until("!document.getElementById('share').open").await?;
    }
    visit.check_quiet().await
}

async fn the_way_to_snippets_says_which_figure(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    for figure in [Figure::Coast, Figure::VotePatterns] {
        visit.go(&format!("/embed/how/?part={}", figure.word())).await?;
        visit.check(&format!("document.querySelector('[name=part]').value == {:?}", figure.word())).await?;
        visit.until(&format!("document.querySelector('.preview iframe').src.endsWith('/embed/{}/')", figure.word())).await?;
    }
    // A value that is not the name of an embed is ignored.
    visit.go("/embed/how/?part=%3Cb%3E").await?;
    visit.check("document.querySelector('[name=part]').value == ''").await
}

/// Checks that the two notes on the chart of the police list are visible, on the page and in the embed of the figure.
async fn the_chart_is_annotated(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    for address in ["/abductions/", "/embed/police-list/"] {
        visit.go(address).await?;
        visit.check("[...document.querySelectorAll('#police-list text')].every(e => e.getBoundingClientRect().width > 0)").await?;
        visit.check("document.querySelectorAll('#police-list .annotation').length == 2").await?;
    }
    Ok(())
}

/// An expression for the highlighted names of countries beside their lines, and the number of highlighted lines.
const STANDING_OUT: &str = "[[...document.querySelectorAll('#vote-patterns b[data-picked]')].map(e => e.textContent).sort().join(), \
    document.querySelectorAll('#vote-patterns svg[data-picked]').length].join(' ')";

async fn followed_countries_stand_out(engine: Arc<Engine>) -> Outcome {
    let name = |iso3: &str| edition().countries.iter().find(|country| country.iso3 == iso3).map_or("", |country| &country.name);
    let visit = Visit::live(&engine, "/un-history/?countries=JPN.CHN").await?;
    let mut names = [name("JPN"), name("CHN")];
    names.sort_unstable();
    visit.until(&format!("{STANDING_OUT} == '{} 2'", names.join(","))).await?;
    // The highlighted line of a country shows the country's ballots.
    let ballots = edition().ballots_in_assembly().find(|(country, _)| country.iso3 == "CHN").context("China")?.1;
    ensure!(ballots.iter().all(|ballot| *ballot == Some(Ballot::No)), "China is the example of a country that only voted no");
    visit.check(&format!("[...document.querySelectorAll('#vote-patterns li')].find(e => e.textContent.includes({:?})).querySelector('svg[data-picked] [data-ballot=no]') != null", name("CHN"))).await?;
    visit.press(".chips button").await?;
    visit.until(&format!("{STANDING_OUT} == '{} 1'", name("CHN"))).await?;
    // The figure's own page has no app. A script in the page reads the countries from the address.
    visit.go("/embed/vote-patterns/?countries=JPN.CHN.XYZ").await?;
    visit.check(&format!("{STANDING_OUT} == 'CHN,JPN 2'")).await?;
    visit.check_quiet().await
}
