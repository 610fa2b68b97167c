//! The actions of a reader on this site, and checks of what the page shows. Years and other choices come from the
//! content.

use anyhow::{Context, Result, ensure};
use tests::{language, visit::Visit};
use thirtyfour::prelude::*;

/// Makes an expression that is true if the first element that matches a selector is visible. A visible element is
/// rendered, is not hidden by styles, and has a height.
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

/// The id of the card that most tests open.
pub(crate) const CARD: &str = "abductions-card";

/// Returns the first year, the year of the decision, and the last year.
pub(crate) fn years() -> (i16, i16, i16) {
    let years = &edition().shift.years;
    let (first, last) = years.first().zip(years.last()).expect("the loader demands years");
    (first.year, edition().decision.year, last.year)
}

pub(crate) fn year_button(year: i16) -> String {
    format!("input[name='year'][value='{year}']")
}

pub(crate) async fn choose_year(visit: &Visit, year: i16) -> Result<()> {
    visit.press(&format!("label:has({})", year_button(year))).await
}

/// Waits until `year` is chosen and only its panel is visible.
pub(crate) async fn check_year(visit: &Visit, year: i16) -> Result<()> {
    let button = year_button(year);
    visit.until(&format!("document.querySelector({button:?}).checked")).await?;
    let visible_panels = "[...document.querySelectorAll('#shift [id^=panel-]')].filter(panel => panel.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }))\
                .map(panel => panel.id).join()";
    visit.until(&format!("{visible_panels} == 'panel-{year}'")).await
}

/// An expression for the colours of the column headings "before" and "after" and of their borders. The two columns are
/// separated by `|`.
pub(crate) const BEFORE_AND_AFTER: &str = "['before', 'after'].map(side => getComputedStyle(document.querySelector(`#shift figure thead \
    .${side}`))).map(style => style.color + style.borderColor).join('|')";

pub(crate) async fn choose_depth(visit: &Visit, depth: &str) -> Result<()> {
    visit.press(&format!("label:has(input[name='depth'][value='{depth}'])")).await
}

/// Returns whether styles can open cards in this browser. The page offers the depth "everything" only if styles or a
/// script can open cards.
pub(crate) async fn opens_cards_by_style(visit: &Visit) -> Result<bool> {
    visit.is("CSS.supports('selector(::details-content)')").await
}

/// Opens all cards. Chooses the depth "everything" if the page offers it, and otherwise opens the cards one by one. A
/// visible share button shows that scripts run.
pub(crate) async fn open_everything(visit: &Visit) -> Result<()> {
    if opens_cards_by_style(visit).await? || visit.is("!document.querySelector('button.share').hidden").await? {
        return choose_depth(visit, "everything").await;
    }
    for card in visit.browser().find_all(By::Css("main details:not([open]) > summary")).await? {
        card.click().await?;
    }
    Ok(())
}

/// Presses the label of the radio button or checkbox with this name and value.
pub(crate) async fn choose_answer(visit: &Visit, name: &str, value: &str) -> Result<()> {
    let label = format!("label:has([name='{name}'][value='{value}'])");
    visit.look(&format!("document.querySelector({label:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await?;
    visit.press(&label).await
}

pub(crate) async fn press_card(visit: &Visit, id: &str) -> Result<()> {
    visit.press(&format!("#{id} > summary")).await
}

/// Waits until a card is open and its content is visible.
pub(crate) async fn check_open(visit: &Visit, id: &str) -> Result<()> {
    visit.until(&format!("document.getElementById('{id}').open")).await?;
    visit.until(&seen!(format!("#{id} > :not(summary)"))).await
}

/// Waits until the address within the edition is `expected`.
pub(crate) async fn check_address(visit: &Visit, expected: &str) -> Result<()> {
    let expected = &format!("/{}{}", language::folder(), expected.trim_start_matches('/'));
    let same = format!("location.pathname + location.search + location.hash == {expected:?}");
    let result = visit.until(&same).await;
    ensure!(result.is_ok(), "the address is {}, not {expected}", visit.address().await?);
    Ok(())
}

/// Checks that the paragraphs, quotations, definitions, tables and entries in `main` are visible. The depth
/// "everything" has to be chosen, or all cards have to be open. Panels, popovers, the findings at the start of parts
/// and some other texts may be hidden, because a page shows them only in some states.
pub(crate) async fn check_readable(visit: &Visit) -> Result<()> {
    let texts = "main :is(p, dt, dd, blockquote, caption, td, th, ol.events > li, [id^=statement-], [id^=voice-], [id^=term-], [id^=s])\
                :not([id^=panel-] *, [popover] *, .suggested, .drawn, .asking, thead *, .visually-hidden, .instruction, .brief, :empty)";
    // Browsers may lay out only the content near the window, so the test scrolls to each element that is not visible.
    let seen = "e => e.seen ||= e.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true, contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0";
    let next = format!("window.next = [...document.querySelectorAll({texts:?})].find(e => !({seen})(e))");
    while let Some(element) = visit.look(&format!("({next})?.outerHTML.slice(0, 120)")).await?.as_str() {
        visit.look("next.scrollIntoView({ block: 'center', behavior: 'instant' })").await?;
        visit.until(&format!("({seen})(next)")).await.with_context(|| format!("not visible: {element}"))?;
    }
    Ok(())
}

/// In the list of contents, follows the link to `part`. If the list is hidden, first presses the button that opens it.
pub(crate) async fn go_to(visit: &Visit, part: &str) -> Result<()> {
    if !visit.is(&seen!("#contents-list")).await? {
        visit.press(".contents [popovertarget]").await?;
    }
    visit.press(&format!("#contents-list a[href='#{part}']")).await?;
    // Without the page's own script, the list stays open until the reader closes it.
    if visit.is("document.querySelector('#contents-list:popover-open') != null").await? {
        visit.browser().action_chain().send_keys(Key::Escape).perform().await?;
    }
    Ok(())
}
