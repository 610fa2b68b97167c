//! Finds or installs browsers and their WebDriver programs for the tests. An environment variable can name the program
//! to use. Otherwise, this module searches PATH, and for a browser also the usual folders of the system. A missing
//! geckodriver is installed as one of the [`tools`]. Any other missing program is installed from Debian's packages if
//! this user may do so.
//!
//! This module starts a browser or a driver only to read its version.

mod engine;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::child;
use crate::debian;
use crate::project::Project;
use crate::tools;
pub use engine::Engine;

/// A browser and its driver.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The engine.
    pub engine: Engine,
    /// The browser's program.
    pub program: PathBuf,
    /// The WebDriver program of the browser.
    pub driver: PathBuf,
    /// The program that provides a virtual screen, if the browser has no headless mode.
    pub screen: Option<PathBuf>,
}

impl Browser {
    /// Finds or installs the browser, its driver and the virtual screen.
    ///
    /// # Errors
    /// Fails if an environment variable names a program that does not exist, if a program is missing and cannot be
    /// installed, or if chromedriver is older than Chromium. If this user may not install a missing program, the
    /// message says how to install it on this system.
    pub fn ready(engine: Engine, project: &Project) -> Result<Self> {
        if let Some(browser) = Self::find(engine, project)? {
            return Ok(browser);
        }
        if debian::may_install() {
            debian::install(engine.debian_packages())?;
            if let Some(browser) = Self::find(engine, project)? {
                return Ok(browser);
            }
        }
        let (program, driver) = engine.variables();
        bail!(
            "the tests in {} need {}. {}. Or name them in the environment variables {program} and {driver}",
            engine.name(),
            engine.needs(),
            engine.advice()
        )
    }

    /// Returns the versions and paths of the browser and its driver, in one line.
    pub fn versions(&self) -> String {
        let known = |version: Option<String>| version.unwrap_or_else(|| "unknown version".to_owned());
        let (browser, driver) = match self.engine {
            Engine::Chromium | Engine::Firefox => (version(&self.program), version(&self.driver)),
            // WebKitWebDriver has no option that prints its version, and MiniBrowser prints its
            // version only if there is a screen. Debian builds both programs from one source
            // package, so the version of the driver's package is the version of both.
            Engine::WebKit => {
                let package = self.engine.debian_packages().first().and_then(|package| debian::version(package));
                (package.clone(), package)
            }
        };
        format!("{} ({}), {} ({})", known(browser), self.program.display(), known(driver), self.driver.display())
    }

    fn find(engine: Engine, project: &Project) -> Result<Option<Self>> {
        let (program_variable, driver_variable) = engine.variables();
        let Some(program) = named_by(program_variable)?.or_else(|| engine.find_program()) else { return Ok(None) };
        let driver = match named_by(driver_variable)?.or_else(|| which::which(engine.driver()).ok()) {
            Some(driver) => driver,
            None if engine == Engine::Firefox => tools::geckodriver(project)?,
            None => return Ok(None),
        };
        let screen = match engine {
            Engine::WebKit => match which::which("Xvfb") {
                Ok(screen) => Some(screen),
                Err(_) => return Ok(None),
            },
            Engine::Chromium | Engine::Firefox => None,
        };
        if engine == Engine::Chromium {
            check_versions(&program, &driver)?;
        }
        Ok(Some(Self { engine, program, driver, screen }))
    }
}

/// Checks that the major version of the driver is not older than that of Chromium. An older driver cannot read the
/// answers of a newer Chromium, but a newer driver works with an older Chromium.
fn check_versions(program: &Path, driver: &Path) -> Result<()> {
    if let (Some(of_program), Some(of_driver)) = (major_version(program), major_version(driver))
        && of_program > of_driver
    {
        bail!(
            "{} is version {of_program}, but {} is version {of_driver}: the driver must not be older. {}",
            program.display(),
            driver.display(),
            Engine::Chromium.advice()
        );
    }
    Ok(())
}

/// Returns the path of the program that an environment variable names. Returns `None` if the variable is unset or
/// empty. Fails if there is no such program, so that the tests do not use another program by mistake.
fn named_by(variable: &str) -> Result<Option<PathBuf>> {
    let Some(name) = env::var_os(variable).filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    let program = which::which(&name).with_context(|| format!("{variable} is {}, where there is no program", name.display()))?;
    Ok(Some(program))
}

fn major_version(program: &Path) -> Option<u32> {
    parse_major_version(&version(program)?)
}

/// Returns the line with the version from the output of `program --version`.
fn version(program: &Path) -> Option<String> {
    let mut command = Command::new(program);
    command.arg("--version");
    parse_version(&child::answer(command)?)
}

/// Returns the first line that has a version. Debian's script for Chromium may print a warning before this line.
fn parse_version(answer: &str) -> Option<String> {
    answer.lines().find(|line| parse_major_version(line).is_some()).map(|line| line.trim().to_owned())
}

/// Reads the major version from a line such as `Chromium 140.0.7339.80 built on Debian` or `ChromeDriver 140.0.7339.80
/// (...)`.
fn parse_major_version(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::{parse_major_version, parse_version};

    #[track_caller]
    fn check(answer: &str, expected: Option<u32>) {
        assert_eq!(parse_major_version(answer), expected, "{answer:?}");
    }

    #[test]
    fn the_major_version_is_the_first_number_with_a_dot() {
        check("Chromium 140.0.7339.80 built on Debian GNU/Linux 13 (trixie)\n", Some(140));
        check("Google Chrome 140.0.7339.80 \n", Some(140));
        check("ChromeDriver 139.0.7258.66 (abc-refs/branch-heads/7258@{#1})\n", Some(139));
        check("something else", None);
    }

    #[test]
    fn a_warning_before_the_version_is_skipped() {
        let answer = "/usr/bin/chromium: 9: [: 25276055552: unexpected operator\nChromium 156.0.8078.108 built on Debian\n";
        assert_eq!(parse_version(answer).as_deref(), Some("Chromium 156.0.8078.108 built on Debian"));
        assert_eq!(parse_version("something else"), None);
    }
}
