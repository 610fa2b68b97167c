//! Firefox, driven by geckodriver.

use super::Script;
use crate::conditions::Conditions;
use serde_json::json;
use thirtyfour::{Capabilities, error::WebDriverResult};
use xtask::browser::Browser;

/// The command-line switches of geckodriver. Without this switch, all drivers would use the same port for WebDriver BiDi.
pub(super) const DRIVER: &[&str] = &["--websocket-port=0"];

/// Returns the capabilities to request from the driver. They turn smooth scrolling off unless the conditions include
/// motion: the page could still be scrolling when the driver presses an element.
pub(super) fn wanted(browser: &Browser, script: Script, conditions: Conditions) -> WebDriverResult<Capabilities> {
    let mut preferences = json!({
        "javascript.enabled": script == Script::On,
        "ui.prefersReducedMotion": u8::from(!conditions.motion),
        "general.smoothScroll": conditions.motion,
    });
    if conditions.large_text {
        for script in ["x-western", "ja"] {
            preferences[format!("font.size.variable.{script}")] = json!(32);
        }
    }
    if conditions.coarse_pointer {
        for pointer in ["primary", "all"] {
            preferences[format!("ui.{pointer}PointerCapabilities")] = json!(1);
        }
    }
    let mut wanted = Capabilities::new();
    let options = json!({ "binary": browser.program.to_string_lossy(), "args": ["-headless"], "prefs": preferences });
    wanted.set("moz:firefoxOptions", options)?;
    Ok(wanted)
}
