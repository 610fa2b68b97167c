//! Installs older builds of Chromium from npm. The tests use them to check the page's fallbacks.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use brotli::Decompressor;

use super::pins::Pins;
use super::tool::Tool;
use super::{cache_folder, install};
use crate::project::Project;

/// The npm package with the builds.
const PACKAGE: &str = "@sparticuz/chromium";

/// Returns the pinned versions, the oldest first.
///
/// # Errors
/// Fails if the pinned versions cannot be read.
pub fn versions(project: &Project) -> Result<Vec<String>> {
    Ok(Pins::read(project.root())?.older_chromium)
}

/// Returns the path of Chromium in the given version. Installs it into the shared folder if it is missing.
///
/// # Errors
/// Fails if there is no build for this system, or if the build is missing and cannot be installed or unpacked.
pub fn ready(version: &str) -> Result<PathBuf> {
    ensure!(cfg!(all(target_os = "linux", target_arch = "x86_64")), "npm has it for Linux on x86-64 alone");
    let tool = Tool::files(PACKAGE, version);
    let cache = cache_folder()?;
    if !tool.is_in(&cache) {
        install::install(&tool, &cache)?;
    }
    let program = cache.join(tool.id()).join("chromium");
    if !program.exists() {
        let packed = tool.folder_in(&cache).join(PACKAGE).join("bin/chromium.br");
        unpack(&packed, &program).with_context(|| format!("cannot unpack {}", packed.display()))?;
    }
    Ok(program)
}

/// Decompresses a program into a temporary file and renames this file, so that `program` is never incomplete.
fn unpack(packed: &Path, program: &Path) -> Result<()> {
    let unfinished = program.with_extension("unfinished");
    let mut file = File::create(&unfinished)?;
    io::copy(&mut Decompressor::new(File::open(packed)?, 1 << 16), &mut file)?;
    drop(file);
    make_executable(&unfinished)?;
    Ok(fs::rename(&unfinished, program)?)
}

#[cfg(unix)]
fn make_executable(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> io::Result<()> {
    Ok(())
}
