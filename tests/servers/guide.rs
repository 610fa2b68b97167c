//! What the README says on how to publish, word for word.

use anyhow::{Context, Result};
use std::fs;
use xtask::{project::Project, servers::HostServer};

/// Where the README supposes that the site is.
pub(crate) const PLACE: &str = "/srv/explainer";

/// The lines to write into the configuration of `server`.
pub(crate) fn lines_for(server: HostServer) -> Result<String> {
    let readme = fs::read_to_string(Project::here().root().join("README.md"))?;
    let guide = readme.split("\n## ").find(|section| section.starts_with("Publishing it")).context("the README has no such section")?;
    let named = match server {
        HostServer::Nginx => "**nginx.**",
        HostServer::Caddy => "**Caddy**",
        HostServer::Apache => "**Apache**",
    };
    let after = guide.split_once(named).with_context(|| format!("the README says nothing of {named}"))?.1;
    let lines = after.lines().skip_while(|line| !line.starts_with("    "));
    let lines: Vec<_> = lines.map_while(|line| line.strip_prefix("    ")).collect();
    Ok(lines.join("\n"))
}
