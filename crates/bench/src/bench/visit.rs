//! Visits a page in a new browser under given conditions, with the DevTools protocol. The commands do not wait for the
//! page to load. The browser itself generates the input events.

use super::quota::Quota;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::engine::{Engine, Session};
use tokio::time::sleep;

/// A JavaScript expression that is true when a page has loaded. If the page has an app, the app must have started too.
pub(super) const READY: &str = "document.readyState == 'complete' && (!document.querySelector('script#app') || measured.live != null)";

/// The limits on processor and network during a visit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditions {
    /// The factor by which the browser slows down the page's main thread.
    pub(super) cpu: u32,
    /// Whether the network is limited to 1.6 Mbit/s with a latency of 150 ms.
    pub(super) slow_network: bool,
    /// The share of one processor that the whole browser gets. `None` sets no limit.
    pub(super) share: Option<f64>,
}

/// A browser with one page. [`Visit::end`] closes the browser.
#[derive(Debug)]
pub(super) struct Visit {
    session: Session,
    // Rust drops the fields in order, so the quota is removed after the browser has ended.
    _quota: Option<Quota>,
}

impl Visit {
    /// Starts a browser. `observe.js` and `scripts` run in each page before the page's own scripts.
    pub(super) async fn start(engine: &Engine, conditions: Conditions, scripts: &[String]) -> Result<Self> {
        let session = engine.open_unawaited().await.context("a browser")?;
        let quota = conditions.share.map(|share| Quota::limit(share, session.process())).transpose()?;
        let visit = Self { session, _quota: quota };
        for script in [include_str!("observe.js")].into_iter().chain(scripts.iter().map(String::as_str)) {
            visit.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        }
        if conditions.slow_network {
            visit.send("Network.enable", json!({})).await?;
            let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000 });
            visit.send("Network.emulateNetworkConditions", slow).await?;
        }
        visit.send("Emulation.setCPUThrottlingRate", json!({ "rate": conditions.cpu })).await?;
        Ok(visit)
    }

    /// Sends a command of the DevTools protocol and returns the answer.
    pub(super) async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        self.session.cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    /// Starts the navigation to an address, without waiting for the page.
    pub(super) async fn navigate(&self, address: &str) -> Result<()> {
        self.send("Page.navigate", json!({ "url": address })).await?;
        Ok(())
    }

    /// Evaluates an expression in the page and returns its value. If the value is a promise, waits for its result.
    pub(super) async fn evaluate(&self, expression: &str) -> Result<Value> {
        let parameters = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = self.send("Runtime.evaluate", parameters).await?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("{expression}: {}", thrown["exception"]["description"]);
        }
        Ok(answer["result"]["value"].take())
    }

    /// Waits until an expression is true in the page. Returns false if it is still not true after `timeout`.
    pub(super) async fn wait_until(&self, expression: &str, timeout: Duration) -> Result<bool> {
        let started = Instant::now();
        loop {
            // The evaluation can fail during a navigation. The loop then tries again.
            if self.evaluate(expression).await.is_ok_and(|answer| answer == true) {
                return Ok(true);
            }
            if started.elapsed() > timeout {
                return Ok(false);
            }
            sleep(Duration::from_millis(25)).await;
        }
    }

    /// Scrolls the first element that matches the selector into view and moves the mouse to the
    /// middle of the first box of this element. Returns the position of the mouse. Returns `None`
    /// if no element matches or the first match is not visible.
    pub(super) async fn move_mouse_to(&self, selector: &str) -> Result<Option<(f64, f64)>> {
        let point = self
            .evaluate(&format!(
                "(() => {{ const e = document.querySelector({selector:?}); if (!e || !e.checkVisibility({{ visibilityProperty: true }})) return null; \
                 e.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
                 return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {{ \
                 const r = e.getClientRects()[0] ?? e.getBoundingClientRect(); done([r.x + r.width / 2, r.y + r.height / 2]) }}))) }})()"
            ))
            .await?;
        let [Some(x), Some(y)] = [&point[0], &point[1]].map(Value::as_f64) else { return Ok(None) };
        self.send("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y })).await?;
        Ok(Some((x, y)))
    }

    /// Presses and releases the left mouse button at a point.
    pub(super) async fn press(&self, (x, y): (f64, f64)) -> Result<()> {
        for kind in ["mousePressed", "mouseReleased"] {
            self.send("Input.dispatchMouseEvent", json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 })).await?;
        }
        Ok(())
    }

    /// Starts the measurement for [`Visit::main_thread_time`]. The measurement counts processor time, because other
    /// programs on the computer hardly affect this time.
    pub(super) async fn count_main_thread_time(&self) -> Result<()> {
        self.send("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
        Ok(())
    }

    /// Returns how long the page's main thread has worked so far, in milliseconds.
    pub(super) async fn main_thread_time(&self) -> Result<f64> {
        let answer = self.send("Performance.getMetrics", json!({})).await?;
        let metrics = answer["metrics"].as_array().into_iter().flatten();
        let work = metrics.filter(|metric| metric["name"] == "TaskDuration").find_map(|metric| metric["value"].as_f64());
        Ok(work.context("the browser does not say how long it has worked")? * 1000.0)
    }

    /// Presses and releases a key in the focused element. `key` is a name as in `KeyboardEvent.key`.
    pub(super) async fn press_key(&self, key: &str) -> Result<()> {
        let code = match key {
            "Enter" => 13,
            "End" => 35,
            "Home" => 36,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            letter => letter.to_uppercase().chars().next().map_or(0, u32::from),
        };
        let text = if key == "Enter" { Some("\r") } else { Some(key).filter(|key| key.chars().count() == 1) };
        let mut down = json!({ "type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code });
        if let Some(text) = text {
            down["text"] = json!(text);
        }
        self.send("Input.dispatchKeyEvent", down).await?;
        self.send("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": code })).await?;
        Ok(())
    }

    /// Returns the id of the process from which all processes of the browser descend.
    pub(super) fn process(&self) -> u32 {
        self.session.process()
    }

    /// Closes the browser.
    pub(super) async fn end(self) -> Result<()> {
        self.session.quit().await.context("the end of a visit")
    }
}
