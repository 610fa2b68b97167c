//! Checks that two builds of the same sources are identical. Compiles the WebAssembly again from scratch, writes all
//! pages again, and compares every file byte by byte.

use std::collections::BTreeMap;
use std::fs;
use std::io;

use anyhow::{Context, Result, ensure};

use super::{cargo, quietly};
use crate::command::build;
use crate::files;
use crate::project::Project;
use crate::tools::Toolbox;

/// Builds the site in `dist/` again, and compares the files of both builds.
///
/// # Errors
/// Fails if the files of a build cannot be read, if the second build cannot be prepared or fails,
/// or if files differ. If files differ, the message names all of them.
pub(super) fn build_and_compare(project: &Project, toolbox: &Toolbox, base_url: &str) -> Result<()> {
    let before = site(project)?;
    let mut clean = cargo(project);
    clean.args(["clean", "--release", "--target", "wasm32-unknown-unknown"]);
    quietly(clean, "cargo clean")?;
    build::compile(project, toolbox, Some(base_url)).map_err(build::Failure::printed)?;
    let after = site(project)?;
    let files = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    let differing: Vec<_> = files.filter(|name| before.get(*name) != after.get(*name)).map(String::as_str).collect();
    ensure!(differing.is_empty(), "a second build of the same sources differs in: {}", differing.join(", "));
    Ok(())
}

/// Returns the content of every file of the site, by path.
fn site(project: &Project) -> Result<BTreeMap<String, Vec<u8>>> {
    let dist = project.dist();
    let read = || -> io::Result<BTreeMap<_, _>> {
        files::below(&dist)?.into_iter().map(|file| Ok((file.path.display().to_string(), fs::read(&file.path)?))).collect()
    };
    read().with_context(|| format!("cannot read {}", dist.display()))
}
