//! Reads the server configurations from the section on publishing in the README.

use anyhow::{Context, Result};
use std::fs;
use xtask::{project::Project, servers::HostServer};

/// The folder of the site in the examples of the README.
pub(crate) const PLACE: &str = "/srv/explainer";

/// Returns the example configuration for `server` in the README.
pub(crate) fn lines_for(server: HostServer) -> Result<String> {
    let readme = fs::read_to_string(Project::here().root().join("README.md"))?;
    let guide = readme.split("\n## ").find(|section| section.starts_with("Publishing it")).context("the README has no such section")?;
    let named = match server {
        HostServer::Nginx => "**nginx.**",
        HostServer::Caddy => "**Caddy**",
        HostServer::Apache => "**Apache**",
    };
    let after = guide.split_once(named).with_context(|| format!("the README has no paragraph about {named}"))?.1;
    let lines = after.lines().skip_while(|line| !line.starts_with("    "));
    let lines: Vec<_> = lines.map_while(|line| line.strip_prefix("    ")).collect();
    Ok(lines.join("\n"))
}
