//! Caches files that take long to generate. The name of a cached file is a hash of its inputs and of `Cargo.lock`. If
//! one of these changes, the file is generated again. A change to the code that generates the file has no such effect.

use sha2::{Digest, Sha256};
use std::{
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
    process, thread,
};

/// A folder below `target/` that holds cached files.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shelf {
    /// PNG pictures for link previews.
    Pictures,
    /// Files of the site, compressed with Brotli.
    Compressed,
}

impl Shelf {
    fn name(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Compressed => "compressed",
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
}

/// The error for a file that cannot be saved in the cache: the path of the file, and the cause.
#[derive(Debug)]
pub(crate) struct NotKept(pub(crate) PathBuf, pub(crate) io::Error);

impl From<NotKept> for io::Error {
    fn from(NotKept(path, error): NotKept) -> Self {
        Self::new(error.kind(), format!("{}: {error}", path.display()))
    }
}

impl Cache {
    /// Returns the cache of a shelf, for the project in the folder `root`. The cache's folder need not exist yet.
    pub(crate) fn below(root: &Path, shelf: Shelf) -> Self {
        Self { folder: root.join("target").join(shelf.name()) }
    }

    /// Returns the bytes of the file that is made from `inputs`. If the file is not in the cache, calls `make` and
    /// saves the result with the given file extension.
    ///
    /// # Errors
    /// Fails if `make` fails, or if the file cannot be saved.
    pub(crate) fn get<E: From<NotKept>>(
        &self,
        inputs: &[&[u8]],
        extension: &str,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let path = self.folder.join(format!("{}.{extension}", name(inputs)));
        if let Ok(bytes) = fs::read(&path) {
            return Ok(bytes);
        }
        let bytes = make()?;
        // Another process or thread may read the same file. Renaming a temporary file ensures that the reader never
        // gets half of the file.
        let temporary = path.with_extension(format!("{}-{:?}.new", process::id(), thread::current().id()));
        let saved =
            fs::create_dir_all(&self.folder).and_then(|()| fs::write(&temporary, &bytes)).and_then(|()| fs::rename(&temporary, &path));
        saved.map_err(|error| E::from(NotKept(path, error)))?;
        Ok(bytes)
    }
}

/// Returns a hash of `inputs` and of `Cargo.lock`. `Cargo.lock` has the versions of the libraries that process the
/// inputs.
fn name(inputs: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    hash.update(include_str!("../../../Cargo.lock"));
    for input in inputs {
        hash.update(input.len().to_le_bytes());
        hash.update(input);
    }
    hash.finalize().iter().fold(String::new(), |mut name, byte| {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

#[cfg(test)]
mod tests {
    use super::{Cache, NotKept, Shelf};

    #[test]
    fn a_file_is_made_once_for_the_same_ingredients() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let cache = Cache::below(folder.path(), Shelf::Compressed);
        let mut made = 0;
        for inputs in [&[b"ab".as_slice(), b"c"][..], &[b"ab", b"c"], &[b"a", b"bc"]] {
            let bytes = cache.get::<NotKept>(inputs, "br", || {
                made += 1;
                Ok(inputs.concat())
            });
            assert_eq!(bytes.expect("it can be kept"), b"abc");
        }
        assert_eq!(made, 2);
    }
}
