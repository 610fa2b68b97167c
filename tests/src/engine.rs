//! The browser engine of a test run or a benchmark. This module starts browsers without a visible window. The module
//! named after an engine has the settings for that engine.

mod chromium;
mod firefox;
pub(crate) mod pool;
pub mod process;
mod webkit;

use crate::{conditions::Conditions, fonts::Fonts};
use anyhow::{Context, Result};
use process::Process;
use std::{env, ops::Deref, path::Path};
use thirtyfour::{Capabilities, PageLoadStrategy, prelude::*};
pub use xtask::browser::Engine as Family;
use xtask::{browser::Browser, project::Project};

/// The width and height of the browser window, in pixels. At this width, pages have a margin column beside the text,
/// unless the text is large.
const WINDOW: (u32, u32) = (1280, 900);

/// An installed browser and its driver, with the fonts and conditions in which it starts.
#[derive(Clone, Debug)]
pub struct Engine {
    browser: Browser,
    fonts: Fonts,
    conditions: Conditions,
}

/// Whether the browser's settings allow scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Scripts are on, as by default.
    On,
    /// Scripts are off.
    Off,
}

/// A running browser. Dropping it ends the browser and its driver.
#[derive(Debug)]
pub struct Session {
    // The order of the fields matters. Rust drops `browser` first, and the driver must still run to end the browser.
    browser: WebDriver,
    driver: Process,
    _screen: Option<Process>,
}

impl Engine {
    /// Returns the engine that `EXPLAINER_ENGINE` names (`chromium`, `firefox`, `webkit`). The default is Chromium. The
    /// engine uses the fonts that `EXPLAINER_FONTS` names and the conditions that `EXPLAINER_CONDITIONS` lists.
    ///
    /// # Errors
    /// Fails if one of the variables has an unknown value, or if [`Engine::ready`] fails.
    pub fn chosen() -> Result<Self> {
        let name = env::var("EXPLAINER_ENGINE").unwrap_or_default();
        let named = Family::ALL.into_iter().find(|family| family.name() == name);
        let family = named.or(name.is_empty().then_some(Family::Chromium));
        let engine = Self::ready(family.with_context(|| format!("EXPLAINER_ENGINE is {name}, which is not an engine"))?)?;
        Ok(Self { fonts: Fonts::chosen()?, conditions: Conditions::chosen()?, ..engine })
    }

    /// Returns the same engine with other fonts.
    #[must_use]
    pub fn with_fonts(self, fonts: Fonts) -> Self {
        Self { fonts, ..self }
    }

    /// Finds or installs an engine, as `cargo xtask test` does. The engine uses the fonts of this computer, and no
    /// conditions.
    ///
    /// # Errors
    /// Fails if an environment variable names a program that does not exist, if the browser or a
    /// program that it needs is missing and cannot be installed, or if chromedriver is older than
    /// Chromium.
    pub fn ready(family: Family) -> Result<Self> {
        Ok(Self { browser: Browser::ready(family, &Project::here())?, fonts: Fonts::System, conditions: Conditions::default() })
    }

    /// Returns whether the browser itself logs errors and requests. For other browsers, the test server records them.
    pub fn tells(&self) -> bool {
        self.family() == Family::Chromium
    }

    /// Returns the family of the engine.
    pub fn family(&self) -> Family {
        self.browser.engine
    }

    /// Returns the path of the browser's program.
    pub fn program(&self) -> &Path {
        &self.browser.program
    }

    /// Starts a new browser whose driver does not wait for pages to load. The caller has to wait for the page.
    ///
    /// # Errors
    /// Fails if the browser cannot be started.
    pub async fn open_unawaited(&self) -> Result<Session> {
        self.start(Script::On, PageLoadStrategy::None).await
    }

    async fn start(&self, script: Script, strategy: PageLoadStrategy) -> Result<Session> {
        let mut capabilities: Capabilities = match self.family() {
            Family::Chromium => chromium::wanted(&self.browser, script, self.conditions)?.into(),
            Family::Firefox => firefox::wanted(&self.browser, script, self.conditions)?,
            Family::WebKit => webkit::wanted(&self.browser, script, self.conditions)?,
        };
        capabilities.set("pageLoadStrategy", strategy)?;
        let screen = self.browser.screen.as_deref().map(webkit::screen).transpose()?;
        let mut environment = self.fonts.environment()?;
        if let Some((_, display)) = &screen {
            environment.extend(webkit::environment(display, self.conditions));
        }
        let arguments = match self.family() {
            Family::Chromium => chromium::DRIVER,
            Family::Firefox => firefox::DRIVER,
            Family::WebKit => &[],
        };
        let (driver, address) = Process::driver(&self.browser.driver, arguments, &environment).await?;
        let browser = WebDriver::new(address, capabilities).await?;
        match self.family() {
            Family::Chromium => chromium::prepare(&browser, script).await?,
            Family::Firefox | Family::WebKit => browser.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?,
        }
        Ok(Session { browser, driver, _screen: screen.map(|(screen, _)| screen) })
    }
}

impl Session {
    /// Ends the browser, and reports whether this succeeded.
    ///
    /// # Errors
    /// Fails if the driver does not answer, or answers with an error.
    pub async fn quit(self) -> WebDriverResult<()> {
        self.browser.quit().await
    }

    /// Returns the id of the driver's process. The browser is a child of this process.
    pub fn process(&self) -> u32 {
        self.driver.id()
    }
}

impl Deref for Session {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.browser
    }
}
