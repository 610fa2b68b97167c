//! Tests that a reader can complete tasks with the keyboard alone. The tests also check that each focused element has a
//! visible outline, is in the window, and is not covered (WCAG 2.2, 2.4.7 and 2.4.11).

use crate::{
    reader::{check_address, check_open, edition, seen},
    timeline::span,
};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(super) const TESTS: &[Test] = tests![
    the_story_is_read_by_keyboard,
    a_year_and_a_count_are_chosen_by_keyboard,
    a_vote_is_explored_by_keyboard,
    the_timeline_is_narrowed_by_keyboard,
    a_statement_is_found_by_keyboard,
    a_link_is_shared_by_keyboard,
    an_embed_is_read_by_keyboard,
    a_snippet_is_made_by_keyboard,
    everything_can_be_reached_in_the_order_of_the_page,
];

/// The largest number of Tab presses in [`Keys::tab_to`]. No task needs that many.
const FAR: usize = 400;

/// A script that records each element that gets the focus, and the reason if its focus is not visible. The outline may
/// be around the element, its label or its next sibling. An outline of less than two pixels does not count.
const WATCH: &str = "
    window.stops = [];
    const seen = e => {
        const style = getComputedStyle(e), at = e.getClientRects()[0];
        return at && style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 2 && at.width > 1 && at.height > 1
            && e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    const open = e => {
        const at = e.getClientRects()[0];
        const [left, right] = [Math.max(at.left, 0), Math.min(at.right, innerWidth)], [top, bottom] = [Math.max(at.top, 0), Math.min(at.bottom, innerHeight)];
        if (left >= right || top >= bottom) return false;
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return over && (e.contains(over) || over.contains(e) || over.closest('label')?.contains(e));
    };
    addEventListener('focusin', ({ target }) => {
        const stop = { target };
        stops.push(stop);
        // Some browsers scroll to the element, and draw the outline, some frames later.
        const look = frames => requestAnimationFrame(() => {
            const shown = [target, target.closest('label'), target.nextElementSibling].find(e => e && seen(e));
            const is = !shown ? 'has no line around it' : !open(shown) ? 'is hidden' : '';
            if (is && frames) look(frames - 1); else stop.is = is;
        });
        look(30);
    });";

/// A reader who uses the keyboard alone.
struct Keys<'a>(&'a Visit);

impl<'a> Keys<'a> {
    /// Starts to record the focus on the page of `visit`.
    async fn on(visit: &'a Visit) -> Result<Self> {
        visit.browser().execute(WATCH, []).await?;
        Ok(Self(visit))
    }

    /// Presses keys, and waits until [`WATCH`] has found out for each focused element whether its focus is visible.
    async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.0.browser().action_chain().send_keys(keys).perform().await?;
        self.0.until("stops.every(stop => stop.is != null)").await
    }

    /// Presses Tab until an element that matches `selector` has the focus.
    async fn tab_to(&self, selector: &str) -> Result<()> {
        for _ in 0..FAR {
            self.press(Key::Tab).await?;
            if self.0.is(&format!("document.activeElement.matches({selector:?})")).await? {
                return Ok(());
            }
        }
        anyhow::bail!("the Tab key does not reach {selector}")
    }

    /// Presses Shift+Tab once, and waits as [`Keys::press`] does.
    async fn back(&self) -> Result<()> {
        let back = self.0.browser().action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
        back.perform().await?;
        self.0.until("stops.every(stop => stop.is != null)").await
    }

    async fn until_at(&self, selector: &str) -> Result<()> {
        self.0.until(&format!("document.activeElement.matches({selector:?})")).await
    }

    /// Checks that the focus stopped at least once, and that it was visible at every stop.
    async fn arrived(self) -> Outcome {
        self.0.check("stops.length > 0").await?;
        let hidden =
            self.0.look("stops.filter(stop => stop.is).map(({ target, is }) => `${target.outerHTML.slice(0, 140)} ${is}`)").await?;
        let hidden = hidden.as_array().context("the result is not a list of stops")?;
        ensure!(hidden.is_empty(), "the focus is invisible at {} stops: {:#?}", hidden.len(), &hidden[..hidden.len().min(8)]);
        Ok(())
    }
}

async fn the_story_is_read_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let keys = Keys::on(&visit).await?;
    keys.press(Key::Tab).await?;
    keys.until_at(".skip").await?;
    keys.tab_to("[name=depth]").await?;
    keys.press(Key::Left).await?;
    check_address(&visit, "/?depth=brief").await?;
    keys.press(Key::Right).await?;
    check_address(&visit, "/").await?;
    keys.tab_to(".contents [popovertarget]").await?;
    keys.press(Key::Enter).await?;
    keys.tab_to("#contents-list a[href='#abductions']").await?;
    keys.press(Key::Enter).await?;
    visit.until("location.hash == '#abductions'").await?;
    // The next Tab starts from the target of the link.
    keys.tab_to("#abductions-card > summary").await?;
    keys.press(Key::Enter).await?;
    check_open(&visit, "abductions-card").await?;
    keys.tab_to("main a.term").await?;
    keys.press(Key::Enter).await?;
    visit.until("document.querySelector(':popover-open') != null").await?;
    keys.press(Key::Escape).await?;
    visit.until("document.querySelector(':popover-open') == null").await?;
    keys.until_at("main a.term").await?;
    keys.tab_to("a[role=doc-noteref]").await?;
    keys.press(Key::Enter).await?;
    visit.until("document.querySelector('#cited:popover-open') == document.activeElement").await?;
    keys.press(Key::Escape).await?;
    visit.until("document.querySelector(':popover-open') == null").await?;
    keys.until_at("a[role=doc-noteref]").await?;
    keys.arrived().await
}

async fn a_year_and_a_count_are_chosen_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let keys = Keys::on(&visit).await?;
    keys.tab_to("[name=year]").await?;
    let year = visit.read("document.activeElement.value").await?;
    keys.press(Key::Left).await?;
    visit.until(&format!("document.activeElement.value < {year:?} && document.activeElement.checked")).await?;
    visit.until("location.search == `?year=${document.activeElement.value}`").await?;
    keys.arrived().await?;
    let visit = Visit::live(&engine, "/abductions/").await?;
    let keys = Keys::on(&visit).await?;
    keys.tab_to("[name=count]").await?;
    keys.press(Key::Down).await?;
    visit.until("location.search == `?count=${document.activeElement.value}`").await?;
    keys.arrived().await
}

async fn a_vote_is_explored_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let keys = Keys::on(&visit).await?;
    // The section `since-2008` is the last one before the checkboxes for the bodies.
    visit.look("location.hash = 'since-2008'").await?;
    keys.tab_to("[name=body][value=council]").await?;
    keys.press(" ").await?;
    check_address(&visit, "/un-history/?body=council#since-2008").await?;
    visit.look("location.hash = 'un-history'").await?;
    keys.tab_to("select[name=resolution]").await?;
    keys.press(Key::Down).await?;
    visit.until("location.search.includes('resolution=')").await?;
    keys.tab_to("input[name=country]").await?;
    keys.press("JPN").await?;
    keys.press(Key::Enter).await?;
    visit.until("document.querySelectorAll('.chips li').length == 1").await?;
    keys.tab_to(".chips button").await?;
    keys.press(Key::Enter).await?;
    visit.until("document.querySelectorAll('.chips li').length == 0").await?;
    keys.arrived().await
}

async fn the_timeline_is_narrowed_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/timeline/").await?;
    let keys = Keys::on(&visit).await?;
    visit.look("location.hash = 'timeline'").await?;
    keys.tab_to("[name=threads][value=un]").await?;
    keys.press(" ").await?;
    keys.tab_to("[name=span]").await?;
    // The radio button for all years is before those for the spans.
    let (from, to) = span();
    let index = edition().spans.iter().position(|span| span.from == Some(from)).context("the span is in the content")?;
    for _ in 0..=index {
        keys.press(Key::Down).await?;
    }
    visit.until(&format!("location.search.includes('threads=un&span={from}-{to}')")).await?;
    keys.tab_to("#timeline [value=next]").await?;
    keys.press(Key::Enter).await?;
    keys.until_at(".event-title a").await?;
    keys.press("j").await?;
    keys.press(Key::Enter).await?;
    visit.until("location.hash.startsWith('#event-')").await?;
    keys.arrived().await
}

async fn a_statement_is_found_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/article/").await?;
    let keys = Keys::on(&visit).await?;
    visit.look("location.hash = 'article'").await?;
    keys.tab_to("[name=kind]").await?;
    keys.press(Key::Down).await?;
    visit.until("location.search.includes('kind=')").await?;
    keys.tab_to(".statement .anchor").await?;
    keys.press(Key::Enter).await?;
    visit.until("location.hash.startsWith('#statement-')").await?;
    keys.arrived().await
}

async fn a_link_is_shared_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let keys = Keys::on(&visit).await?;
    keys.tab_to("button.share").await?;
    keys.press(Key::Enter).await?;
    keys.until_at("#share [value=copy]").await?;
    keys.back().await?;
    keys.until_at("#share textarea").await?;
    keys.tab_to("#share summary").await?;
    keys.press(Key::Enter).await?;
    visit.until(&seen!("#share svg")).await?;
    // The focus stays in the dialog.
    for _ in 0..4 {
        keys.press(Key::Tab).await?;
    }
    visit.check("stops.slice(stops.findIndex(stop => stop.target.value == 'copy')).every(stop => stop.target.closest('#share'))").await?;
    keys.press(Key::Escape).await?;
    visit.until("!document.getElementById('share').open").await?;
    keys.until_at("button.share").await?;
    keys.arrived().await
}

async fn an_embed_is_read_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/embed/years/").await?;
    let keys = Keys::on(&visit).await?;
    keys.tab_to("[name=year]").await?;
    keys.press(Key::Left).await?;
    visit.until("document.querySelector('[name=year]:checked') == document.activeElement").await?;
    keys.tab_to("details > summary").await?;
    keys.press(Key::Enter).await?;
    visit.until("document.activeElement.parentElement.open").await?;
    keys.tab_to("#whole").await?;
    keys.arrived().await
}

async fn a_snippet_is_made_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.go("/embed/how/").await?;
    let keys = Keys::on(&visit).await?;
    let before = visit.read("document.querySelector('pre').textContent").await?;
    keys.tab_to("[name=part]").await?;
    keys.press(Key::Down).await?;
    visit.until(&format!("document.querySelector('pre').textContent != {before:?}")).await?;
    keys.tab_to("pre").await?;
    keys.tab_to(".snippet button").await?;
    keys.press(Key::Enter).await?;
    visit.until("document.querySelector('.status').textContent != ''").await?;
    keys.arrived().await
}

/// Checks that Tab reaches every control in the order of the page when every card is open.
async fn everything_can_be_reached_in_the_order_of_the_page(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/?depth=everything").await?;
    let keys = Keys::on(&visit).await?;
    // All sources have the same markup, so ten of them are enough.
    visit.browser().execute("document.querySelectorAll('.sources > li:nth-of-type(n+11)').forEach(more => more.remove())", []).await?;
    // Tab reaches only the checked radio button of a group.
    let controls = "[...document.querySelectorAll('a[href]:not([aria-hidden=true] *), button, input, select, textarea, summary, [tabindex=\"0\"]')].filter(e => \
        e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !(e.type == 'radio' && document.querySelector(`[type=radio][name=${e.name}]:checked`) != e))";
    visit.browser().execute(format!("window.controls = {controls}"), []).await?;
    let count = visit.look("controls.length").await?.as_u64().context("the result is not a number")?;
    ensure!(count > 300, "there are few controls: {count}");
    let mut reached = 0;
    while reached < count {
        for _ in 0..50 {
            keys.press(Key::Tab).await?;
        }
        let stops = visit.look("stops.length").await?.as_u64().context("the result is not a number")?;
        if stops == reached {
            break;
        }
        reached = stops;
    }
    let left_out = visit.look("controls.filter(e => !stops.some(stop => stop.target == e)).map(e => e.outerHTML.slice(0, 140))").await?;
    ensure!(left_out == Value::Array(Vec::new()), "the Tab key skips {left_out:#}");
    let first = "stops.findIndex(({ target }, nth) => nth > 0 && nth < controls.length && !(stops[nth - 1].target.compareDocumentPosition(target) & 4))";
    let place = visit.look(&format!("[{first}].map(nth => nth < 0 ? '' : stops[nth].target.outerHTML.slice(0, 140))[0]")).await?;
    ensure!(place == "", "the Tab key goes back to {place}");
    keys.arrived().await
}
