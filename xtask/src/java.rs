//! Java, in which the checker of the written HTML is: found where `JAVA_HOME` or PATH has it, or installed from
//! Debian's packages where this user may do so.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::child;
use crate::debian;

/// Debian's package, for whichever version it has.
const PACKAGE: &str = "default-jre-headless";

/// The program `java`.
///
/// # Errors
/// If it is missing and cannot be installed: the message says what to do.
pub fn ready() -> Result<PathBuf> {
    if let Some(java) = find() {
        return Ok(java);
    }
    if debian::may_install() {
        debian::install(&[PACKAGE])?;
        if let Some(java) = find() {
            return Ok(java);
        }
    }
    bail!("the tests need Java 11 or newer. Install it from https://adoptium.net, on Debian with `sudo apt-get install {PACKAGE}`")
}

/// The first that runs: macOS has a `java` that does nothing but ask for another.
fn find() -> Option<PathBuf> {
    let home = env::var_os("JAVA_HOME").map(|home| PathBuf::from(home).join("bin/java"));
    home.into_iter().chain(which::which("java")).find(|java| {
        let mut command = Command::new(java);
        command.arg("-version");
        child::answer(command).is_some()
    })
}
