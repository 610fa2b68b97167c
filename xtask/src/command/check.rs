//! `cargo xtask check`: reads the content and says everything that is wrong with it. No WebAssembly, no Trunk.
//!
//! What is right and wrong is decided by the `story` crate, never here.

use anyhow::{Result, bail};

use crate::progress::Step;
use crate::project::Project;

/// Checks the content.
///
/// # Errors
/// If the content has problems: all of them, file by file.
pub fn run(project: &Project) -> Result<()> {
    let step = Step::start("checking the content");
    match story::load(&project.content()) {
        Ok(story) => {
            step.done(&format!("content is sound: {}", story.summary()));
            Ok(())
        }
        Err(problems) => {
            drop(step);
            bail!("the content is not sound\n\n{problems}")
        }
    }
}
