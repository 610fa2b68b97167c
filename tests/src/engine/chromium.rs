//! Chromium, which writes down by itself what it complains about and what it asks for.

use super::{Script, WINDOW};
use crate::conditions::Conditions;
use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    error::WebDriverResult,
};
use xtask::browser::Browser;

/// What every browser is told. The sandbox cannot be had as root, and the pages are our own.
const SWITCHES: [&str; 6] =
    ["--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/// What the driver is told. It refuses browsers of another version otherwise, and old ones are tested with a new driver:
/// old drivers cannot be installed from a package registry.
pub(super) const DRIVER: &[&str] = &["--disable-build-check"];

/// What tells it that text has twice its size, and that the pointer is a finger: the numbers are those of its enums.
const LARGE_TEXT: &[&str] = &["defaultFontSize=32", "defaultFixedFontSize=26"];
const COARSE_POINTER: &[&str] = &["primaryPointerType=2", "availablePointerTypes=2", "primaryHoverType=1", "availableHoverTypes=1"];

/// The switches for the conditions of a run. What moves would still be under way when the driver presses, unless motion is asked for.
fn switches_for(conditions: Conditions) -> Vec<String> {
    let mut settings = Vec::new();
    settings.extend(conditions.large_text.then_some(LARGE_TEXT));
    settings.extend(conditions.coarse_pointer.then_some(COARSE_POINTER));
    let settings = (!settings.is_empty()).then(|| format!("--blink-settings={}", settings.concat().join(",")));
    let still = (!conditions.motion).then(|| "--force-prefers-reduced-motion".to_owned());
    still.into_iter().chain(settings).collect()
}

pub(super) fn wanted(browser: &Browser, script: Script, conditions: Conditions) -> WebDriverResult<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&browser.program.to_string_lossy())?;
    for switch in SWITCHES.map(str::to_owned).into_iter().chain(switches_for(conditions)) {
        wanted.add_arg(&switch)?;
    }
    wanted.add_arg(&format!("--window-size={},{}", WINDOW.0, WINDOW.1))?;
    if script == Script::Off {
        let block = serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 });
        wanted.set_browser_option("prefs", block)?;
    }
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(wanted)
}

/// Tells the browser what old builds from npm, which have no windows, do not take from their settings: that scripts are off, and that
/// a page may write text to the clipboard while it is pressed, as it may in every other build. Without a press it still may not.
pub(super) async fn prepare(browser: &WebDriver, script: Script) -> WebDriverResult<()> {
    let permitted = json!({ "permissions": ["clipboardSanitizedWrite"] });
    browser.cdp().send_raw("Browser.grantPermissions", permitted).await?;
    if script == Script::Off {
        browser.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    }
    Ok(())
}
