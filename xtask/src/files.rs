//! Lists the files below a folder, with their sizes and modification times. Does not read the files.

use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{fs, io};

/// A file's properties in the file system.
pub(crate) struct FoundFile {
    /// The path, which begins with the folder that was passed to [`below`].
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
    pub(crate) modified: SystemTime,
}

/// Returns all files in `folder` and its subfolders. If `folder` is a file, returns this file.
pub(crate) fn below(folder: &Path) -> io::Result<Vec<FoundFile>> {
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    Ok(found)
}

fn collect(path: &Path, found: &mut Vec<FoundFile>) -> io::Result<()> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_dir() {
        found.push(FoundFile { path: path.to_owned(), bytes: metadata.len(), modified: metadata.modified()? });
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), found)?;
    }
    Ok(())
}
