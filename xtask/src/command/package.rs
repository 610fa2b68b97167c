//! Runs the commands that have their own packages: `budget` and `bench` are in the package `bench`, and `verify` is in
//! the package `verify`. Because these packages are separate, the other commands start without compiling them.

use anyhow::{Context, Result, bail};

use crate::child;
use crate::project::Project;

/// Compiles and runs the program of `package` with `arguments`. `command` is the name of the command in the error
/// message.
///
/// # Errors
/// Fails if cargo cannot be run, if the package cannot be compiled, or if its program fails. In the last two cases, the
/// error does not contain the reason, because cargo or the program has already printed it.
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
