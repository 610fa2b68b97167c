//! Reads the pinned versions of the tools. Each version is in only one file. `Cargo.lock` has the version of
//! wasm-bindgen, `Trunk.toml` has the version of wasm-opt, and the workspace's `Cargo.toml` has all other versions.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Debug)]
pub(crate) struct Pins {
    pub(crate) trunk: String,
    /// The version of the library wasm-bindgen, for example `0.2.130`. The tool wasm-bindgen-cli must have the same
    /// version.
    pub(crate) wasm_bindgen: String,
    /// The version of Binaryen, for example `132`.
    pub(crate) wasm_opt: String,
    pub(crate) twiggy: String,
    pub(crate) cargo_deny: String,
    pub(crate) cargo_machete: String,
    pub(crate) geckodriver: String,
    /// The versions of the older builds of Chromium, for example `109.0.6`. The oldest version comes first.
    pub(crate) older_chromium: Vec<String>,
    /// The npm packages with the fonts of the pictures for link previews, and their versions.
    pub(crate) fonts: BTreeMap<String, String>,
}

impl Pins {
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let workspace: CargoToml = read_toml(&root.join("Cargo.toml"))?;
        let lock: CargoLock = read_toml(&root.join("Cargo.lock"))?;
        let trunk: TrunkToml = read_toml(&root.join("Trunk.toml"))?;
        let wasm_bindgen = lock.package.into_iter().find(|package| package.name == "wasm-bindgen");
        let wasm_opt = trunk.tools.wasm_opt;
        let tools = workspace.workspace.metadata.tools;
        Ok(Self {
            trunk: tools.trunk,
            twiggy: tools.twiggy,
            cargo_deny: tools.cargo_deny,
            cargo_machete: tools.cargo_machete,
            geckodriver: tools.geckodriver,
            older_chromium: tools.older_chromium,
            fonts: tools.fonts,
            wasm_bindgen: wasm_bindgen.context("Cargo.lock has no package wasm-bindgen")?.version,
            wasm_opt: wasm_opt
                .strip_prefix("version_")
                .with_context(|| format!("Trunk.toml: wasm_opt is {wasm_opt:?}, but has to look like \"version_132\""))?
                .to_owned(),
        })
    }
}

#[derive(Deserialize)]
struct CargoToml {
    workspace: Workspace,
}

#[derive(Deserialize)]
struct Workspace {
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    tools: CargoTomlTools,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct CargoTomlTools {
    trunk: String,
    twiggy: String,
    cargo_deny: String,
    cargo_machete: String,
    geckodriver: String,
    older_chromium: Vec<String>,
    fonts: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct CargoLock {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

#[derive(Deserialize)]
struct TrunkToml {
    tools: TrunkTomlTools,
}

#[derive(Deserialize)]
struct TrunkTomlTools {
    wasm_opt: String,
}

fn read_toml<T: DeserializeOwned>(file: &Path) -> Result<T> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    toml::from_str(&text).with_context(|| format!("cannot find the pinned tools in {}", file.display()))
}
