//! Installs one tool into the shared folder.
//!
//! The tool is installed into a temporary folder, which is renamed to its final name once the tool is complete. An
//! interrupted installation leaves only the temporary folder. The next attempt reuses the code that cargo has compiled
//! there.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::tool::{Source, Tool};
use crate::child;
use crate::progress::Step;

/// Installs `tool` into the shared folder `cache`, in the fastest available way.
pub(super) fn install(tool: &Tool, cache: &Path) -> Result<()> {
    let folder = cache.join(tool.id());
    let unfinished = cache.join(format!("{}.unfinished", tool.id()));
    fs::create_dir_all(&unfinished).with_context(|| format!("cannot make the folder {}", unfinished.display()))?;

    let installed = make(tool, &unfinished).and_then(|()| {
        if !tool.is_in(cache) {
            // A folder with the final name but without a working tool would prevent the renaming.
            let _ = fs::remove_dir_all(&folder);
        }
        fs::rename(&unfinished, &folder).with_context(|| format!("cannot make {}", folder.display()))
    });
    // The error is ignored if the tool is installed now. Another checkout may have installed the tool at the same time
    // and renamed the temporary folder.
    if tool.is_in(cache) {
        return Ok(());
    }
    installed?;
    match tool.program {
        Some(program) => {
            bail!("{} was installed into {}, but `{program} --version` there does not say {}", tool.id(), folder.display(), tool.version)
        }
        None => bail!("{} was installed into {}, but the package is not there", tool.id(), folder.display()),
    }
}

fn make(tool: &Tool, folder: &Path) -> Result<()> {
    match &tool.source {
        Source::Npm { version } => npm_install(tool, version, folder),
        Source::Crate { .. } if binstall(tool, folder)? => Ok(()),
        Source::Crate { locked } => cargo_install(tool, *locked, folder),
    }
}

/// Installs a prebuilt binary, which takes seconds instead of minutes. Returns `false` if cargo-binstall is missing or
/// has not succeeded.
fn binstall(tool: &Tool, folder: &Path) -> Result<bool> {
    if which::which("cargo-binstall").is_err() {
        return Ok(false);
    }
    let mut command = child::cargo();
    command.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
    command.arg("--root").arg(folder);
    command.arg(format!("{}@{}", tool.package, tool.version));
    let step = Step::start(&format!("installing {} (prebuilt)", tool.id()));
    let finished = child::run(command, |line| step.follow(line))?;
    if finished.status.success() {
        step.done(&format!("installed {}", tool.id()));
    } else {
        drop(step);
        eprintln!("cargo binstall has no {} for this system; compiling it instead", tool.id());
    }
    Ok(finished.status.success())
}

/// The environment variables for compiling tools quickly. The tools do little work, so optimising them would take
/// longer than it saves.
const QUICK: [(&str, &str); 3] =
    [("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"), ("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];

fn cargo_install(tool: &Tool, locked: bool, folder: &Path) -> Result<()> {
    let target = folder.join("target");
    let mut command = child::cargo();
    command.envs(QUICK);
    command.arg("install").arg("--root").arg(folder);
    command.arg("--target-dir").arg(&target);
    command.args(["--version", &format!("={}", tool.version)]);
    if locked {
        command.arg("--locked");
    }
    command.arg(&tool.package);
    run(tool, command, "compiling takes some minutes, once")?;
    fs::remove_dir_all(&target).with_context(|| format!("cannot remove {}", target.display()))
}

fn npm_install(tool: &Tool, version: &str, folder: &Path) -> Result<()> {
    let npm = which::which("npm").with_context(|| {
        format!(
            "{} {} comes from npm, which is not on PATH: install Node.js 20 or newer (https://nodejs.org){}",
            tool.name(),
            tool.version,
            tool.program.map(|program| format!(", or put {program} {} on PATH", tool.version)).unwrap_or_default(),
        )
    })?;
    let mut command = Command::new(npm);
    command.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(folder);
    command.arg(format!("{}@{version}", tool.package));
    run(tool, command, "from npm, once")
}

fn run(tool: &Tool, command: Command, expectation: &str) -> Result<()> {
    let shown = format!("{command:?}");
    let step = Step::start(&format!("installing {} ({expectation})", tool.id()));
    let finished = child::run(command, |line| step.follow(line)).with_context(|| format!("cannot run {shown}"))?;
    if !finished.status.success() {
        drop(step);
        eprint!("{}", finished.output);
        bail!(
            "{} could not be installed ({}). If the network was the reason, run the command again: \
             it goes on from here. Otherwise see the output above; it came from\n  {shown}",
            tool.id(),
            finished.status,
        );
    }
    step.done(&format!("installed {}", tool.id()));
    Ok(())
}
