//! What axe-core, Deque's checker of accessibility, finds.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use tests::{npm, visit::Visit};

/// All rules, and that of WCAG 2.2 which has to be asked for.
pub(crate) const EVERY_RULE: &str = "{ rules: { 'target-size': { enabled: true } } }";
/// What colours can change.
pub(crate) const RULES_OF_COLOUR: &str = "{ runOnly: ['color-contrast', 'link-in-text-block'] }";
/// What forced colours can change. Those of text are the reader's own; axe-core would take the colour that fills the letters,
/// of which Chromium says what it would be if it were not forced.
pub(crate) const RULES_WHERE_FORCED: &str = "{ rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: true } } }";

/// Of what is alike, the first few stand for all; and of what surrounds the part in question, nothing is left but what
/// it stands in. The checker looks at every element several times. What is laid out only when it comes near has no size before,
/// so that all of it is laid out.
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

/// Makes the checker known to the page, of which no more is left than it needs.
pub(crate) async fn prepare(visit: &Visit, script: &str, part: &str) -> Result<()> {
    visit.run(THIN, vec![Value::from(part)]).await?;
    visit.run(script, Vec::new()).await?;
    Ok(())
}

/// The checker's script, from npm.
pub(crate) fn script() -> Result<String> {
    let file = npm::folder("access")?.join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file).with_context(|| file.display().to_string())
}

/// Returns the rule violations in the part of the page that matches the selector `part`.
pub(crate) async fn violations(visit: &Visit, part: &str, rules: &str) -> Result<Vec<String>> {
    let script = format!(
        "const tell = arguments[arguments.length - 1]; \
         axe.run({part:?}, Object.assign({{ resultTypes: ['violations'], iframes: false }}, {rules})).then(({{ violations }}) => tell(violations.flatMap(({{ id, nodes }}) => \
         nodes.map(node => id + ': ' + node.html.slice(0, 160) + ' ' + node.any.concat(node.all, node.none).map(check => check.message).join('; ')))), \
         error => tell([String(error)]))"
    );
    let told = visit.run_async(&script, Vec::new()).await.context("axe-core")?;
    let told = told.as_array().cloned().context("a list of violations")?;
    Ok(told.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// What is written in drawings in less than 4.5:1. Its colour is never forced, and axe-core does not look at it. Only grounds
/// that are white are known: those of forced colours.
const PALE: &str = "
    const light = colour => {
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(n => n / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const plain = e => e.checkVisibility() && !e.parentElement.closest('svg').querySelector('rect, path') && getComputedStyle(e).fill.startsWith('rgb');
    return [...document.querySelectorAll('svg text')].filter(plain).filter(e => 1.05 / (light(getComputedStyle(e).fill) + 0.05) < 4.5).map(e => e.outerHTML.slice(0, 140))";

/// What is written in drawings and cannot be read on a white ground.
pub(crate) async fn pale(visit: &Visit) -> Result<Vec<String>> {
    let told = visit.browser().execute(PALE, []).await?;
    Ok(serde_json::from_value(told.json().clone())?)
}
