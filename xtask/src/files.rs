//! Lists the files below a folder with their sizes and modification times. It does not read their content.

use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{fs, io};

/// What is known of a file without reading it.
pub(crate) struct FoundFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its size.
    pub(crate) bytes: u64,
    /// When it was last written.
    pub(crate) modified: SystemTime,
}

/// All files in `folder` and the folders in it; or `folder` itself, if it is a file.
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
