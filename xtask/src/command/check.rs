//! `cargo xtask check`: reads the content and lists every mistake in it. The command needs neither WebAssembly nor
//! Trunk.
//!
//! The rules are in the `story` crate. If there is no mistake, the command prints notes about possible improvements,
//! unless it checks only one language. Notes do not make the command fail.

use anyhow::{Result, bail};
use story::Notes;

use crate::progress::Step;
use crate::project::Project;

/// Checks the content. If `language` is given, checks only the texts of that language. The site
/// need not publish that language yet.
///
/// # Errors
/// Fails if the checked content has problems. A missing translation is such a problem. The error lists all problems,
/// file by file.
pub fn run(project: &Project, language: Option<&str>) -> Result<()> {
    let step = Step::start("checking the content");
    let checked = match language {
        None => story::load(&project.content()).map(|story| (format!("content is sound: {}", story.summary()), story.notes)),
        Some(language) => story::check_language(&project.content(), language).and_then(|problems| {
            let message = format!("nothing is left to do for {language}; add it to `languages` in content/site.toml to publish it");
            if problems.is_empty() { Ok((message, Notes::default())) } else { Err(problems) }
        }),
    };
    match checked {
        Ok((message, notes)) => {
            step.done(&message);
            if !notes.is_empty() {
                eprintln!("\n{notes}");
            }
            Ok(())
        }
        Err(problems) => {
            drop(step);
            bail!("the content is not sound\n\n{problems}")
        }
    }
}
