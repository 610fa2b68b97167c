//! Adds Rust's standard library for WebAssembly with rustup. Distributions of Rust without rustup contain this library
//! or have a package for it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::child;
use crate::progress::Step;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds Rust's target for WebAssembly unless the compiler has this target.
pub(super) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    let rustup = which::which("rustup").with_context(|| {
        format!(
            "Rust's {TARGET} target is missing, and so is rustup: install it (https://rustup.rs), \
             or your system's package with that target"
        )
    })?;
    let step = Step::start(&format!("adding Rust's {TARGET} target"));
    let mut command = Command::new(rustup);
    command.args(["target", "add", TARGET]);
    let finished = child::run(command, |line| step.detail(line))?;
    if !finished.status.success() {
        drop(step);
        eprint!("{}", finished.output);
        bail!("`rustup target add {TARGET}` failed");
    }
    step.done(&format!("added Rust's {TARGET} target"));
    Ok(())
}

/// Returns whether the compiler's library folder for the target exists. This check works for every
/// way of installing Rust.
fn is_installed() -> bool {
    let mut command = Command::new("rustc");
    command.args(["--print", "target-libdir", "--target", TARGET]);
    child::answer(command).is_some_and(|folder| Path::new(folder.trim()).is_dir())
}
