//! Runs the commands that have their own packages: `budget` and `bench` are in the package `bench`, and `verify` is in
//! the package `verify`. Cargo compiles these packages and their dependencies only when such a command runs.

use anyhow::{Context, Result, bail};

use crate::child;
use crate::project::Project;

/// Runs `package` with `arguments`. The package prints its results. `command` is the name of the command in error
/// messages.
///
/// # Errors
/// Fails if the package cannot be compiled, or if its program fails. The error does not repeat the reason, which cargo
/// or the program has printed.
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
