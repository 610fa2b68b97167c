//! The browsers of a test run: installed engines, and older builds of Chromium.

use std::ffi::OsString;

use anyhow::Result;
use clap::ValueEnum;

use crate::browser::{Browser, Engine};
use crate::font_stacks;
use crate::project::Project;
use crate::tools::older_chromium;

/// The text in the names of the essential tests. If the command line has no test name, an older browser runs only these
/// tests.
const ESSENTIALS: &str = "essentials::";

/// The choices of browsers on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browsers {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK with its own driver.
    #[value(name = "webkit")]
    WebKit,
    /// All three engines.
    All,
    /// Older builds of Chromium from npm, by default only for the essential tests.
    Older,
}

impl Browsers {
    fn tested(self, project: &Project) -> Result<Vec<Tested>> {
        Ok(match self {
            Self::Chromium => vec![Tested::Installed(Engine::Chromium)],
            Self::Firefox => vec![Tested::Installed(Engine::Firefox)],
            Self::WebKit => vec![Tested::Installed(Engine::WebKit)],
            Self::All => Engine::ALL.map(Tested::Installed).to_vec(),
            Self::Older => older_chromium::versions(project)?.into_iter().map(Tested::OlderChromium).collect(),
        })
    }
}

/// A browser to test in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tested {
    Installed(Engine),
    /// A version of Chromium from npm.
    OlderChromium(String),
}

impl Tested {
    /// Returns the name of the browser in the report.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Installed(engine) => engine.name().to_owned(),
            Self::OlderChromium(version) => format!("chromium {version}"),
        }
    }

    /// Returns the engine of the browser. The browser uses the driver of this engine.
    fn engine(&self) -> Engine {
        match self {
            Self::Installed(engine) => *engine,
            Self::OlderChromium(_) => Engine::Chromium,
        }
    }

    /// Returns the filter that selects tests by name for this browser. Returns `None` if all tests run. The filter is
    /// used if the command line has no test name.
    pub(super) fn tests(&self) -> Option<&'static str> {
        match self {
            Self::Installed(_) => None,
            Self::OlderChromium(_) => Some(ESSENTIALS),
        }
    }

    /// Returns the environment variables that select the browser for the tests.
    ///
    /// # Errors
    /// Fails if an older build cannot be installed.
    pub(super) fn environment(&self) -> Result<Vec<(&'static str, OsString)>> {
        let mut environment = vec![("EXPLAINER_ENGINE", self.engine().name().into())];
        match self {
            Self::Installed(_) => {}
            Self::OlderChromium(version) => environment.push(("CHROME", older_chromium::ready(version)?.into())),
        }
        Ok(environment)
    }
}

/// Returns the browsers to test in. Finds or installs each engine, and prints its version. Also prints the fonts that
/// fontconfig chooses for the page. Does not install older builds of Chromium, which use the driver of the installed
/// Chromium.
pub(super) fn ready(project: &Project, browsers: &[Browsers]) -> Result<Vec<Tested>> {
    let mut tested = Vec::new();
    for browsers in browsers {
        for browser in browsers.tested(project)? {
            if !tested.contains(&browser) {
                tested.push(browser);
            }
        }
    }
    let mut engines = Vec::new();
    for engine in tested.iter().map(Tested::engine) {
        if !engines.contains(&engine) {
            engines.push(engine);
            eprintln!("{}: {}", engine.name(), Browser::ready(engine, project)?.versions());
        }
    }
    font_stacks::print(project)?;
    Ok(tested)
}
