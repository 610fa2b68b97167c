//! Writes the pages again without compiling the WebAssembly. Runs the command of Trunk's post-build hook with the shell
//! of the last build. The shell is Trunk's HTML file, which links to the compiled WebAssembly. The hook saves the shell
//! during each build.
//!
//! The command is read from `Trunk.toml`, so that this module and Trunk run the same compiled program.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use serde::Deserialize;

use crate::child;
use crate::command::build::Failure;
use crate::progress::Step;
use crate::project::Project;

#[derive(Deserialize)]
struct TrunkToml {
    hooks: Vec<Hook>,
}

#[derive(Deserialize)]
struct Hook {
    stage: String,
    command: String,
    #[serde(default)]
    command_arguments: Vec<String>,
}

/// Writes the pages into `dist/`, without compressed copies, because compressing all pages takes a
/// long time. The next complete build compresses them.
pub(super) fn write(project: &Project) -> Result<(), Failure> {
    let mut command = site_command(project)?;
    command.arg("--uncompressed").arg("--out").arg(project.dist());
    let step = Step::start("writing the pages");
    let finished = child::run(command, |line| step.follow(line)).context("cannot run the hook that writes the pages")?;
    if !finished.status.success() {
        let error = anyhow!("the pages could not be written");
        return Err(Failure { error, output: finished.output });
    }
    step.done("wrote the pages");
    Ok(())
}

/// Returns the command that writes the pages from the shell of the last build. The caller adds `--out` and the target
/// folder.
///
/// # Errors
/// Fails if `Trunk.toml` cannot be read or parsed, or has no post-build hook.
pub fn site_command(project: &Project) -> Result<Command> {
    let hook = read_hook(project)?;
    let mut command = Command::new(&hook.command);
    command.args(&hook.command_arguments).current_dir(project.root());
    command.arg("--").arg("--shell").arg(project.shell());
    Ok(command)
}

fn read_hook(project: &Project) -> Result<Hook> {
    let file = project.root().join("Trunk.toml");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let trunk: TrunkToml = toml::from_str(&text).with_context(|| format!("cannot find the hooks in {}", file.display()))?;
    let hook = trunk.hooks.into_iter().find(|hook| hook.stage == "post_build");
    hook.context("Trunk.toml has no hook of the stage post_build, which writes the pages")
}
