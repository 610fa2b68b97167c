//! Watches the sources, and determines the work that a change needs. This module does not do the work.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::files;
use crate::project::Project;

/// A change counts as complete after this time without further events. An editor saves a file in several steps, and a
/// switch of branches changes many files.
const QUIET: Duration = Duration::from_millis(150);

/// The folders with sources that are not compiled. The program that writes the pages reads them.
const PAGES: [&str; 2] = ["content", "style"];
/// The files and folders with sources that are compiled, or that control the build.
const CODE: [&str; 6] = ["src", "crates", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

/// The work that a change needs. `Code` includes the work of `Pages`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// The pages have to be written again.
    Pages,
    /// The code has to be compiled again.
    Code,
}

impl Change {
    /// Returns the work for all sources that were modified after `dist/index.html` was written, or
    /// `None` if there are no such sources. Always returns `Code` if the HTML file of Trunk's last
    /// build is missing, because the pages are written from this file.
    pub(crate) fn since_last_build(project: &Project) -> Option<Self> {
        let written = newest(&project.dist().join("index.html"));
        let newer = |names: &[&str]| names.iter().any(|name| newest(&project.root().join(name)) > written);
        if newer(&CODE) || !project.shell().join("index.html").is_file() { Some(Self::Code) } else { newer(&PAGES).then_some(Self::Pages) }
    }

    /// Returns the work for a change of the file at `path`, which is relative to the workspace. Returns `None` if the
    /// file does not belong to the site's sources.
    fn of(path: &Path) -> Option<Self> {
        let top = path.iter().next()?.to_str()?;
        let name = path.file_name()?.to_str()?;
        // Temporary files of editors are ignored.
        if name.starts_with('.') || name.ends_with('~') {
            return None;
        }
        if CODE.contains(&top) { Some(Self::Code) } else { PAGES.contains(&top).then_some(Self::Pages) }
    }
}

/// Returns the modification time of the newest file at or below a path, or the Unix epoch if there is no file.
fn newest(path: &Path) -> SystemTime {
    let files = files::below(path).unwrap_or_default();
    files.iter().map(|file| file.modified).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

/// A watcher of the sources, and the changes that it has reported.
pub(crate) struct Changes {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    /// Dropping the watcher ends the watching.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Watches the sources of a project.
    pub(crate) fn watch(project: &Project) -> Result<Self> {
        // The system reports changes with canonical paths.
        let root = project.root().canonicalize().context("cannot find the workspace's folder")?;
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).context("cannot watch files")?;
        // Folders are watched instead of files, because editors replace files. The root is not watched recursively,
        // because builds write many files into its folder `target`.
        watcher.watch(&root, RecursiveMode::NonRecursive).context("cannot watch the workspace")?;
        for name in PAGES.iter().chain(&CODE) {
            let folder = root.join(name);
            if folder.is_dir() {
                let watched = watcher.watch(&folder, RecursiveMode::Recursive);
                watched.with_context(|| format!("cannot watch {}", folder.display()))?;
            }
        }
        Ok(Self { root, events, _watcher: watcher })
    }

    /// Waits until the next change is complete, and returns the work that it needs.
    pub(crate) fn next(&self) -> Result<Change> {
        let mut change = None;
        loop {
            let event = match change {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(_) => self.events.recv_timeout(QUIET),
            };
            match (event, change) {
                (Ok(event), _) => change = change.max(self.change_in(&event.context("cannot watch files")?)),
                (Err(RecvTimeoutError::Timeout), Some(change)) => return Ok(change),
                (Err(_), _) => anyhow::bail!("the system no longer reports changes to files"),
            }
        }
    }

    fn change_in(&self, event: &Event) -> Option<Change> {
        // Access events are ignored. A build reads the sources, so otherwise each build would cause
        // another build.
        if matches!(event.kind, EventKind::Access(_)) {
            return None;
        }
        let paths = event.paths.iter().filter_map(|path| path.strip_prefix(&self.root).ok());
        paths.filter_map(Change::of).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<Change>) {
        assert_eq!(Change::of(Path::new(path)), expected, "{path}");
    }

    #[test]
    fn only_code_is_compiled() {
        check("content/en/why.md", Some(Change::Pages));
        check("style/tokens.css", Some(Change::Pages));
        check("crates/site/src/page/masthead.rs", Some(Change::Code));
        check("crates/story/Cargo.toml", Some(Change::Code));
        check("index.html", Some(Change::Code));
        check("Trunk.toml", Some(Change::Code));
    }

    #[test]
    fn other_files_change_nothing() {
        check("README.md", None);
        check("dist/index.html", None);
        check("content/en/.why.md.swp", None);
        check("content/en/why.md~", None);
        check("", None);
    }
}
