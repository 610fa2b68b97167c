//! Firefox, driven by geckodriver.

use super::Script;
use crate::conditions::Conditions;
use serde_json::json;
use thirtyfour::{Capabilities, error::WebDriverResult};
use xtask::browser::Browser;

/// The command-line switches of geckodriver. Without `--websocket-port=0`, all drivers would use the same port for
/// WebDriver BiDi.
pub(super) const DRIVER: &[&str] = &["--websocket-port=0"];

/// Returns the capabilities to request from the driver. Without the condition `motion`, they reduce motion and turn
/// smooth scrolling off, because the page could still be scrolling when the driver presses an element.
pub(super) fn wanted(browser: &Browser, script: Script, conditions: Conditions) -> WebDriverResult<Capabilities> {
    let mut preferences = json!({
        "javascript.enabled": script == Script::On,
        "ui.prefersReducedMotion": u8::from(!conditions.motion),
        "general.smoothScroll": conditions.motion,
    });
    if conditions.large_text {
        for language_group in ["x-western", "ja"] {
            preferences[format!("font.size.variable.{language_group}")] = json!(32);
        }
    }
    if conditions.coarse_pointer {
        for pointer in ["primary", "all"] {
            preferences[format!("ui.{pointer}PointerCapabilities")] = json!(1);
        }
    }
    let mut capabilities = Capabilities::new();
    let options = json!({ "binary": browser.program.to_string_lossy(), "args": ["-headless"], "prefs": preferences });
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}
