//! Reads and writes the sections of `BENCHMARKS.md`, which has the latest measurements. Only the text between the markers
//! of a section is replaced. People write the text around the markers.

use anyhow::{Context, Result};
use std::{fs, path::PathBuf};
use xtask::project::Project;

/// A section of the file, between `<!-- name -->` and `<!-- end of name -->`.
#[derive(Debug)]
pub(crate) struct Section {
    file: PathBuf,
    name: &'static str,
}

impl Section {
    /// Refers to the section with that name. Nothing is read yet.
    pub(crate) fn new(project: &Project, name: &'static str) -> Self {
        Self { file: project.root().join("BENCHMARKS.md"), name }
    }

    /// Returns the text of the section. It is empty if the file or the section is missing.
    pub(crate) fn read(&self) -> String {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        self.split(&text).map(|(_, body, _)| body.to_owned()).unwrap_or_default()
    }

    /// Replaces the text of the section.
    pub(crate) fn write(&self, body: &str) -> Result<()> {
        let name = self.file.display();
        let text = fs::read_to_string(&self.file).with_context(|| format!("cannot read {name}"))?;
        let (before, _, after) = self.split(&text).with_context(|| {
            format!("{name} has no place for these figures; add the lines `<!-- {0} -->` and `<!-- end of {0} -->` to it", self.name)
        })?;
        fs::write(&self.file, format!("{before}\n\n{}\n\n{after}", body.trim())).with_context(|| format!("cannot write {name}"))?;
        eprintln!("written into {name}");
        Ok(())
    }

    fn split<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let start = format!("<!-- {} -->", self.name);
        let from = text.find(&start)? + start.len();
        let to = from + text[from..].find(&format!("<!-- end of {} -->", self.name))?;
        Some((&text[..from], &text[from..to], &text[to..]))
    }
}

/// Returns today's date in UTC, as `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}
