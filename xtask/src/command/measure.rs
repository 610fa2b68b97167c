//! `cargo xtask budget` and `cargo xtask bench`: handed over to the package `bench`, which is compiled only when it is
//! asked for.

use anyhow::{Context, Result, bail};

use crate::child;
use crate::project::Project;

/// Runs a command of that package.
///
/// # Errors
/// If it cannot be compiled, or fails; it has said why.
pub fn run(project: &Project, command: &str, arguments: &[String]) -> Result<()> {
    let mut cargo = child::cargo();
    cargo.args(["run", "--quiet", "--package", "bench", "--", command]).args(arguments);
    cargo.current_dir(project.root());
    let status = child::run_in_view(cargo).context("cannot run cargo")?;
    if !status.success() {
        bail!("`cargo xtask {command}` has not succeeded; see above");
    }
    Ok(())
}
