//! `cargo xtask freeze`: builds the site and keeps a copy of it that will not change any more, for those who quote or embed it.
//!
//! Copies are kept in `frozen/`, which no build touches and which belongs into the repository; every build puts them below
//! the site's `v/`. What a copy is, and that one is never replaced by another, is decided by the program that writes the site.

use std::env;

use anyhow::{Context, Result, anyhow, ensure};

use super::build;
use super::dev::pages;
use crate::child;
use crate::progress::Step;
use crate::project::Project;

/// Keeps a copy under the day `date`, or else today's by UTC; `base_url` says where the site will stand, as in a build.
///
/// # Errors
/// If nobody says where the site will stand, it cannot be built, or another copy of that day is there; `frozen/` is as it was.
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

/// Whether the content says where the site will stand.
fn is_in_content(project: &Project) -> Result<bool> {
    let story = story::load(&project.content()).map_err(|problems| anyhow!("the content is not sound\n\n{problems}"))?;
    Ok(story.base_url.is_some())
}

fn today() -> String {
    jiff::Timestamp::now().strftime("%F").to_string()
}
