//! Finds elements that do not fit into the window or on paper. With wider text spacing, no text may be cut off (WCAG
//! 2.2, 1.4.12). At 400 % zoom, no page may need scrolling in two directions (1.4.10).

use anyhow::{Context, Result};
use serde_json::Value;
use tests::visit::Visit;

/// A script that sets the text spacing of WCAG 1.4.12. It uses a constructed style sheet, because the page's Content
/// Security Policy does not apply to such a sheet.
pub(super) const SPACED: &str = "
    const wide = new CSSStyleSheet();
    wide.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } \
        p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [wide]";

/// A script that lists elements that stick out of the window (at most three), are cut off, or have content that spills
/// over. It leaves out elements in areas with their own scroll bar.
const CRAMPED: &str = "
    const { scrollWidth, clientWidth } = document.documentElement;
    const forEyes = e => e.checkVisibility({ visibilityProperty: true }) && getComputedStyle(e).clipPath == 'none';
    const shown = [...document.querySelectorAll('body *:not(.visually-hidden *, svg *, [role=region] *)')].filter(forEyes);
    const told = e => e.outerHTML.slice(0, 140);
    return [
        ...scrollWidth > clientWidth ? shown.filter(e => e.getBoundingClientRect().right > clientWidth + 1).slice(-3).map(e => 'sticks out: ' + told(e)) : [],
        ...shown.filter(e => getComputedStyle(e).overflowX != 'visible' && !['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
            && !e.matches('input, select, textarea') && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map(e => 'is cut off: ' + told(e)),
        ...shown.filter(e => e.matches('button, label, summary, legend, th, td, dt, dd, h1, h2, h3, h4') && getComputedStyle(e).overflowX == 'visible'
            && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 2).map(e => 'spills over: ' + told(e)),
    ]";

/// Returns descriptions of the elements that [`CRAMPED`] lists in the current state of the page.
pub(super) async fn cramped(visit: &Visit) -> Result<Vec<String>> {
    let result = visit.browser().execute(CRAMPED, []).await?;
    let descriptions = result.json().as_array().cloned().context("the result is not a list")?;
    Ok(descriptions.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A script that lists elements that stick out of the paper (at most three), or whose content is cut off. Elements that
/// scroll on a screen count too, because paper does not scroll. The window must be as wide as the printed area.
const CUT: &str = "
    const { clientWidth } = document.documentElement;
    const shown = [...document.querySelectorAll('body *:not(.visually-hidden *, svg *)')].filter(e => e.checkVisibility({ visibilityProperty: true }));
    const out = shown.filter(e => e.getBoundingClientRect().right > clientWidth + 1 && getComputedStyle(e).clipPath == 'none');
    const hidden = shown.filter(e => getComputedStyle(e).overflowX != 'visible' && e.scrollWidth > e.clientWidth + 1 && !e.matches('.visually-hidden'));
    return [...out.slice(-3).map(e => 'sticks out: ' + e.outerHTML.slice(0, 140)), ...hidden.map(e => 'is cut off: ' + e.outerHTML.slice(0, 140))]";

/// Returns descriptions of the elements that [`CUT`] lists.
pub(crate) async fn cut_on_paper(visit: &Visit) -> Result<Vec<String>> {
    Ok(serde_json::from_value(visit.browser().execute(CUT, []).await?.json().clone())?)
}
