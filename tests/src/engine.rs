//! The engine of a test run, a browser driver and the browsers that it starts: Chromium without a window, as quiet towards the
//! network as it can be made.

use anyhow::{Context, Result, bail};
use std::{
    env,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, ChildStdout, Command, Stdio},
};
use thirtyfour::{BrowserCapabilitiesHelper, ChromiumLikeCapabilities, LoggingPrefsLogLevel, prelude::*};
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
    "--window-size=1280,900",
];

/// A running driver. Ends with this value; the browsers end with their sessions.
#[derive(Debug)]
pub struct Engine {
    driver: Child,
    /// Held open: the driver would die of writing to a closed pipe.
    _output: BufReader<ChildStdout>,
    address: String,
    program: PathBuf,
}

/// Whether the reader has switched scripts off in the browser's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// As browsers come.
    On,
    /// Switched off.
    Off,
}

impl Engine {
    /// Starts the driver that `EXPLAINER_CHROMEDRIVER` names, for the browser that `EXPLAINER_CHROME` names; without
    /// them, those that `cargo xtask test` would take.
    ///
    /// # Errors
    /// If there is none, or it does not start.
    pub fn start() -> Result<Self> {
        let named = |variable| env::var_os(variable).map(PathBuf::from);
        let browser = match (named("EXPLAINER_CHROME"), named("EXPLAINER_CHROMEDRIVER")) {
            (Some(chrome), Some(driver)) => Browser { chrome, driver },
            _ => Browser::ready()?,
        };
        // Browsers write to the driver's standard error, which is nobody's business but theirs.
        let mut driver = Command::new(&browser.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be run", browser.driver.display()))?;
        let mut output = BufReader::new(driver.stdout.take().context("its output is ours")?);
        let port = port(&mut output).with_context(|| format!("{} does not start", browser.driver.display()))?;
        Ok(Self { driver, _output: output, address: format!("http://127.0.0.1:{port}"), program: browser.chrome })
    }

    /// Starts a fresh browser, which knows nothing of any other.
    ///
    /// # Errors
    /// If the driver cannot start it.
    pub async fn open(&self, script: Script) -> WebDriverResult<WebDriver> {
        WebDriver::new(&self.address, self.wanted(script)?).await
    }

    /// Starts a fresh browser in which nothing waits for a page to load.
    ///
    /// # Errors
    /// If the driver cannot start it.
    pub async fn open_unawaited(&self) -> WebDriverResult<WebDriver> {
        let mut wanted = self.wanted(Script::On)?;
        wanted.set_page_load_strategy(thirtyfour::PageLoadStrategy::None)?;
        WebDriver::new(&self.address, wanted).await
    }

    /// The driver's process, of which the browsers are children.
    pub fn process(&self) -> u32 {
        self.driver.id()
    }

    fn wanted(&self, script: Script) -> WebDriverResult<thirtyfour::ChromeCapabilities> {
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&self.program.to_string_lossy())?;
        for switch in SWITCHES {
            wanted.add_arg(switch)?;
        }
        if script == Script::Off {
            let block = serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 });
            wanted.set_browser_option("prefs", block)?;
        }
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        Ok(wanted)
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about that now.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The port in `ChromeDriver was started successfully on port 41873.`
fn port(output: &mut impl BufRead) -> Result<u16> {
    for line in output.lines() {
        let line = line?;
        if let Some((_, port)) = line.split_once("successfully on port ") {
            return port.trim_end_matches('.').parse().with_context(|| format!("no port in {line:?}"));
        }
    }
    bail!("it said no port")
}
