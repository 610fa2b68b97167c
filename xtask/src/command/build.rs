//! `cargo xtask build`: builds the complete site in `dist/` from its sources.
//!
//! The content is checked before anything is installed or compiled. Trunk replaces `dist/` only after the whole build
//! has succeeded. After a failed build, `dist/` still contains the last complete site.

use std::fmt;
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::check;
use crate::child;
use crate::files;
use crate::progress::{Size, Step};
use crate::project::Project;
use crate::tools::Toolbox;

/// The environment variable with the base URL, which is the address of the site's folder.
pub(crate) const BASE_URL: &str = "EXPLAINER_BASE_URL";

/// Builds the site. `base_url` is the address of the site's folder, and overrides the environment variable
/// `EXPLAINER_BASE_URL` and the `base_url` of the content.
///
/// # Errors
/// Fails if a tool is missing and cannot be installed, if the content has problems, or if the build fails. If the build
/// fails, its output is printed.
pub fn run(project: &Project, base_url: Option<&str>) -> Result<()> {
    check::run(project, None)?;
    let toolbox = Toolbox::ready(project)?;
    compile(project, &toolbox, base_url).map_err(Failure::printed)
}

/// A failure to build the site, to write its pages, or to serve the new site.
pub(crate) struct Failure {
    pub(crate) error: anyhow::Error,
    /// The output of the program that failed. Empty if the failure has another cause.
    pub(crate) output: String,
}

impl Failure {
    /// Prints the output and returns the error.
    pub(crate) fn printed(self) -> anyhow::Error {
        eprint!("{}", self.output);
        self.error
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:#}", self.output, self.error)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self { error, output: String::new() }
    }
}

/// Runs Trunk, whose post-build hook writes the pages.
pub(crate) fn compile(project: &Project, toolbox: &Toolbox, base_url: Option<&str>) -> Result<(), Failure> {
    let step = Step::start("building the site");
    let mut command = Command::new("trunk");
    command.args(["build", "--release"]);
    command.current_dir(project.root());
    command.env("PATH", toolbox.path()?);
    command.envs(Toolbox::for_wasm());
    if let Some(base_url) = base_url {
        command.env(BASE_URL, base_url);
    }
    // Trunk fails if NO_COLOR has a value other than `true` and `false`, such as `1`.
    command.env("NO_COLOR", "true");
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk's errors are printed without stack traces, which do not help with a mistake in this project. The variable
    // does not affect the stack traces of panics.
    command.env("RUST_LIB_BACKTRACE", "0");
    let finished = child::run(command, |line| step.follow(line)).context("cannot run trunk")?;
    if !finished.status.success() {
        return Err(Failure {
            error: anyhow!("the site could not be built: correct the errors above and try again; dist/ has not changed"),
            output: finished.output,
        });
    }
    // The program that writes the site prints notes, for instance if the address of the site is not set.
    finished.output.lines().filter_map(|line| line.find("note: ").and_then(|start| line.get(start..))).for_each(|note| eprintln!("{note}"));
    let dist = project.dist();
    let written = files::below(&dist).with_context(|| format!("trunk succeeded, but {} cannot be read", dist.display()))?;
    let size = Size(written.iter().map(|file| file.bytes).sum());
    step.done(&format!("the site is in dist/: {} files, {size}", written.len()));
    Ok(())
}
