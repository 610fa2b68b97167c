//! Checks the crates that the project uses: every crate is used, has a licence that `.cargo/deny.toml` allows, and
//! comes from the registry. Code for browsers has no crate in two versions.

use std::process::Command;

use anyhow::Result;

use super::quietly;
use crate::project::Project;
use crate::tools::Toolbox;

/// The arguments that select the code for browsers, with the target of `index.html`. These three packages of the
/// workspace depend on all others that browsers get.
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

/// Runs all of these checks.
///
/// # Errors
/// If a tool is missing and cannot be installed, or finds a problem.
pub(super) fn check(project: &Project) -> Result<()> {
    let path = Toolbox::of_auditors(project)?.path()?;
    let found: Vec<_> = [
        ("cargo-deny", &["--workspace", "--all-features", "check", "licenses", "sources"][..]),
        ("cargo-deny", &[&SHIPPED[..], &["check", "bans"]].concat()),
        // It finds dependencies that Cargo.toml names and no code uses.
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
