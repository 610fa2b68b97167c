//! Builds and serves the peer sites. Each peer site has the first page as other developers would write it, in plain
//! HTML, React or SvelteKit. Each is built with its own tools, from the content of the explainer. The sources are in
//! `crates/bench/peers`.

mod content;
mod figures;
mod html;
mod vote_page;

use super::site::{Markup, Site, copy_compressed};
use anyhow::{Context, Result, anyhow};
use content::Page;
use std::{fs, path::Path};
use tests::npm;
use vote_page::VotePage;
use xtask::{progress::Step, project::Project};

/// The name of the peer site with which the goals compare first paints and roll calls.
pub(super) const PLAIN: &str = "plain HTML";
/// The name of the peer site with which the goals compare interactions, memory, and first presses with 0.4 of a
/// processor.
pub(super) const REACT: &str = "React";
/// The name of the peer site with which the goals compare first presses without a quota.
pub(super) const SVELTEKIT: &str = "SvelteKit";

/// The name and the folder of each peer site.
const PEERS: [(&str, &str); 3] = [(PLAIN, "plain"), (REACT, "react"), (SVELTEKIT, "sveltekit")];

/// The path of the page about a vote on the plain HTML site.
pub(super) const PLAIN_VOTE: &str = "vote/";

/// Builds the peer sites and starts their servers. Returns the sites, and the path of the explainer's page about one
/// vote. The plain HTML site has a page about the same vote.
///
/// # Errors
/// Fails if the content has problems, if npm fails, if a file or folder cannot be read, written or
/// removed, or if a server cannot be started.
pub(super) async fn serve(project: &Project, folder: &Path) -> Result<(Vec<Site>, String)> {
    let step = Step::start("building the peers");
    let peers = folder.join("peers");
    let sources = project.root().join("crates/bench/peers");
    copy_changed(&sources, &peers)?;
    let story = story::load(&project.content()).map_err(|problems| anyhow!("{problems}"))?;
    let edition = story.editions.first().context("the content has no language")?;
    let vote = edition.first_vote.clone();
    let page = VotePage::of(edition, &vote).with_context(|| format!("{vote} is no resolution with a vote"))?;
    fs::write(peers.join("story.json"), serde_json::to_string(&Page::of(edition))?)?;
    fs::write(peers.join("vote.json"), serde_json::to_string(&page)?)?;
    let mut sites = Vec::new();
    for (name, folder_name) in PEERS {
        step.detail(name);
        let source = peers.join(folder_name);
        if source.join("package-lock.json").is_file() {
            npm::install(&source)?;
        }
        npm::run(&source, &["run", "build"])?;
        let served = folder.join(format!("peer-{folder_name}"));
        if served.is_dir() {
            fs::remove_dir_all(&served)?;
        }
        copy_compressed(&source.join("dist"), &served)?;
        sites.push(Site::serve(name, &served, Markup::Peer).await?);
    }
    step.done("built the peers");
    Ok((sites, format!("un-history/{vote}/")))
}

/// Copies only those files of a folder that differ. An unchanged lock file keeps its date, so the npm packages are not
/// installed again.
fn copy_changed(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let source = entry?.path();
        let target = to.join(source.file_name().unwrap_or_default());
        if source.is_dir() {
            copy_changed(&source, &target)?;
        } else if fs::read(&target).ok() != Some(fs::read(&source)?) {
            fs::copy(&source, &target).with_context(|| format!("cannot copy {}", source.display()))?;
        }
    }
    Ok(())
}
