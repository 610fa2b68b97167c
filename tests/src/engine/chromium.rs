//! Chromium, driven by chromedriver. The tests read the errors and requests of pages from the browser's logs.

use super::{Script, WINDOW};
use crate::conditions::Conditions;
use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    error::WebDriverResult,
};
use xtask::browser::Browser;

/// The command-line switches of every browser. `--no-sandbox` is needed because the sandbox does
/// not work for root. The switch is safe, because the tests open only pages from this computer.
const SWITCHES: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    // Tests change the address more often than this protection allows.
    "--disable-ipc-flooding-protection",
];

/// The command-line switches of chromedriver. By default, chromedriver refuses a browser of another version. The tests
/// use a new chromedriver for old browsers, because no package registry has old versions of chromedriver.
pub(super) const DRIVER: &[&str] = &["--disable-build-check"];

/// The Blink settings that double the default sizes of text. The sizes are in CSS pixels.
const LARGE_TEXT: &[&str] = &["defaultFontSize=32", "defaultFixedFontSize=26"];
/// The Blink settings for a finger as the only pointer. The numbers are values of Chromium's enums.
const COARSE_POINTER: &[&str] = &["primaryPointerType=2", "availablePointerTypes=2", "primaryHoverType=1", "availableHoverTypes=1"];

/// Returns the switches for the conditions of a run. Without the condition `motion`, a switch reduces motion, because
/// an animation could still be running when the driver presses an element.
fn switches_for(conditions: Conditions) -> Vec<String> {
    let mut settings = Vec::new();
    settings.extend(conditions.large_text.then_some(LARGE_TEXT));
    settings.extend(conditions.coarse_pointer.then_some(COARSE_POINTER));
    let settings = (!settings.is_empty()).then(|| format!("--blink-settings={}", settings.concat().join(",")));
    let reduced_motion = (!conditions.motion).then(|| "--force-prefers-reduced-motion".to_owned());
    reduced_motion.into_iter().chain(settings).collect()
}

pub(super) fn wanted(browser: &Browser, script: Script, conditions: Conditions) -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&browser.program.to_string_lossy())?;
    for switch in SWITCHES.map(str::to_owned).into_iter().chain(switches_for(conditions)) {
        capabilities.add_arg(&switch)?;
    }
    capabilities.add_arg(&format!("--window-size={},{}", WINDOW.0, WINDOW.1))?;
    if script == Script::Off {
        let block = serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 });
        capabilities.set_browser_option("prefs", block)?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

/// Lets pages write text to the clipboard, which most builds allow by default. If `script` is [`Script::Off`], turns
/// scripts off. Uses the Chrome DevTools Protocol, because the old headless builds from npm support these two settings
/// in no other way.
pub(super) async fn prepare(browser: &WebDriver, script: Script) -> WebDriverResult<()> {
    let permitted = json!({ "permissions": ["clipboardSanitizedWrite"] });
    browser.cdp().send_raw("Browser.grantPermissions", permitted).await?;
    if script == Script::Off {
        browser.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    }
    Ok(())
}

/// Prepares a used browser for the next test, after it has opened a new window. Clears its permissions, cache and logs,
/// and applies the settings of [`prepare`] again.
pub(super) async fn renew(browser: &WebDriver, script: Script) -> WebDriverResult<()> {
    browser.cdp().send_raw("Browser.resetPermissions", json!({})).await?;
    browser.cdp().send_raw("Network.clearBrowserCache", json!({})).await?;
    prepare(browser, script).await?;
    // Reading a log clears it.
    browser.get_log("browser").await?;
    browser.get_log("performance").await?;
    Ok(())
}
