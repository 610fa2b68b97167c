//! Writes the compressed siblings of files. The sibling of `index.html` is `index.html.br` in the same folder: the same
//! content, compressed with Brotli. Siblings have the highest compression level, which is too slow for a server to use
//! for each response. Downloads have no siblings, so servers compress them with gzip for each response. Servers also
//! use gzip for browsers without Brotli.

use crate::{cache::Cache, page::Takeaway};
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use rayon::prelude::*;
use std::{
    ffi::{OsStr, OsString},
    fs::{self, DirEntry},
    io,
    path::Path,
};

/// The extensions of the files that can have a sibling. PNG pictures are left out, because they are compressed already.
const SHRINKS: [&str; 10] = ["html", "css", "js", "wasm", "svg", "json", "csv", "xml", "txt", "webmanifest"];

/// A file of at most this size, in bytes, gets no sibling. One network packet carries about as many bytes.
const SMALL: u64 = 1400;

/// Writes the siblings of the files below `folder`. Removes the siblings of downloads and of small files. Keeps a
/// sibling that is newer than its file. Takes the compressed bytes from `cache` if the cache has them.
pub(crate) fn siblings(folder: &Path, cache: &Cache) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.par_iter().map(DirEntry::path).try_for_each(|path| {
        if path.is_dir() {
            siblings(&path, cache)
        } else if is_download(&path) {
            discard(&path)
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|extension| SHRINKS.contains(&extension)) {
            compress(&path, cache)
        } else {
            Ok(())
        }
    })
}

/// Returns whether a file is a download: the offline file, or a file in the data folder other than its page.
fn is_download(path: &Path) -> bool {
    let is_named = |name: Option<&OsStr>, takeaway: Takeaway| name == Some(OsStr::new(takeaway.path().trim_end_matches('/')));
    let is_page = path.file_name() == Some(OsStr::new("index.html"));
    is_named(path.file_name(), Takeaway::Offline) || (is_named(path.parent().and_then(Path::file_name), Takeaway::Data) && !is_page)
}

/// Returns a regular expression that matches the paths of the downloads. The configuration for nginx with Brotli
/// contains it, so that nginx compresses the downloads with gzip.
pub(crate) fn downloads_pattern() -> String {
    let [file, folder] = [Takeaway::Offline, Takeaway::Data].map(Takeaway::path);
    format!("/({}|{folder}(?!index\\.html$)[^/]+)$", file.replace('.', "\\."))
}

/// Removes the sibling of a file, if it exists.
pub(crate) fn discard(path: &Path) -> io::Result<()> {
    match fs::remove_file(sibling(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn sibling(path: &Path) -> OsString {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name
}

fn compress(path: &Path, cache: &Cache) -> io::Result<()> {
    let file = fs::metadata(path)?;
    if file.len() <= SMALL {
        return discard(path);
    }
    let (changed, sibling) = (file.modified()?, sibling(path));
    if fs::metadata(&sibling).and_then(|sibling| sibling.modified()).is_ok_and(|made| made > changed) {
        return Ok(());
    }
    let bytes = fs::read(path)?;
    fs::write(sibling, cache.get::<io::Error>(&[&bytes], "br", || brotli(&bytes))?)
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}
