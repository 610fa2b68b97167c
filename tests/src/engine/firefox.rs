//! Firefox, driven by geckodriver.

use super::Script;
use serde_json::json;
use thirtyfour::{Capabilities, error::WebDriverResult};
use xtask::browser::Browser;

/// The switches of the driver. Without this one, all drivers would want the same port for WebDriver BiDi.
pub(super) const DRIVER: &[&str] = &["--websocket-port=0"];

/// Smooth scrolling would still be running when the driver presses.
pub(super) fn wanted(browser: &Browser, script: Script) -> WebDriverResult<Capabilities> {
    let preferences = json!({
        "javascript.enabled": script == Script::On,
        "ui.prefersReducedMotion": 1,
        "general.smoothScroll": false,
    });
    let mut wanted = Capabilities::new();
    let options = json!({ "binary": browser.program.to_string_lossy(), "args": ["-headless"], "prefs": preferences });
    wanted.set("moz:firefoxOptions", options)?;
    Ok(wanted)
}
