//! Finds or installs the tools of builds and tests, in exactly the pinned versions. Most tools are used from PATH if
//! the version there matches. Otherwise, a tool is installed into a folder that all checkouts of this user share.
//!
//! Rust's target for browsers is not in the shared folder, because rustup installs it.

mod install;
pub mod older_chromium;
mod pins;
mod tool;
mod wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use pins::Pins;
use tool::{Source, Tool};

/// The environment variable with the path of the shared folder. The default is a folder in the user's cache folder.
/// `crates/site/src/pictures/fonts.rs` determines the folder in the same way.
const CACHE_VARIABLE: &str = "EXPLAINER_TOOLS";

/// Adds Rust's target for browsers unless it is installed.
///
/// # Errors
/// Fails if the target is missing and rustup cannot add it.
pub fn ensure_wasm_target() -> Result<()> {
    wasm_target::ensure()
}

/// The folders of the programs that were not on PATH in the pinned version. A command that runs these programs needs
/// the folders on PATH.
#[derive(Debug)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Finds or installs all tools that a build needs.
    ///
    /// # Errors
    /// Fails if the pinned versions cannot be read, if the shared folder is unknown, or if a tool
    /// is missing and cannot be installed. If npm or rustup is missing, the message says how to
    /// install it.
    pub fn ready(project: &Project) -> Result<Self> {
        Self::of(tools(&Pins::read(project.root())?))
    }

    /// Finds or installs the tools of a build and twiggy, which analyses the size of WebAssembly.
    ///
    /// # Errors
    /// Fails as [`Toolbox::ready`] does.
    pub fn with_twiggy(project: &Project) -> Result<Self> {
        let pins = Pins::read(project.root())?;
        let twiggy = Tool::new("twiggy", "twiggy", &pins.twiggy, Source::Crate { locked: false });
        Self::of(tools(&pins).into_iter().chain([twiggy]).collect())
    }

    /// Finds or installs the tools that check the crates of the project.
    ///
    /// # Errors
    /// Fails as [`Toolbox::ready`] does.
    pub fn of_auditors(project: &Project) -> Result<Self> {
        let pins = Pins::read(project.root())?;
        Self::of(vec![
            Tool::new("cargo-deny", "cargo-deny", &pins.cargo_deny, Source::Crate { locked: true }),
            Tool::new("cargo-machete", "cargo-machete", &pins.cargo_machete, Source::Crate { locked: true }),
        ])
    }

    fn of(tools: Vec<Tool>) -> Result<Self> {
        wasm_target::ensure()?;
        let cache = cache_folder()?;
        let mut folders = Vec::new();
        for tool in tools {
            if tool.is_on_path() {
                continue;
            }
            if !tool.is_in(&cache) {
                install::install(&tool, &cache)?;
            }
            if tool.program.is_some() {
                folders.push(tool.folder_in(&cache));
            }
        }
        Ok(Self { folders })
    }

    /// Returns the name and the value of an environment variable for compiling the WebAssembly. Panic messages contain
    /// paths of source files. In these paths, the variable makes the compiler write `crates` in place of cargo's folder
    /// for downloaded crates. So the WebAssembly neither reveals this folder nor depends on it. Returns `None` if the
    /// folder is unknown.
    pub fn for_wasm() -> Option<(&'static str, OsString)> {
        let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(dirs::home_dir()?.join(".cargo")))?;
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(cargo.join("registry/src"));
        flag.push("=crates");
        Some(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag))
    }

    /// Returns PATH with the folders of these tools at the front.
    ///
    /// # Errors
    /// Fails if the path of a folder has a character that PATH cannot contain, such as `:` on Unix.
    pub fn path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&inherited));
        env::join_paths(folders).with_context(|| format!("the tools' folder cannot be put in PATH; name another one in {CACHE_VARIABLE}"))
    }
}

/// Finds or installs geckodriver, the driver of Firefox, in the shared folder, and returns its path.
///
/// # Errors
/// Fails if the pinned version cannot be read, if the shared folder is unknown, or if geckodriver
/// is missing and cannot be installed.
pub fn geckodriver(project: &Project) -> Result<PathBuf> {
    let tool = Tool::new("geckodriver", "geckodriver", &Pins::read(project.root())?.geckodriver, Source::Crate { locked: true });
    let cache = cache_folder()?;
    if !tool.is_in(&cache) {
        install::install(&tool, &cache)?;
    }
    Ok(which::which_in(tool.name(), Some(tool.folder_in(&cache)), &cache)?)
}

fn tools(pins: &Pins) -> Vec<Tool> {
    let programs = [
        Tool::new("trunk", "trunk", &pins.trunk, Source::Crate { locked: true }),
        // This crate does not compile with its own lock file, so the lock file is not used.
        Tool::new("wasm-bindgen-cli", "wasm-bindgen", &pins.wasm_bindgen, Source::Crate { locked: false }),
        // Binaryen's versions are plain numbers. Its npm package appends `.0.0` to them.
        Tool::new("binaryen", "wasm-opt", &pins.wasm_opt, Source::Npm { version: format!("{}.0.0", pins.wasm_opt) }),
    ];
    // The program that draws the pictures finds the fonts by the same pinned versions, so the fonts
    // need not be on PATH.
    programs.into_iter().chain(pins.fonts.iter().map(|(package, version)| Tool::files(package, version))).collect()
}

fn cache_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os(CACHE_VARIABLE).filter(|folder| !folder.is_empty()) {
        return Ok(std::path::absolute(Path::new(&folder))?);
    }
    let cache = dirs::cache_dir().with_context(|| format!("this user has no cache folder for tools; name one in {CACHE_VARIABLE}"))?;
    Ok(cache.join("explainer-tools"))
}
