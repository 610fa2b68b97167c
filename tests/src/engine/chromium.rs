//! Chromium, which writes down by itself what it complains about and what it asks for.

use super::{Script, WINDOW};
use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    error::WebDriverResult,
};
use xtask::browser::Browser;

/// What every browser is told. The sandbox cannot be had as root, and the pages are our own. Smooth scrolling would
/// still be under way when the driver presses.
const SWITCHES: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-prefers-reduced-motion",
    // Tests go to more places in a second than readers.
    "--disable-ipc-flooding-protection",
];

/// What the driver is told. It refuses browsers of another version otherwise, and old ones are tested with a new driver:
/// old drivers cannot be installed from a package registry.
pub(super) const DRIVER: &[&str] = &["--disable-build-check"];

pub(super) fn wanted(browser: &Browser, script: Script) -> WebDriverResult<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&browser.program.to_string_lossy())?;
    for switch in SWITCHES {
        wanted.add_arg(switch)?;
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
