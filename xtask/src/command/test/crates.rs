//! Checks the dependencies of the project. Each crate must be used, have a licence that
//! `.cargo/deny.toml` allows, and come from the registry. The code for browsers may depend on only
//! one version of each crate. `.cargo/deny.toml` lists the exceptions to this last rule.

use std::process::Command;

use anyhow::Result;

use super::quietly;
use crate::project::Project;
use crate::tools::Toolbox;

/// The arguments that make cargo-deny check only the dependencies of the code for browsers. The
/// check starts at the package `share`, which depends on `explainer` and `vocabulary`. The package
/// `search` is not checked, because `share` directly or indirectly has all dependencies of
/// `search`.
const SHIPPED: [&str; 9] = [
    "--target",
    "wasm32-unknown-unknown",
    "--manifest-path",
    "crates/share/Cargo.toml",
    "--exclude-dev",
    "--exclude",
    "site",
    "--exclude",
    "story",
];

/// Runs cargo-deny and cargo-machete on the project.
///
/// # Errors
/// Fails if the tools cannot be found or installed, or if one of them cannot be run or finds a
/// problem.
pub(super) fn check(project: &Project) -> Result<()> {
    let path = Toolbox::of_auditors(project)?.path()?;
    let found: Vec<_> = [
        ("cargo-deny", &["--workspace", "--all-features", "check", "licenses", "sources"][..]),
        ("cargo-deny", &[&SHIPPED[..], &["check", "bans"]].concat()),
        // cargo-machete finds dependencies in Cargo.toml that no code uses.
        ("cargo-machete", &["--skip-target-dir"]),
    ]
    .into_iter()
    .filter_map(|(program, arguments)| {
        let mut command = Command::new(program);
        command.args(arguments).env("PATH", &path).current_dir(project.root());
        quietly(command, program).err()
    })
    .collect();
    found.into_iter().next().map_or(Ok(()), Err)
}
