//! Tests embeds in host pages, for example in narrow columns, in WordPress, in hosts that do not listen, in a sandbox,
//! and in the colours that the publisher has chosen.

use super::{
    host::{Host, Hosted},
    listening::listening,
};
use anyhow::{Context, bail, ensure};
use serde_json::Value;
use std::{fs, sync::Arc};
use tests::{
    conditions::{large_text, text_is_large},
    engine::{Engine, Family},
    language,
    suite::{Outcome, Test},
    tests, written,
};
use thirtyfour::prelude::*;

pub(super) const TESTS: &[Test] = tests![
    every_embed_in_a_narrow_column,
    what_is_too_high_for_wordpress_is_cut unless large_text,
    what_is_opened_in_wordpress_can_be_scrolled unless large_text,
    a_plain_frame_has_nothing_to_scroll unless large_text,
    a_term_opens_at_the_word,
    the_app_runs_in_a_sandbox,
    an_isolated_host_shows_it,
    the_theme_is_the_publishers_choice,
    an_embed_leaves_the_host_page_alone,
    tab_enters_and_leaves_an_embed,
];

/// Checks each embed of the edition at widths from 280 to 960 px. The frame is as high as its content, and nothing
/// needs horizontal scrolling.
async fn every_embed_in_a_narrow_column(engine: Arc<Engine>) -> Outcome {
    let folder = format!("/{}embed/", language::folder());
    let embeds = written::pages().into_iter().filter(written::Page::is_framed).map(|page| page.path);
    let embeds: Vec<String> = embeds.filter(|path| path.starts_with(&folder)).collect();
    ensure!(embeds.len() > 20, "there are few embeds: {embeds:?}");
    let page = listening!("data.type === 'iframe-resized' && data.height");
    let hosted = Hosted::open(&engine, Host { page, ..Host::default() }).await?;
    for embed in embeds {
        for width in [280, 320, 480, WRITTEN_WIDTH, 960] {
            hosted.run(&format!("document.getElementById('column').style.width = '{width}px'")).await?;
            let address = format!("{}{embed}", hosted.visit.origin());
            let go = format!("const frame = document.querySelector('iframe'); if (frame.src != {address:?}) frame.src = {address:?}");
            hosted.run(&go).await?;
            hosted.enter().await?;
            hosted.visit.until(&format!("location.pathname == {embed:?} && innerWidth == {width}")).await?;
            hosted.check_fits(&format!("{embed} at {width} px")).await?;
            check_width(&hosted, &embed, width).await?;
            // The heights in the oEmbed answers are for text of the default size.
            if width == WRITTEN_WIDTH && !text_is_large() {
                check_written_height(&hosted, &embed).await?;
            }
        }
        let failed = "[...document.querySelectorAll('.failed-note')].some(note => note.checkVisibility())";
        hosted.visit.check(&format!("!({failed})")).await.with_context(|| embed.clone())?;
        // The test also opens all cards. It removes their ids, because the app ignores cards without an id.
        hosted.run("document.getElementById('column').style.width = '280px'").await?;
        hosted.enter().await?;
        let open = "for (const card of document.querySelectorAll('details')) { card.removeAttribute('id'); card.open = true }";
        hosted.visit.browser().execute(open, []).await?;
        hosted.visit.until("innerWidth == 280").await?;
        hosted.check_fits(&format!("{embed} with its cards open")).await?;
        check_width(&hosted, &embed, 280).await?;
    }
    Ok(())
}

/// The width of the column, in CSS pixels, for which the oEmbed answers give the height of an embed.
const WRITTEN_WIDTH: u16 = 600;
/// The largest height that WordPress gives a frame, in CSS pixels.
const HIGHEST: u64 = 1000;

/// Checks the height in the oEmbed answer of an embed. It differs by at most a sixth from the height of the embed, or
/// from [`HIGHEST`] if the embed is higher. The height of the embed depends on the language and the fonts.
async fn check_written_height(hosted: &Hosted<'_>, embed: &str) -> Outcome {
    let link = hosted.visit.read("document.querySelector(\"link[type='application/json+oembed']\")?.href ?? ''").await?;
    let file = link.strip_prefix(&written::base_url().join("")).with_context(|| format!("{embed} names no oEmbed answer: {link:?}"))?;
    let answer: Value = serde_json::from_slice(&fs::read(written::dist().join(file)).with_context(|| file.to_owned())?)?;
    let written = answer["height"].as_u64().context("the answer has no height")?;
    let shown = format!("Math.min(document.documentElement.scrollHeight, {HIGHEST})");
    let result = hosted.visit.until(&format!("Math.abs({written} - {shown}) * 6 <= {shown}")).await;
    ensure!(result.is_ok(), "{embed} is {} px high, and its oEmbed answer says {written}", hosted.visit.look(&shown).await?);
    Ok(())
}

/// The page of a WordPress host, which gives the frame a height between 200 and 1,000 px.
const WORDPRESS: &str = "<script>window.heard = 0; addEventListener('message', ({ source, data }) => {\
    const frame = document.querySelector('iframe'); if (source !== frame.contentWindow || data.message !== 'height') return;\
    heard = data.value; frame.height = Math.min(Math.max(data.value, 200), 1000) })</script>\
    <iframe src='EMBED' sandbox=allow-scripts width='100%' height=700 style='display:block;border:0'></iframe>";

async fn what_is_too_high_for_wordpress_is_cut(engine: Arc<Engine>) -> Outcome {
    let folder = format!("/{}embed/", language::folder());
    let hosted = Hosted::open(&engine, Host { embed: "/embed/threads/#?secret=Ab3dE6gH9k", page: WORDPRESS, ..Host::default() }).await?;
    let embeds = written::pages().into_iter().filter(written::Page::is_framed).map(|page| page.path);
    let mut cut = 0;
    for embed in embeds.filter(|path| path.starts_with(&folder)) {
        for width in [335, 600] {
            let address = format!("{}{embed}?at={width}#?secret=Ab3dE6gH9k", hosted.visit.origin());
            hosted
                .run(&format!(
                    "heard = 0; document.getElementById('column').style.width = '{width}px'; document.querySelector('iframe').src = {address:?}"
                ))
                .await?;
            hosted.visit.until("heard > 0").await?;
            hosted.enter().await?;
            let at = format!("location.pathname == {embed:?} && innerWidth == {width}");
            hosted.visit.until(&at).await.with_context(|| embed.clone())?;
            let fits = "document.documentElement.scrollHeight <= innerHeight && innerHeight <= 1000";
            hosted.visit.until(fits).await.with_context(|| format!("{embed} does not fit in a column of {width} px"))?;
            for selector in ["h1", "#whole"] {
                let is_seen = format!("document.querySelector('{selector}').getBoundingClientRect().bottom <= innerHeight");
                hosted.visit.until(&is_seen).await.with_context(|| format!("{selector} of {embed} at {width} px"))?;
            }
            let is_cut = hosted.visit.look("document.documentElement.dataset.cut === ''").await?;
            cut += usize::from(is_cut == true);
            let says_so = format!("document.querySelector('.show-all').checkVisibility() == {is_cut}");
            hosted.visit.until(&says_so).await.with_context(|| embed.clone())?;
        }
    }
    ensure!(cut > 0, "every embed fits, so this test proves nothing");
    // After a press on `.show-all`, the frame can be scrolled.
    hosted
        .run(&format!("document.querySelector('iframe').src = '{}{folder}un-history/#?secret=Ab3dE6gH9k'", hosted.visit.origin()))
        .await?;
    hosted.enter().await?;
    let there = format!("location.pathname == '{folder}un-history/' && document.documentElement.dataset.cut === ''");
    hosted.visit.until(&there).await?;
    // Firefox's driver presses only elements in the window, and the frame is higher than the window.
    hosted.run("document.querySelector('iframe').scrollIntoView({ block: 'end', behavior: 'instant' })").await?;
    hosted.enter().await?;
    hosted.visit.press(".show-all").await?;
    hosted.visit.until("document.documentElement.scrollHeight > 1500 && !document.querySelector('.show-all').checkVisibility()").await?;
    hosted.visit.until("getComputedStyle(document.documentElement).scrollbarWidth != 'none'").await
}

/// Opens cards in an embed that fits its frame at first. Checks that the embed is still not cut, and that the frame can
/// be scrolled if the content no longer fits.
async fn what_is_opened_in_wordpress_can_be_scrolled(engine: Arc<Engine>) -> Outcome {
    for (embed, opened) in [("/embed/", "details.part"), ("/embed/threads/", "#sources")] {
        let address = format!("{embed}#?secret=Ab3dE6gH9k");
        let hosted = Hosted::open(&engine, Host { embed: &address, page: WORDPRESS, ..Host::default() }).await?;
        hosted.run("document.getElementById('column').style.width = '600px'").await?;
        hosted.visit.until("heard > 0").await?;
        // Firefox's driver presses only elements in the window, and the frame is higher than the window.
        hosted.run("document.querySelector('iframe').scrollIntoView({ block: 'end', behavior: 'instant' })").await?;
        hosted.enter().await?;
        hosted.visit.until("innerHeight >= document.documentElement.scrollHeight").await?;
        for card in 0..hosted.visit.look(&format!("document.querySelectorAll({opened:?}).length")).await?.as_u64().unwrap_or_default() {
            hosted.visit.look(&format!("document.querySelectorAll({opened:?})[{card}].id = 'opened-{card}'")).await?;
            hosted.visit.press(&format!("#opened-{card} > summary")).await?;
            hosted.visit.until(&format!("document.getElementById('opened-{card}').open")).await?;
            if hosted.visit.is("document.documentElement.getBoundingClientRect().height > 1000").await? {
                break;
            }
        }
        hosted.visit.until("document.documentElement.dataset.cut == undefined").await?;
        let scrolls =
            "document.documentElement.scrollHeight <= innerHeight || getComputedStyle(document.documentElement).scrollbarWidth != 'none'";
        hosted.visit.until(scrolls).await.with_context(|| embed.to_owned())?;
    }
    Ok(())
}

/// Checks an embed in a host that does not listen. The frame keeps its height, and the embed is cut. The end of the
/// embed with the link to the site stays visible.
async fn a_plain_frame_has_nothing_to_scroll(engine: Arc<Engine>) -> Outcome {
    let page = "<iframe src='EMBED' width=335 height=700 style='display:block;border:0'></iframe>";
    let hosted = Hosted::open(&engine, Host { page, ..Host::default() }).await?;
    hosted.enter().await?;
    hosted.visit.until("document.documentElement.dataset.cut === '' && document.documentElement.scrollHeight <= innerHeight").await?;
    hosted.visit.check("document.querySelector('#whole').getBoundingClientRect().bottom <= innerHeight").await?;
    // A host that begins to listen later gets the full height.
    hosted
        .run(
            "addEventListener('message', ({ data }) => { if (data.type == 'iframe-resized') document.querySelector('iframe').height = data.height });\
             document.querySelector('iframe').contentWindow.postMessage({ type: 'iframe-get-child-dimensions' }, '*')",
        )
        .await?;
    hosted.check_fits("after the page has begun to listen").await?;
    hosted.visit.check("document.documentElement.dataset.cut == undefined").await
}

/// Checks that a popover opens directly above or below its term. The frame is as high as its content, so a popover at
/// the lower edge of the frame could be far from the term.
async fn a_term_opens_at_the_word(engine: Arc<Engine>) -> Outcome {
    let page = listening!("data.type === 'iframe-resized' && data.height");
    for embed in ["/embed/shift/", "/embed/un-history/"] {
        let hosted = Hosted::open(&engine, Host { embed, page, ..Host::default() }).await?;
        hosted.run("document.getElementById('column').style.width = '335px'").await?;
        hosted.check_fits(embed).await?;
        let term = "[...document.querySelectorAll('a.term')].find(term => term.checkVisibility())";
        hosted.visit.look(&format!("({term}).id = 'pressed'")).await?;
        hosted.visit.press("#pressed").await?;
        let opened = "document.querySelector('.popover:popover-open')";
        hosted.visit.until(&format!("{opened} != null && {opened} == document.activeElement")).await?;
        let at = "(box, word) => Math.min(Math.abs(box.top - word.bottom), Math.abs(word.top - box.bottom)) < 20 \
                  && box.left >= 0 && box.right <= innerWidth";
        hosted.visit.check(&format!("({at})(...[{opened}, pressed].map(element => element.getBoundingClientRect()))")).await?;
        hosted.visit.check("location.hash == ''").await?;
        hosted.check_quiet().await?;
    }
    Ok(())
}

/// Waits until the embed is as wide as the column, so that nothing needs horizontal scrolling. Until the host has set
/// the requested height, the vertical scroll bar uses some of the width.
async fn check_width(hosted: &Hosted<'_>, embed: &str, width: u16) -> Outcome {
    let fits = hosted.visit.until(&format!("document.documentElement.scrollWidth == {width}")).await;
    fits.with_context(|| format!("{embed} in a column of {width} px"))
}

async fn the_app_runs_in_a_sandbox(engine: Arc<Engine>) -> Outcome {
    let page = "<iframe src='EMBED' width=600 height=900 sandbox=allow-scripts></iframe>";
    let hosted = Hosted::open(&engine, Host { page, ..Host::default() }).await?;
    hosted.enter().await?;
    hosted.visit.until_live().await?;
    hosted.visit.check("origin == 'null'").await?;
    hosted.check_quiet().await
}

/// Checks that a host with the header `Cross-Origin-Embedder-Policy: require-corp` shows the embed. See
/// <https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy>.
async fn an_isolated_host_shows_it(engine: Arc<Engine>) -> Outcome {
    for sandbox in ["", "sandbox=allow-scripts"] {
        let page = format!("<iframe src='EMBED' width=600 height=900 {sandbox}></iframe>");
        let hosted = Hosted::open(&engine, Host { page: &page, is_isolated: true, ..Host::default() }).await?;
        hosted.enter().await?;
        hosted.visit.until_live().await.with_context(|| sandbox.to_owned())?;
        hosted.check_quiet().await?;
    }
    Ok(())
}

async fn the_theme_is_the_publishers_choice(engine: Arc<Engine>) -> Outcome {
    for (query, scheme) in
        [("?theme=dark", "dark"), ("?theme=light&utm_source=x", "light"), ("?theme=auto", "light dark"), ("?theme=<b>&x", "light dark")]
    {
        let embed = format!("/embed/threads/{query}");
        let hosted = Hosted::open(&engine, Host { embed: &embed, page: "<iframe src='EMBED'></iframe>", ..Host::default() }).await?;
        hosted.enter().await?;
        let actual = hosted.visit.read("getComputedStyle(document.documentElement).colorScheme").await?;
        ensure!(actual == scheme, "{query} makes the colour scheme {actual}");
    }
    Ok(())
}

/// Checks that an embed sends requests only to its own site, stores nothing, and does not change the focus, scroll
/// position or history of the host page.
async fn an_embed_leaves_the_host_page_alone(engine: Arc<Engine>) -> Outcome {
    let page = "<p style='height:1500px'></p><iframe src='EMBED' width=600 height=900></iframe>";
    let hosted = Hosted::open(&engine, Host { page, ..Host::default() }).await?;
    let history = hosted.visit.look("history.length").await?;
    hosted.enter().await?;
    hosted.visit.until_live().await?;
    hosted.visit.check("performance.getEntriesByType('resource').every(entry => entry.name.startsWith(origin))").await?;
    hosted.visit.check("document.cookie == '' && localStorage.length == 0 && sessionStorage.length == 0").await?;
    hosted.visit.check("document.fonts.size == 0").await?;
    hosted.visit.check("document.activeElement == document.body").await?;
    hosted.leave().await?;
    // WebKit's driver focuses a frame when it switches to the frame.
    let focus = if engine.family() == Family::WebKit { "IFRAME" } else { "BODY" };
    hosted.visit.check(&format!("document.activeElement.tagName == {focus:?} && scrollY == 0 && history.length == {history}")).await
}

async fn tab_enters_and_leaves_an_embed(engine: Arc<Engine>) -> Outcome {
    let page = "<button id=before>Before</button><iframe src='EMBED' width=600 height=600></iframe><button id=after>After</button>";
    let hosted = Hosted::open(&engine, Host { embed: "/embed/threads/", page, ..Host::default() }).await?;
    hosted.enter().await?;
    hosted.run("document.getElementById('before').focus()").await?;
    let tab = || async { hosted.visit.browser().action_chain().send_keys(Key::Tab).perform().await };
    tab().await?;
    hosted.visit.until("document.activeElement.tagName == 'IFRAME'").await.context("the Tab key does not reach the embed")?;
    // The focus stops at fewer than 40 elements of the embed before it returns to the page.
    for _ in 0..40 {
        tab().await?;
        if hosted.visit.is("document.activeElement.id == 'after'").await? {
            return Ok(());
        }
    }
    bail!("the Tab key does not leave the embed")
}
