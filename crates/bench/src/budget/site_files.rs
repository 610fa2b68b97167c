//! Finds and weighs the files of a written site by their addresses. The weight of each file is computed only once.

use crate::weight::Weight;
use anyhow::{Context, Result};
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};
use xtask::server::header_rules::HeaderRules;

/// The written site, its header rules, and the weights computed so far.
#[derive(Debug)]
pub(super) struct SiteFiles {
    dist: PathBuf,
    rules: HeaderRules,
    files: HashMap<String, Weight>,
    texts: HashMap<String, Weight>,
}

/// The folder with the frozen copies of the site.
const FROZEN: &str = "v";

/// Adds all files below `folder` to `files`.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("there is no site in {}; `cargo xtask build` writes it", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

impl SiteFiles {
    /// Opens the site in the folder `dist`. Reads its `_headers` if the file exists.
    pub(super) fn open(dist: &Path) -> Result<Self> {
        let headers = fs::read_to_string(dist.join("_headers")).unwrap_or_default();
        let rules = headers.parse().context("the site's _headers")?;
        Ok(Self { dist: dist.to_owned(), rules, files: HashMap::new(), texts: HashMap::new() })
    }

    /// Returns the paths of all HTML files, sorted.
    pub(super) fn pages(&self) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        collect(&self.dist, &mut files)?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "html"));
        files.sort();
        Ok(files)
    }

    /// Returns the size of all files together, in bytes. Compressed siblings count too. Frozen copies do not count,
    /// because each is a separate site.
    pub(super) fn size(&self) -> Result<usize> {
        let mut files = Vec::new();
        collect(&self.dist, &mut files)?;
        let frozen = self.dist.join(FROZEN);
        let sizes = files.iter().filter(|file| !file.starts_with(&frozen)).map(|file| Ok(usize::try_from(fs::metadata(file)?.len())?));
        sizes.sum()
    }

    /// Returns the address of a file on the site. The address begins with `/` and does not contain `index.html`.
    pub(super) fn address(&self, file: &Path) -> Result<String> {
        let path = file.strip_prefix(&self.dist)?.to_string_lossy().replace('\\', "/");
        Ok(format!("/{}", path.strip_suffix("index.html").unwrap_or(&path)))
    }

    /// Resolves the address `named`, which the markup of the page at the address `page` contains. Returns `None` if the
    /// site has no such file.
    pub(super) fn resolve(&self, page: &str, named: &str) -> Option<String> {
        let named = named.split(['?', '#']).next().unwrap_or_default();
        let address = if named.starts_with('/') {
            named.to_owned()
        } else {
            let mut folders: Vec<&str> = page.split('/').collect();
            folders.pop();
            for step in named.split('/') {
                match step {
                    "." => {}
                    ".." => drop(folders.pop()),
                    name => folders.push(name),
                }
            }
            folders.join("/")
        };
        self.path(&address).is_file().then_some(address)
    }

    /// Returns the weight of the file at an address.
    pub(super) fn file(&mut self, address: &str) -> Result<Weight> {
        if let Some(known) = self.files.get(address) {
            return Ok(*known);
        }
        let weight = Weight::of_file(&self.path(address))?;
        self.files.insert(address.to_owned(), weight);
        Ok(weight)
    }

    /// Returns the weight of an inline style or script.
    pub(super) fn text(&mut self, text: &str) -> Result<Weight> {
        if text.is_empty() {
            return Ok(Weight::default());
        }
        if let Some(known) = self.texts.get(text) {
            return Ok(*known);
        }
        let weight = Weight::of(text.as_bytes())?;
        self.texts.insert(text.to_owned(), weight);
        Ok(weight)
    }

    /// Returns whether the rules of `_headers` give the file a `Cache-Control` with `immutable`. Browsers do not
    /// revalidate such files.
    pub(super) fn is_immutable(&self, address: &str) -> bool {
        let last = self.rules.for_path(address).filter(|(name, _)| *name == "cache-control").last();
        last.and_then(|(_, value)| value.to_str().ok()).is_some_and(|value| value.contains("immutable"))
    }

    fn path(&self, address: &str) -> PathBuf {
        let name = address.trim_start_matches('/');
        if name.is_empty() || name.ends_with('/') { self.dist.join(name).join("index.html") } else { self.dist.join(name) }
    }
}
