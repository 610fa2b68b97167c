//! Runs axe-core, Deque's accessibility checker. Also finds text in drawings that has too little contrast.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use tests::{npm, visit::Visit};

/// The options for axe-core's default rules and the rule for target sizes (WCAG 2.2), which is off by default.
pub(crate) const EVERY_RULE: &str = "{ rules: { 'target-size': { enabled: true } } }";
/// The options that run the rules whose result depends on colours.
pub(crate) const RULES_OF_COLOUR: &str = "{ runOnly: ['color-contrast', 'link-in-text-block'] }";
/// The options for a page with forced colours: the rules of [`EVERY_RULE`] without the contrast rule. Readers choose
/// the forced colours themselves, and Chromium reports the colour that the text would have without them.
pub(crate) const RULES_WHERE_FORCED: &str = "{ rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: true } } }";

/// A script that reduces the page before a check, because axe-core visits every element several times. Of a long list,
/// it keeps the first seven items, and the item that contains the part to check. If this part is not the whole page,
/// the script also removes the sections, the footer, the popovers and the dialogs outside of the part. It switches
/// `content-visibility: auto` off, because the content of an element with this style is not laid out until it is near
/// the window.
const THIN: &str = "
    const laidOut = new CSSStyleSheet();
    laidOut.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [laidOut];
    const part = document.querySelector(arguments[0]);
    for (const list of ['.sources > li', '.years > li', '.events > li', '.resolutions tr', '.statements > li', '.contents li', 'option'])
        for (const more of document.querySelectorAll(`${list}:nth-of-type(n+8)`)) if (!more.contains(part)) more.remove();
    if (part != document.documentElement)
        for (const other of document.querySelectorAll('main > *, .page > footer, [popover], dialog'))
            if (!other.contains(part) && !part.contains(other)) other.remove()";

/// Removes the elements that the check of `part` does not need, and loads axe-core into the page.
pub(crate) async fn prepare(visit: &Visit, script: &str, part: &str) -> Result<()> {
    visit.run(THIN, vec![Value::from(part)]).await?;
    visit.run(script, Vec::new()).await?;
    Ok(())
}

/// Returns the source of axe-core, from npm.
pub(crate) fn script() -> Result<String> {
    let file = npm::folder("access")?.join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file).with_context(|| file.display().to_string())
}

/// Returns the rule violations in the part of the page that matches the selector `part`. If axe-core fails, its error
/// is the only item.
pub(crate) async fn violations(visit: &Visit, part: &str, rules: &str) -> Result<Vec<String>> {
    let script = format!(
        "const tell = arguments[arguments.length - 1]; \
         axe.run({part:?}, Object.assign({{ resultTypes: ['violations'], iframes: false }}, {rules})).then(({{ violations }}) => tell(violations.flatMap(({{ id, nodes }}) => \
         nodes.map(node => id + ': ' + node.html.slice(0, 160) + ' ' + node.any.concat(node.all, node.none).map(check => check.message).join('; ')))), \
         error => tell([String(error)]))"
    );
    let result = visit.run_async(&script, Vec::new()).await.context("axe-core")?;
    let messages = result.as_array().cloned().context("the result is not a list of violations")?;
    Ok(messages.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A script that lists each text element in a drawing if its contrast with white is below 4.5:1. It leaves out drawings
/// that have rectangles or paths. Under forced colours, the text of drawings keeps its colour, the background is white,
/// and axe-core does not check the contrast.
const PALE: &str = "
    const light = colour => {
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(n => n / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const plain = e => e.checkVisibility() && !e.parentElement.closest('svg').querySelector('rect, path') && getComputedStyle(e).fill.startsWith('rgb');
    return [...document.querySelectorAll('svg text')].filter(plain).filter(e => 1.05 / (light(getComputedStyle(e).fill) + 0.05) < 4.5).map(e => e.outerHTML.slice(0, 140))";

/// Returns the text elements that [`PALE`] lists.
pub(crate) async fn pale(visit: &Visit) -> Result<Vec<String>> {
    let result = visit.browser().execute(PALE, []).await?;
    Ok(serde_json::from_value(result.json().clone())?)
}
