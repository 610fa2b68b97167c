//! Installs the npm packages that tests and benchmarks use. Each set of packages for tests has its own folder with a
//! lock file in the crate `tests`. The site contains none of these packages.

use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    time::SystemTime,
};

/// The lock that an installation holds. Tests run in parallel, and npm must not install the packages of a folder twice
/// at the same time.
static INSTALLING: Mutex<()> = Mutex::new(());

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Installs the packages of the folder `name` in the crate `tests` if necessary, and returns the folder's path.
///
/// # Errors
/// Fails if npm has to install the packages, and cannot be run or does not succeed.
pub fn folder(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    install(&folder)?;
    Ok(folder)
}

/// Installs the packages that the lock file in `folder` lists, unless they are installed already.
///
/// # Errors
/// Fails if npm has to install the packages, and cannot be run or does not succeed.
pub fn install(folder: &Path) -> Result<()> {
    let _guard = INSTALLING.lock();
    if is_current(folder) {
        return Ok(());
    }
    run(folder, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
}

/// Runs npm in `folder`.
///
/// # Errors
/// Fails if npm cannot be run or does not succeed.
pub fn run(folder: &Path, arguments: &[&str]) -> Result<()> {
    let output = Command::new(NPM).args(arguments).current_dir(folder).output();
    let output = output.context("npm cannot be run; it comes with Node.js 20 or newer, https://nodejs.org")?;
    let messages = [output.stdout, output.stderr].concat();
    ensure!(output.status.success(), "npm {} in {}: {}", arguments.join(" "), folder.display(), String::from_utf8_lossy(&messages));
    Ok(())
}

/// Returns whether npm's list of installed packages is newer than the lock file. npm writes the list at the end of an
/// installation.
fn is_current(folder: &Path) -> bool {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|found| found.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    changed("node_modules/.package-lock.json") > changed("package-lock.json")
}
