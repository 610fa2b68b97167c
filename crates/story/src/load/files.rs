//! The files of `content/` in memory. Everything after this works without a disk, which tests make use of.

use super::problem::{Place, Problems};
use std::{collections::BTreeMap, fs, io, path::Path};

/// The files of a content folder: path relative to it (with `/`) and bytes.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads every file below `folder`.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
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

    /// Puts `bytes` in the place of the file at `path`.
    pub fn insert(&mut self, path: &str, bytes: Vec<u8>) {
        self.0.insert(path.to_owned(), bytes);
    }

    /// Takes the file at `path` away and returns what it held.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.0.remove(path)
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The bytes of the file at `path`.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The text of the file at `path`; a missing file and bytes that are not UTF-8 are problems.
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
