//! Commands that are packages of their own, `budget`, `bench` and `verify`: what they need is compiled only when one of them is
//! asked for.

use anyhow::{Context, Result, bail};

use crate::child;
use crate::project::Project;

/// Runs `package`, which prints what it has to say; `command` is what the person has asked for.
///
/// # Errors
/// If it cannot be compiled, or fails; it has said why.
pub fn run<'a>(project: &Project, package: &str, command: &str, arguments: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let mut cargo = child::cargo();
    cargo.args(["run", "--quiet", "--package", package, "--"]).args(arguments);
    cargo.current_dir(project.root());
    let status = child::run_in_view(cargo).context("cannot run cargo")?;
    if !status.success() {
        bail!("`cargo xtask {command}` has not succeeded; see above");
    }
    Ok(())
}
