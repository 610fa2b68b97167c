//! Chromium. It logs its complaints and requests itself.

use super::{Script, WINDOW};
use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    error::WebDriverResult,
};
use xtask::browser::Browser;

/// The switches of every browser. Chromium's sandbox does not work as root, and the pages are our own. Smooth scrolling
/// would still be running when the driver presses.
const SWITCHES: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-prefers-reduced-motion",
];

/// The switches of the driver. By default it refuses browsers of another version. The tests use a new driver for old
/// browsers, because no package registry has old drivers.
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

/// Makes the settings that old builds without a window, from npm, ignore: scripts are off, and a page may write text to
/// the clipboard while a button is pressed, as in every other build. Without a press it still must not.
pub(super) async fn prepare(browser: &WebDriver, script: Script) -> WebDriverResult<()> {
    let permitted = json!({ "permissions": ["clipboardSanitizedWrite"] });
    browser.cdp().send_raw("Browser.grantPermissions", permitted).await?;
    if script == Script::Off {
        browser.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    }
    Ok(())
}
