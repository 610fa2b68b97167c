//! Loads the files of `content/` into memory. The other modules of the loader read from memory, so tests can change
//! files without writing to the disk.

use super::problem::{Place, Problems};
use std::{collections::BTreeMap, fs, io, path::Path};

/// The bytes of the files of a content folder, by path. A path is relative to the folder, and `/` separates its parts.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads every file below `folder`. Skips files and folders whose names begin with a dot.
    ///
    /// # Errors
    /// Fails if a folder or a file cannot be read.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        files.read_below(folder, "")?;
        Ok(files)
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                self.read_below(&entry.path(), &format!("{path}/"))?;
            } else {
                self.0.insert(path, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Adds or replaces the file at `path`.
    pub fn insert(&mut self, path: &str, bytes: Vec<u8>) {
        self.0.insert(path.to_owned(), bytes);
    }

    /// Removes the file at `path` and returns its bytes.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.0.remove(path)
    }

    /// Returns the paths of all files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Returns the bytes of the file at `path`.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Returns the text of the file at `path`, without a byte order mark. A missing file is a problem, and so are bytes
    /// that are not UTF-8.
    pub(crate) fn text(&self, path: &str, problems: &mut Problems) -> Option<&str> {
        let Some(bytes) = self.0.get(path) else {
            problems.add_unread(Place::file(path), "the file is missing", "create it, or restore it from the last good version");
            return None;
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
            Err(error) => {
                let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                problems.add_unread(
                    Place::offset(path, &good, good.len()),
                    "a byte here is not UTF-8 text",
                    "save the file with the encoding UTF-8",
                );
                None
            }
        }
    }
}
