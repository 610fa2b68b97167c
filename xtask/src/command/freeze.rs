//! `cargo xtask freeze`: builds the site and saves a copy that never changes, for people who quote or embed it.
//!
//! The copies are in `frozen/`, which has to be committed. Every build puts all copies into `v/` in the site. The
//! function `freeze` of the package `site` writes the files of a copy, and `frozen.rs` there never replaces a copy.

use std::env;

use anyhow::{Context, Result, anyhow, ensure};

use super::build;
use super::dev::pages;
use crate::child;
use crate::progress::Step;
use crate::project::Project;

/// Builds the site and saves a copy in `frozen/`, in a folder named after `date`. If `date` is `None`, the folder is
/// named after the current day in UTC. `base_url` is the address of the site's folder, as in a build.
///
/// # Errors
/// Fails if no address of the site is known, if the site cannot be built, or if the copy cannot be
/// saved, for example because `date` is not a day or because there is a different copy for that
/// day. A failure does not change existing copies.
pub fn run(project: &Project, date: Option<&str>, base_url: Option<&str>) -> Result<()> {
    ensure!(
        base_url.is_some() || env::var_os(build::BASE_URL).is_some_and(|text| !text.is_empty()) || is_in_content(project)?,
        "a frozen copy states its address for good: name the address of the site's folder, for instance \
         --base-url https://news.example/explainer/, or set base_url in content/site.toml"
    );
    build::run(project, base_url)?;
    let date = date.map_or_else(today, str::to_owned);
    let mut command = pages::site_command(project)?;
    command.arg("--out").arg(project.dist()).arg("--freeze").arg(&date);
    if let Some(base_url) = base_url {
        command.env(build::BASE_URL, base_url);
    }
    let step = Step::start("freezing the site");
    let finished = child::run(command, |line| step.follow(line)).context("cannot run the hook that writes the pages")?;
    if !finished.status.success() {
        drop(step);
        return Err(anyhow!("{}", finished.output.trim()).context("nothing was frozen"));
    }
    step.done(&format!("frozen: frozen/{date}/, which is v/{date}/ on the site; commit it, so that every later build has it"));
    Ok(())
}

/// Returns whether the content sets `base_url`.
fn is_in_content(project: &Project) -> Result<bool> {
    let story = story::load(&project.content()).map_err(|problems| anyhow!("the content is not sound\n\n{problems}"))?;
    Ok(story.base_url.is_some())
}

fn today() -> String {
    jiff::Timestamp::now().strftime("%F").to_string()
}
