//! Manages the frozen copies of the site. The copies are in their own folder, which builds do not replace. Each build
//! adds all copies to the site, below `v/`. So the addresses of a copy stay valid after people have quoted or embedded
//! its pages.

use crate::{cache::Cache, page::frozen_folder, precompress};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fmt, fs, io,
    path::{Path, PathBuf},
};
use story::PartialDate;

/// The error for frozen copies that cannot be listed, saved, compressed or added to the site.
#[derive(Debug)]
pub(crate) enum FrozenError {
    /// A different copy of the same day exists already. The fields are the path of that copy and the day.
    Taken(PathBuf, PartialDate),
    /// A file or folder cannot be read or written.
    File(PathBuf, io::Error),
}

impl fmt::Display for FrozenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(folder, date) => write!(
                f,
                "{} is a frozen copy of {date}, and the site has changed since. Others may rely on the copy, so it is not replaced. \
                 Freeze with another --date, or delete the folder if nobody has seen the copy",
                folder.display()
            ),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for FrozenError {}

/// The folder with the frozen copies.
pub(crate) struct Frozen {
    folder: PathBuf,
}

impl Frozen {
    /// Creates a handle for the copies in `folder`, which need not exist yet.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Returns the days of all copies, in ascending order.
    ///
    /// # Errors
    /// Fails if the folder exists but cannot be read.
    pub(crate) fn dates(&self) -> Result<Vec<PartialDate>, FrozenError> {
        let names = match fs::read_dir(&self.folder) {
            Ok(entries) => entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => Err(error),
        };
        let names = names.map_err(|error| FrozenError::File(self.folder.clone(), error))?;
        let mut dates: Vec<PartialDate> =
            names.iter().filter_map(|name| name.to_str()?.parse().ok()).filter(|date: &PartialDate| date.is_day()).collect();
        dates.sort_unstable();
        Ok(dates)
    }

    /// Returns the path of the copy of `date`.
    pub(crate) fn copy(&self, date: PartialDate) -> PathBuf {
        self.folder.join(date.to_string())
    }

    /// Creates an empty temporary folder for the copy of `date`, and returns its path. If an interrupted run has left
    /// this folder, empties it.
    ///
    /// # Errors
    /// Fails if the folder cannot be emptied or created.
    pub(crate) fn beside(&self, date: PartialDate) -> Result<PathBuf, FrozenError> {
        let temporary = self.folder.join(format!(".{date}.new"));
        match fs::remove_dir_all(&temporary) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(FrozenError::File(temporary, error)),
            _ => {}
        }
        fs::create_dir_all(&temporary).map_err(|error| FrozenError::File(temporary.clone(), error))?;
        Ok(temporary)
    }

    /// If there is no copy of `date` yet, turns the temporary folder of `date` into the copy, and returns true. Where
    /// the file system supports hard links, a file that is equal to a file of another copy becomes a link to that file.
    /// If a copy of `date` with the same files exists already, deletes the temporary folder and returns false.
    ///
    /// # Errors
    /// Fails if a different copy of `date` exists already, or if a file cannot be read or written.
    pub(crate) fn keep(&self, date: PartialDate) -> Result<bool, FrozenError> {
        let (temporary, copy) = (self.folder.join(format!(".{date}.new")), self.copy(date));
        let file_error = |path: &Path| {
            let path = path.to_owned();
            move |error| FrozenError::File(path, error)
        };
        if !copy.exists() {
            for other in self.dates()? {
                share(&self.copy(other), &temporary).map_err(file_error(&temporary))?;
            }
            fs::rename(&temporary, &copy).map_err(file_error(&copy))?;
            return Ok(true);
        }
        let is_same = is_same(&temporary, &copy).map_err(file_error(&copy))?;
        fs::remove_dir_all(&temporary).map_err(file_error(&temporary))?;
        if is_same { Ok(false) } else { Err(FrozenError::Taken(copy, date)) }
    }

    /// Writes the compressed siblings (`.br`) of the files of all copies.
    ///
    /// # Errors
    /// Fails if a file cannot be read or written.
    pub(crate) fn compress(&self, cache: &Cache) -> Result<(), FrozenError> {
        for date in self.dates()? {
            let copy = self.copy(date);
            precompress::siblings(&copy, cache).map_err(|error| FrozenError::File(copy, error))?;
        }
        Ok(())
    }

    /// Puts every copy into the site in the folder `out`, below `v/`.
    ///
    /// # Errors
    /// Fails if a file cannot be read or written.
    pub(crate) fn put_into(&self, out: &Path) -> Result<(), FrozenError> {
        for date in self.dates()? {
            let (from, to) = (self.copy(date), out.join(frozen_folder(date)));
            link_all(&from, &to).map_err(|error| FrozenError::File(to, error))?;
        }
        Ok(())
    }
}

/// Replaces files of `copy` with hard links to equal files in `older`. Equal files are found by their hashes, so their
/// names may differ. On a file system without hard links, nothing changes.
fn share(older: &Path, copy: &Path) -> io::Result<()> {
    let hash = |file: &Path| -> io::Result<[u8; 32]> { Ok(Sha256::digest(fs::read(file)?).into()) };
    let mut known = BTreeMap::new();
    for file in files(older)? {
        let file = older.join(file);
        known.insert(hash(&file)?, file);
    }
    for file in files(copy)? {
        let file = copy.join(file);
        if let Some(same) = known.get(&hash(&file)?) {
            let link = file.with_extension("link");
            if fs::hard_link(same, &link).is_ok() {
                fs::rename(&link, &file)?;
            }
        }
    }
    Ok(())
}

/// Returns whether two folders have the same files with the same contents. Does not compare compressed siblings,
/// because they are made from the other files.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (ones, others) = (files(one)?, files(other)?);
    if ones != others {
        return Ok(false);
    }
    for file in ones {
        if fs::read(one.join(&file))? != fs::read(other.join(&file))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Returns the paths of all files below a folder, relative to it and sorted, without compressed siblings.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fn collect(folder: &Path, within: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let within = within.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                collect(&entry.path(), &within, found)?;
            } else if within.extension().is_none_or(|ending| ending != "br") {
                found.push(within);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    collect(folder, Path::new(""), &mut found)?;
    found.sort();
    Ok(found)
}

/// Puts the files below `from` into `to`. Makes hard links, because the copies are large. Copies a file if it cannot be
/// linked. Skips a file if `to` already has a file with the same name and size, because frozen files do not change.
fn link_all(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            link_all(&path, &target)?;
        } else if fs::metadata(&target).map(|existing| existing.len()).ok() != Some(entry.metadata()?.len()) {
            match fs::remove_file(&target) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            fs::hard_link(&path, &target).or_else(|_| fs::copy(&path, &target).map(drop))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Freezes a copy with one page for the day `date`. The frozen copies are in the folder `frozen/` below `folder`.
    fn keep_copy(folder: &Path, date: PartialDate, page: &str) -> Result<bool, FrozenError> {
        let frozen = Frozen::in_folder(&folder.join("frozen"));
        let temporary = frozen.beside(date).expect("a folder can be made");
        fs::create_dir(temporary.join("why")).expect("a folder can be made");
        fs::write(temporary.join("why/index.html"), page).expect("a file can be written");
        frozen.keep(date)
    }

    fn day(text: &str) -> PartialDate {
        text.parse().expect("a day")
    }

    fn read(path: PathBuf) -> String {
        fs::read_to_string(path).expect("the file is there")
    }

    #[test]
    fn a_copy_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let date = day("2026-12-01");
        assert!(keep_copy(folder.path(), date, "one").expect("it is the first"));
        assert!(!keep_copy(folder.path(), date, "one").expect("it is the same"));
        let refused = keep_copy(folder.path(), date, "other").expect_err("it is another").to_string();
        assert!(refused.contains("2026-12-01") && refused.contains("--date"), "{refused}");
        assert_eq!(read(folder.path().join("frozen/2026-12-01/why/index.html")), "one");
        let left: Vec<_> = fs::read_dir(folder.path().join("frozen")).expect("it is there").collect();
        assert_eq!(left.len(), 1, "nothing half-written is left: {left:?}");
    }

    #[test]
    fn every_build_has_all_copies() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (date, page) in [("2026-12-01", "one"), ("2027-01-31", "two")] {
            keep_copy(folder.path(), day(date), page).expect("it is the first of its day");
        }
        let frozen = Frozen::in_folder(&folder.path().join("frozen"));
        for out in ["dist", "later"].map(|name| folder.path().join(name)) {
            frozen.put_into(&out).expect("copies can be put there");
            assert_eq!(read(out.join("v/2026-12-01/why/index.html")), "one");
            assert_eq!(read(out.join("v/2027-01-31/why/index.html")), "two");
        }
        assert_eq!(frozen.dates().expect("the folder can be read"), [day("2026-12-01"), day("2027-01-31")]);
    }

    #[cfg(unix)]
    #[test]
    fn equal_files_of_two_copies_are_stored_once() {
        use std::os::unix::fs::MetadataExt;
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (date, page) in [("2026-12-01", "same"), ("2027-01-31", "same"), ("2027-02-28", "other")] {
            keep_copy(folder.path(), day(date), page).expect("it is the first of its day");
        }
        let stored = |date: &str| {
            let file = folder.path().join("frozen").join(date).join("why/index.html");
            fs::metadata(file).expect("the file is there").ino()
        };
        assert_eq!(stored("2026-12-01"), stored("2027-01-31"));
        assert_ne!(stored("2026-12-01"), stored("2027-02-28"));
    }

    #[test]
    fn without_a_folder_there_are_no_copies() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let frozen = Frozen::in_folder(&folder.path().join("frozen"));
        assert_eq!(frozen.dates().expect("it need not be there"), []);
        frozen.put_into(&folder.path().join("dist")).expect("there is nothing to do");
    }
}
