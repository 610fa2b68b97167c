//! `cargo xtask dev`: serves the site. When sources change, the command updates the site and reloads the open pages.
//!
//! After a change of content or style, only the pages are written again. After a change of code, the code is compiled
//! first. A mistake in the changed sources is shown over the last good page.

pub mod pages;

use anyhow::Result;
use tokio::runtime::Runtime;

use super::build::{self, Failure};
use super::{Address, serve};
use crate::live::Live;
use crate::live::changes::{Change, Changes};
use crate::project::Project;
use crate::server;
use crate::tools::Toolbox;

/// Serves the site, and updates it after each change of the sources. Runs until an interrupt.
///
/// # Errors
/// Fails if the address cannot be used, if the tools cannot be found or installed, if the sources
/// cannot be watched, if there is no site and none can be built, if the server cannot be started,
/// or if no browser can be opened although `address.open` is set.
pub fn run(project: &Project, address: &Address) -> Result<()> {
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(server::bind(&address.host, address.port))?;
    let toolbox = Toolbox::ready(project)?;
    // Watching starts before the first build, so that changes during this build are not missed.
    let changes = Changes::watch(project)?;
    if !project.dist().join("index.html").is_file() {
        build::run(project, None)?;
    }

    let live = Live::new(&project.dist())?;
    let router = live.router();
    serve::announce(&listener, address, "serving dist/, and every change to it,")?;
    runtime.spawn(async { axum::serve(listener, router).await });

    let mut due = Change::since_last_build(project);
    loop {
        if let Some(change) = due {
            let updated = update(project, &toolbox, change).and_then(|()| live.site_changed().map_err(Failure::from));
            if let Err(failure) = updated {
                let mistake = failure.to_string();
                eprintln!("{mistake}\n\nwaiting for the next change");
                live.show_mistake(mistake);
            }
        }
        due = Some(changes.next()?);
    }
}

fn update(project: &Project, toolbox: &Toolbox, change: Change) -> Result<(), Failure> {
    match change {
        Change::Pages => pages::write(project),
        Change::Code => build::compile(project, toolbox, None),
    }
}
