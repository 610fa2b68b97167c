//! `cargo xtask build`: from sources to the complete site in `dist/`.
//!
//! Content is checked before anything is installed or compiled, and Trunk replaces `dist/` only once everything has succeeded: a
//! mistake leaves the last good site where it is.

use std::fmt;
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::check;
use crate::child;
use crate::files;
use crate::progress::{Size, Step};
use crate::project::Project;
use crate::tools::Toolbox;

/// Names the address of the site's folder.
pub(crate) const BASE_URL: &str = "EXPLAINER_BASE_URL";

/// Builds the site; `base_url` says where it will stand, before what the environment and the content say.
///
/// # Errors
/// If a tool is missing, the content has problems or something does not compile; what the compiler says is printed.
pub fn run(project: &Project, base_url: Option<&str>) -> Result<()> {
    check::run(project, None)?;
    let toolbox = Toolbox::ready(project)?;
    compile(project, &toolbox, base_url).map_err(Failure::printed)
}

/// A build that did not succeed.
pub(crate) struct Failure {
    /// What to tell.
    pub(crate) error: anyhow::Error,
    /// What Trunk and those it started printed.
    pub(crate) output: String,
}

impl Failure {
    /// Prints the output; what is left is the error that says what it was about.
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
    // Trunk takes NO_COLOR for a flag of its own and refuses every value but true and false.
    command.env("NO_COLOR", "true");
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk's own stack says nothing about an error in this project; panics still show theirs.
    command.env("RUST_LIB_BACKTRACE", "0");
    let finished = child::run(command, |line| step.follow(line)).context("cannot run trunk")?;
    if !finished.status.success() {
        return Err(Failure {
            error: anyhow!("the site could not be built: mend what is said above and try again; dist/ is as it was"),
            output: finished.output,
        });
    }
    // What is missing, but stops nobody.
    finished.output.lines().filter_map(|line| line.find("note: ").and_then(|start| line.get(start..))).for_each(|note| eprintln!("{note}"));
    let dist = project.dist();
    let written = files::below(&dist).with_context(|| format!("trunk succeeded, but {} cannot be read", dist.display()))?;
    let size = Size(written.iter().map(|file| file.bytes).sum());
    step.done(&format!("the site is in dist/: {} files, {size}", written.len()));
    Ok(())
}
