//! Notices when sources change, and says how much work that calls for.
//!
//! What belongs to content, style and code is decided here; what is then done about it is not.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::files;
use crate::project::Project;

/// An editor saves a file in several steps, a switch of branches many files: they are one change.
const QUIET: Duration = Duration::from_millis(150);

/// Sources that are only read when pages are written.
const PAGES: [&str; 2] = ["content", "style"];
/// Sources that are compiled, or that steer the compiler.
const CODE: [&str; 6] = ["src", "crates", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

/// The work that a change calls for; the later one includes the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// Pages have to be written again.
    Pages,
    /// Code has to be compiled again.
    Code,
}

impl Change {
    /// What has changed since the site was last written.
    pub(crate) fn since_last_build(project: &Project) -> Option<Self> {
        let written = newest(&project.dist().join("index.html"));
        let newer = |names: &[&str]| names.iter().any(|name| newest(&project.root().join(name)) > written);
        if newer(&CODE) || !project.shell().join("index.html").is_file() { Some(Self::Code) } else { newer(&PAGES).then_some(Self::Pages) }
    }

    /// What a change to the file at `path`, relative to the workspace, calls for.
    fn of(path: &Path) -> Option<Self> {
        let top = path.iter().next()?.to_str()?;
        let name = path.file_name()?.to_str()?;
        // Editors' own files, which come and go beside what is edited.
        if name.starts_with('.') || name.ends_with('~') {
            return None;
        }
        if CODE.contains(&top) { Some(Self::Code) } else { PAGES.contains(&top).then_some(Self::Pages) }
    }
}

/// The time of the newest file at or below a path; the beginning of time if there is none.
fn newest(path: &Path) -> SystemTime {
    let files = files::below(path).unwrap_or_default();
    files.iter().map(|file| file.modified).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

/// The changes from the moment of watching on.
pub(crate) struct Changes {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    /// Watches for as long as it lives.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Watches the sources of a project.
    pub(crate) fn watch(project: &Project) -> Result<Self> {
        // Systems report real paths.
        let root = project.root().canonicalize().context("cannot find the workspace's folder")?;
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).context("cannot watch files")?;
        // Folders rather than files, because editors replace files; and not the whole root, because of target/.
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

    /// Waits for the next change.
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
        // To read a file is an event too: a build would cause the next one.
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
    fn what_is_no_source_changes_nothing() {
        check("README.md", None);
        check("dist/index.html", None);
        check("content/en/.why.md.swp", None);
        check("content/en/why.md~", None);
        check("", None);
    }
}
