//! Commands for older versions of Chromium. These versions do not answer all commands of today's driver. So the
//! functions of this module use the Chrome DevTools Protocol.

use super::Visit;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// The first version of Chromium that is known to answer all commands of today's driver. Version 119 does not report
/// the document that an element belongs to.
const FIRST_FOR_THE_DRIVER: u32 = 126;

/// Returns whether the browser is older than [`FIRST_FOR_THE_DRIVER`].
pub(super) async fn is_needed(browser: &WebDriver) -> Result<bool> {
    let answer = browser.cdp().send_raw("Browser.getVersion", json!({})).await?;
    let product = answer["product"].as_str().unwrap_or_default();
    let version = product.split(['/', '.']).nth(1).and_then(|number| number.parse::<u32>().ok());
    Ok(version.is_some_and(|version| version < FIRST_FOR_THE_DRIVER))
}

impl Visit {
    /// Returns the value of a JavaScript expression in the page. If the value is a promise, returns its result. Fails
    /// if the expression throws or the promise is rejected.
    pub(super) async fn evaluate(&self, expression: &str) -> Result<Value> {
        let parameters = json!({ "expression": format!("({expression})"), "returnByValue": true, "awaitPromise": true });
        let mut answer = self.browser.cdp().send_raw("Runtime.evaluate", parameters).await.with_context(|| expression.to_owned())?;
        ensure!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["result"]["description"]);
        Ok(answer["result"]["value"].take())
    }

    /// Presses the first element that matches `selector`, in the middle of its first client rectangle.
    pub(super) async fn press_by_pointer(&self, selector: &str) -> Result<()> {
        let middle = "(e => (e.scrollIntoView({ block: 'nearest', behavior: 'instant' }), \
                      [e.getClientRects()[0]].map(r => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 }))[0]))";
        let at = self.evaluate(&format!("{middle}(document.querySelector({selector:?}))")).await?;
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": at["x"], "y": at["y"], "button": "left", "clickCount": 1 });
            self.browser.cdp().send_raw("Input.dispatchMouseEvent", event).await.with_context(|| format!("pressing {selector}"))?;
        }
        Ok(())
    }
}
