//! The browser that the tests drive and the driver that they drive it with: named by the environment, found on
//! PATH, or installed from Debian's packages where this user may do so.
//!
//! Starts neither.

mod advice;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::child;
use crate::progress::Step;
use advice::install_command;

const CHROMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Where macOS keeps what it does not put on PATH.
const MACOS_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// A Chromium and its driver.
#[derive(Debug)]
pub struct Browser {
    /// The browser's program.
    pub chrome: PathBuf,
    /// The program that speaks WebDriver for it.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds both, or installs them.
    ///
    /// # Errors
    /// If they are missing and cannot be installed: the message says what to do on this system.
    pub fn ready() -> Result<Self> {
        if let Some(browser) = Self::find()? {
            return Ok(browser);
        }
        if is_root() && which::which("apt-get").is_ok() {
            install_debian_packages()?;
            if let Some(browser) = Self::find()? {
                return Ok(browser);
            }
        }
        bail!(
            "the tests need Chromium and chromedriver of the same version. {}. \
             Or name them in the environment variables CHROME and CHROMEDRIVER",
            install_command()
        )
    }

    fn find() -> Result<Option<Self>> {
        let chrome = named_by("CHROME")?.or_else(find_chrome);
        let driver = named_by("CHROMEDRIVER")?.or_else(|| which::which("chromedriver").ok());
        let (Some(chrome), Some(driver)) = (chrome, driver) else {
            return Ok(None);
        };
        // A driver refuses any other browser, with a message that each test would repeat.
        if let (Some(of_chrome), Some(of_driver)) = (major_version(&chrome), major_version(&driver))
            && of_chrome != of_driver
        {
            bail!(
                "{} is version {of_chrome}, but {} is version {of_driver}: they have to be the same. {}",
                chrome.display(),
                driver.display(),
                install_command()
            );
        }
        Ok(Some(Self { chrome, driver }))
    }
}

/// The program that an environment variable names; a wrong name is an error, not a reason to take another program.
fn named_by(variable: &str) -> Result<Option<PathBuf>> {
    let Some(name) = env::var_os(variable).filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    let program = which::which(&name).with_context(|| format!("{variable} is {}, where there is no program", name.display()))?;
    Ok(Some(program))
}

fn find_chrome() -> Option<PathBuf> {
    let on_path = CHROMES.iter().find_map(|name| which::which(name).ok());
    on_path.or_else(|| which::which(MACOS_CHROME).ok())
}

fn major_version(program: &Path) -> Option<u32> {
    let mut command = Command::new(program);
    command.arg("--version");
    parse_major_version(&child::answer(command)?)
}

/// From `Chromium 140.0.7339.80 built on Debian` or `ChromeDriver 140.0.7339.80 (...)`.
fn parse_major_version(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

fn install_debian_packages() -> Result<()> {
    let step = Step::start("installing chromium and chromium-driver (the tests need them, once)");
    for arguments in [&["update"][..], &["install", "--yes", "chromium", "chromium-driver"]] {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        let finished = child::run(command, |line| step.detail(line)).context("cannot run apt-get")?;
        if !finished.status.success() {
            drop(step);
            eprint!("{}", finished.output);
            bail!("`apt-get {}` failed ({}); see above", arguments.join(" "), finished.status);
        }
    }
    step.done("installed chromium and chromium-driver");
    Ok(())
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::parse_major_version;

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
}
