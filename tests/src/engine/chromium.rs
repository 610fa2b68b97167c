//! Chromium. It logs its complaints and requests itself.

use super::{Script, WINDOW};
use crate::conditions::Conditions;
use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    error::WebDriverResult,
};
use xtask::browser::Browser;

/// The switches of every browser. Chromium's sandbox does not work as root, and the pages are our own.
const SWITCHES: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    // Tests navigate more often in a second than readers do.
    "--disable-ipc-flooding-protection",
];

/// The switches of the driver. By default it refuses browsers of another version. The tests use a new driver for old
/// browsers, because no package registry has old drivers.
pub(super) const DRIVER: &[&str] = &["--disable-build-check"];

/// Settings for text of 200 %, and for a finger as the pointer. The numbers are members of Chromium's enums.
const LARGE_TEXT: &[&str] = &["defaultFontSize=32", "defaultFixedFontSize=26"];
const COARSE_POINTER: &[&str] = &["primaryPointerType=2", "availablePointerTypes=2", "primaryHoverType=1", "availableHoverTypes=1"];

/// The switches for the conditions of a run. Motion is off unless the conditions ask for it, because
/// animations would still be running when the driver presses.
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

/// Prepares a used browser with a new window for the next test: no permissions, cache or log of the last one.
pub(super) async fn renew(browser: &WebDriver, script: Script) -> WebDriverResult<()> {
    browser.cdp().send_raw("Browser.resetPermissions", json!({})).await?;
    browser.cdp().send_raw("Network.clearBrowserCache", json!({})).await?;
    prepare(browser, script).await?;
    // Reading a log clears it.
    browser.get_log("browser").await?;
    browser.get_log("performance").await?;
    Ok(())
}
