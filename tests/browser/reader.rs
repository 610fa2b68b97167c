//! What a reader of this page does and sees: years, depths, cards. Where a test has to choose one, the content says
//! which there are.

use anyhow::{Context, Result, ensure};
use tests::{language, visit::Visit};
use thirtyfour::prelude::*;

/// Whether an element is to be seen: rendered, not hidden by style, and of some size. For use in expressions. Chromium before 121 knows
/// the first option by its second name alone.
macro_rules! seen {
    ($selector:expr) => {
        format!(
            "[document.querySelector({:?})].every(e => e.checkVisibility({{ visibilityProperty: true, checkVisibilityCSS: true, \
             contentVisibilityAuto: true }}) && e.getBoundingClientRect().height > 0)",
            $selector
        )
    };
}
pub(crate) use seen;
pub(crate) use tests::language::edition;

/// The card that most tests open.
pub(crate) const CARD: &str = "abductions-card";

/// The first year, that of the decision, and the last.
pub(crate) fn years() -> (i16, i16, i16) {
    let years = &edition().shift.years;
    let (first, last) = years.first().zip(years.last()).expect("the loader demands years");
    (first.year, edition().decision.year, last.year)
}

/// The radio button of a year.
pub(crate) fn year_button(year: i16) -> String {
    format!("input[name='year'][value='{year}']")
}

/// Chooses a year by its label, as a pointer or finger does.
pub(crate) async fn choose_year(visit: &Visit, year: i16) -> Result<()> {
    visit.press(&format!("label:has({})", year_button(year))).await
}

/// Holds that `year` is chosen and told, and no other is.
pub(crate) async fn check_year(visit: &Visit, year: i16) -> Result<()> {
    let button = year_button(year);
    visit.until(&format!("document.querySelector({button:?}).checked")).await?;
    let told = "[...document.querySelectorAll('#shift [id^=panel-]')].filter(panel => panel.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }))\
                .map(panel => panel.id).join()";
    visit.until(&format!("{told} == 'panel-{year}'")).await
}

/// How the headings of the columns "before" and "after" look, with a bar between them. For use in expressions.
pub(crate) const BEFORE_AND_AFTER: &str = "['before', 'after'].map(side => getComputedStyle(document.querySelector(`#shift figure thead \
    .${side}`))).map(style => style.color + style.borderColor).join('|')";

/// Chooses a depth by its word in the markup.
pub(crate) async fn choose_depth(visit: &Visit, depth: &str) -> Result<()> {
    visit.press(&format!("label:has(input[name='depth'][value='{depth}'])")).await
}

/// Whether style can open cards here; where it cannot, and there is no script, the depth that would do so is not offered.
/// <https://developer.mozilla.org/docs/Web/CSS/::details-content>
pub(crate) async fn opens_cards_by_style(visit: &Visit) -> Result<bool> {
    visit.is("CSS.supports('selector(::details-content)')").await
}

/// Opens all cards, one by one where nothing can do it at once. The control for sharing is there where script is.
pub(crate) async fn open_everything(visit: &Visit) -> Result<()> {
    if opens_cards_by_style(visit).await? || visit.is("!document.querySelector('button.share').hidden").await? {
        return choose_depth(visit, "everything").await;
    }
    for card in visit.browser().find_all(By::Css("main details:not([open]) > summary")).await? {
        card.click().await?;
    }
    Ok(())
}

/// Presses an answer, as a pointer or finger does: the label.
pub(crate) async fn choose_answer(visit: &Visit, name: &str, value: &str) -> Result<()> {
    let label = format!("label:has([name='{name}'][value='{value}'])");
    visit.look(&format!("document.querySelector({label:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await?;
    visit.press(&label).await
}

/// Opens or closes a card.
pub(crate) async fn press_card(visit: &Visit, id: &str) -> Result<()> {
    visit.press(&format!("#{id} > summary")).await
}

/// Holds that a card is open, and that what is in it is to be seen.
pub(crate) async fn check_open(visit: &Visit, id: &str) -> Result<()> {
    visit.until(&format!("document.getElementById('{id}').open")).await?;
    visit.until(&seen!(format!("#{id} > :not(summary)"))).await
}

/// Holds that the address is `expected`, which it may still have to become.
pub(crate) async fn check_address(visit: &Visit, expected: &str) -> Result<()> {
    let expected = &format!("/{}{}", language::folder(), expected.trim_start_matches('/'));
    let same = format!("location.pathname + location.search + location.hash == {expected:?}");
    let came = visit.until(&same).await;
    ensure!(came.is_ok(), "the address is {}, not {expected}", visit.address().await?);
    Ok(())
}

/// Holds that at full depth, which is the one chosen, nothing that is told is hidden; only the lines that stand for whole
/// parts may give way to the parts themselves.
pub(crate) async fn check_readable(visit: &Visit) -> Result<()> {
    let told = "main :is(p, dt, dd, blockquote, caption, td, th, ol.events > li, [id^=statement-], [id^=voice-], [id^=term-], [id^=s])\
                :not([id^=panel-] *, [popover] *, .suggested, .drawn, .asking, thead *, .visually-hidden, .instruction, .brief, :empty)";
    // What is far away is laid out when the reader comes near, so the reader goes from one thing not yet seen to the next.
    let seen = "e => e.seen ||= e.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true, contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0";
    let next = format!("window.next = [...document.querySelectorAll({told:?})].find(e => !({seen})(e))");
    while let Some(place) = visit.look(&format!("({next})?.outerHTML.slice(0, 120)")).await?.as_str() {
        visit.look("next.scrollIntoView({ block: 'center', behavior: 'instant' })").await?;
        visit.until(&format!("({seen})(next)")).await.with_context(|| format!("not to be seen: {place}"))?;
    }
    Ok(())
}

/// Goes to a part by the contents, whose list opens where the screen is not wide.
pub(crate) async fn go_to(visit: &Visit, part: &str) -> Result<()> {
    if !visit.is(&seen!("#contents-list")).await? {
        visit.press(".contents [popovertarget]").await?;
    }
    visit.press(&format!("#contents-list a[href='#{part}']")).await?;
    // Where the page's own script is forbidden, nothing but the reader closes the list.
    if visit.is("document.querySelector('#contents-list:popover-open') != null").await? {
        visit.browser().action_chain().send_keys(Key::Escape).perform().await?;
    }
    Ok(())
}
