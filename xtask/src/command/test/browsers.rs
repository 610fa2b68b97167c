//! The browsers of a run: the engines as they are installed, and older builds of one of them.

use std::ffi::OsString;

use anyhow::Result;
use clap::ValueEnum;

use crate::browser::{Browser, Engine};
use crate::font_stacks;
use crate::project::Project;
use crate::tools::older_chromium;

/// What an older browser is tested for, unless a name says otherwise: the tests whose names contain this.
const ESSENTIALS: &str = "essentials::";

/// Which browsers to test in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browsers {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK with its own driver.
    #[value(name = "webkit")]
    WebKit,
    /// All three.
    All,
    /// Older builds of Chromium from npm, for the essentials alone.
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
    /// The one that this computer has.
    Installed(Engine),
    /// A version of Chromium from npm.
    OlderChromium(String),
}

impl Tested {
    /// Its name in the report.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Installed(engine) => engine.name().to_owned(),
            Self::OlderChromium(version) => format!("chromium {version}"),
        }
    }

    /// The engine, whose driver it needs.
    fn engine(&self) -> Engine {
        match self {
            Self::Installed(engine) => *engine,
            Self::OlderChromium(_) => Engine::Chromium,
        }
    }

    /// The name of the tests that it takes if none is asked for; without one, all of them.
    pub(super) fn tests(&self) -> Option<&'static str> {
        match self {
            Self::Installed(_) => None,
            Self::OlderChromium(_) => Some(ESSENTIALS),
        }
    }

    /// What the tests' environment has to say of it.
    ///
    /// # Errors
    /// If it is an older build that cannot be had.
    pub(super) fn environment(&self) -> Result<Vec<(&'static str, OsString)>> {
        let mut environment = vec![("EXPLAINER_ENGINE", self.engine().name().into())];
        match self {
            Self::Installed(_) => {}
            Self::OlderChromium(version) => environment.push(("CHROME", older_chromium::ready(version)?.into())),
        }
        Ok(environment)
    }
}

/// Returns the browsers to test in. Finds or installs each engine, and prints its version. Older builds come from npm when it is their
/// turn: the driver is that of the installed Chromium.
pub(super) fn ready(project: &Project, browsers: &[Browsers]) -> Result<Vec<Tested>> {
    let mut tested = Vec::new();
    for browsers in browsers {
        tested.extend(browsers.tested(project)?);
    }
    tested.dedup();
    let mut engines: Vec<Engine> = tested.iter().map(Tested::engine).collect();
    engines.dedup();
    for engine in engines {
        eprintln!("{}: {}", engine.name(), Browser::ready(engine, project)?.versions());
    }
    font_stacks::print(project)?;
    Ok(tested)
}
