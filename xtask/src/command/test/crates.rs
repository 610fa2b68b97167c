//! The crates that the project is built from: none that is unused, none of another licence than `.cargo/deny.toml`
//! allows, none from elsewhere than the registry, and in what browsers get, none twice.

use std::process::Command;

use anyhow::Result;

use super::quietly;
use crate::project::Project;
use crate::tools::Toolbox;

/// What is compiled for browsers, as `index.html` has Trunk do it. Of the workspace, these three packages depend on all others
/// that browsers get.
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

/// Looks at all of them.
///
/// # Errors
/// If a tool is missing and cannot be installed, or has found something.
pub(super) fn check(project: &Project) -> Result<()> {
    let path = Toolbox::of_auditors(project)?.path()?;
    let found: Vec<_> = [
        ("cargo-deny", &["--workspace", "--all-features", "check", "licenses", "sources"][..]),
        ("cargo-deny", &[&SHIPPED[..], &["check", "bans"]].concat()),
        // It looks for what is named in Cargo.toml and nowhere in the code.
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
