//! `cargo xtask check`: reads the content and says everything that is wrong with it. No WebAssembly, no Trunk.
//!
//! What is right and wrong is decided by the `story` crate, never here. What could be better is told, and no mistake.

use anyhow::{Result, bail};
use story::Notes;

use crate::progress::Step;
use crate::project::Project;

/// Checks the content; with `language`, what is left to translate into it, published or not.
///
/// # Errors
/// If the content has problems: all of them, file by file.
pub fn run(project: &Project, language: Option<&str>) -> Result<()> {
    let step = Step::start("checking the content");
    let checked = match language {
        None => story::load(&project.content()).map(|story| (format!("content is sound: {}", story.summary()), story.notes)),
        Some(language) => story::check_language(&project.content(), language).and_then(|problems| {
            let sound = format!("nothing is left to do for {language}; add it to `languages` in content/site.toml to publish it");
            if problems.is_empty() { Ok((sound, Notes::default())) } else { Err(problems) }
        }),
    };
    match checked {
        Ok((sound, notes)) => {
            step.done(&sound);
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
