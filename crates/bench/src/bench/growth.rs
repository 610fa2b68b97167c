//! Writes the site with more or fewer events or resolutions, from generated content.

use super::{generate::generate, interactions::Scope, site};
use crate::weight;
use anyhow::{Context, Result, bail};
use scraper::Html;
use std::{
    fs,
    path::{Path, PathBuf},
};
use xtask::{child, command::dev::pages, progress::Step, project::Project};

/// The number of events or resolutions in the generated content.
#[derive(Clone, Copy, Debug)]
pub(super) enum Size {
    /// This number of events, and the resolutions of the real content.
    Events(usize),
    /// This number of resolutions, and the events of the real content.
    Resolutions(usize),
}

/// The sizes that the benchmark measures.
pub(super) const SIZES: [Size; 6] =
    [Size::Events(20), Size::Events(200), Size::Events(2000), Size::Resolutions(16), Size::Resolutions(160), Size::Resolutions(1600)];

impl Size {
    /// Returns the name of the size in tables, for example `20 events`. The names of the generated folders begin with
    /// this name, with a hyphen instead of the space.
    pub(super) fn name(self) -> String {
        match self {
            Self::Events(count) => format!("{count} events"),
            Self::Resolutions(count) => format!("{count} resolutions"),
        }
    }

    /// Returns whether this is the largest number of events in [`SIZES`], or the largest number of resolutions.
    pub(super) fn is_largest(self) -> bool {
        match self {
            Self::Events(count) => count == 2000,
            Self::Resolutions(count) => count == 1600,
        }
    }

    /// Returns which interactions are measured on a site of this size.
    pub(super) fn scope(self) -> Scope {
        match self {
            Self::Events(_) => Scope::Timeline,
            Self::Resolutions(_) => Scope::Votes,
        }
    }

    /// Writes the site of this size below `folder`, and copies the first page and the measured pages without their
    /// scripts into a second folder. Returns the folder of the site and the folder of the copy.
    pub(super) fn write(self, project: &Project, folder: &Path) -> Result<[PathBuf; 2]> {
        let name = self.name().replace(' ', "-");
        let step = Step::start(&format!("writing the site with {}", self.name()));
        let [content, out, plain] = ["content", "site", "plain"].map(|what| folder.join(format!("{name}-{what}")));
        let (events, resolutions) = match self {
            Self::Events(count) => (Some(count), None),
            Self::Resolutions(count) => (None, Some(count)),
        };
        generate(&project.content(), &content, events, resolutions)?;
        fs::create_dir_all(&out)?;
        for entry in fs::read_dir(project.dist()).context("there is no site; `cargo xtask build` writes it")? {
            let file = entry?.path();
            let file_name = file.file_name().unwrap_or_default();
            if [".js", ".wasm", ".js.br", ".wasm.br"].iter().any(|ending| file_name.to_string_lossy().ends_with(ending)) {
                fs::copy(&file, out.join(file_name))?;
            }
        }
        let mut command = pages::site_command(project)?;
        command.arg("--whole").arg("--content").arg(&content).arg("--out").arg(&out);
        let finished = child::run(command, |line| step.follow(line))?;
        if !finished.status.success() {
            eprint!("{}", finished.output);
            bail!("the site with {} could not be written", self.name());
        }
        step.detail("without its scripts");
        // The server needs the first page of the site.
        let pages: Vec<_> = [""].into_iter().chain(self.scope().pages()).collect();
        site::copy_without_script(&out, &plain, &pages)?;
        step.done(&format!("wrote the site with {}", self.name()));
        Ok([out, plain])
    }

    /// Weighs the first page and the pages whose interactions are measured. For each page, returns the path, the number
    /// of elements, and the size in bytes after compression with Brotli. `site` is the folder of the written site.
    pub(super) fn weigh(self, site: &Path) -> Result<Vec<(&'static str, usize, usize)>> {
        let mut pages = vec!["/"];
        pages.extend(self.scope().pages());
        pages
            .into_iter()
            .map(|page| {
                let file = site.join(page.trim_start_matches('/')).join("index.html");
                let html = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
                let elements = Html::parse_document(&html).root_element().descendent_elements().count();
                Ok((page, elements, weight::brotli(html.as_bytes())?.len()))
            })
            .collect()
    }
}
