//! Installs the Debian packages of programs that the tests need and that cargo cannot install. Also
//! reads the versions of installed packages.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::child;
use crate::progress::Step;

/// Returns whether this user can install packages: the user is root, and the system has apt-get.
pub(crate) fn may_install() -> bool {
    is_root() && which::which("apt-get").is_ok()
}

/// Installs `packages`.
///
/// # Errors
/// Fails if apt-get cannot be run or fails. If apt-get fails, its output is printed.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" and ");
    let step = Step::start(&format!("installing {names} (for the tests, once)"));
    for arguments in [&["update"][..], &[&["install", "--yes"], packages].concat()] {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        let finished = child::run(command, |line| step.detail(line)).context("cannot run apt-get")?;
        if !finished.status.success() {
            drop(step);
            eprint!("{}", finished.output);
            bail!("`apt-get {}` failed ({}); see above", arguments.join(" "), finished.status);
        }
    }
    step.done(&format!("installed {names}"));
    Ok(())
}

/// Returns the name and the version of an installed package, separated by a space. Returns `None` if the package is not
/// installed or the system has no dpkg-query.
pub(crate) fn version(package: &str) -> Option<String> {
    let mut command = Command::new("dpkg-query");
    command.args(["--show", "--showformat", "${Package} ${Version}", package]);
    child::answer(command)
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
