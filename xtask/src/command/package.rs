//! Runs commands that are packages of their own: `budget`, `bench` and `verify`. Their dependencies are compiled only
//! when such a command runs.

use anyhow::{Context, Result, bail};

use crate::child;
use crate::project::Project;

/// Runs `package`, which prints its results. `command` is the command that was typed, for messages.
///
/// # Errors
/// Fails if the package cannot be compiled or fails. It has printed the reason.
pub fn run<'a>(project: &Project, package: &str, command: &str, arguments: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let mut cargo = child::cargo();
    cargo.args(["run", "--quiet", "--package", package, "--"]).args(arguments);
    cargo.current_dir(project.root());
    let status = child::run_in_view(cargo).context("cannot run cargo")?;
    if !status.success() {
        bail!("`cargo xtask {command}` failed; see above");
    }
    Ok(())
}
