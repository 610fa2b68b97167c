//! Writes compressed siblings (`.br`) of the files that pages and readers load, at Brotli's highest level, for which no server has
//! the time. Downloads have none. Servers compress them with gzip while they send them, as they do for readers without Brotli.

use crate::{cache::Cache, page::Takeaway};
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use rayon::prelude::*;
use std::{
    ffi::{OsStr, OsString},
    fs::{self, DirEntry},
    io,
    path::Path,
};

/// The endings of the files that compression makes smaller. The format of pictures has a compression of its own.
const SHRINKS: [&str; 10] = ["html", "css", "js", "wasm", "svg", "json", "csv", "xml", "txt", "webmanifest"];

/// The size in bytes up to which a file is not compressed, because it fits into one packet of the network.
const SMALL: u64 = 1400;

/// Writes the siblings of the files below `folder`, except for downloads. Keeps siblings that are newer than their file. Takes
/// the compressed bytes from `cache` if it has them.
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

/// Returns whether a file is one that readers keep: a table, or the explainer in one file.
fn is_download(path: &Path) -> bool {
    let is_named = |name: Option<&OsStr>, takeaway: Takeaway| name == Some(OsStr::new(takeaway.path().trim_end_matches('/')));
    let is_page = path.file_name() == Some(OsStr::new("index.html"));
    is_named(path.file_name(), Takeaway::Offline) || (is_named(path.parent().and_then(Path::file_name), Takeaway::Data) && !is_page)
}

/// Returns a regular expression of the addresses of the downloads, for servers that need to know which files have no sibling.
pub(crate) fn downloads_pattern() -> String {
    let [file, folder] = [Takeaway::Offline, Takeaway::Data].map(Takeaway::path);
    format!("/({}|{folder}(?!index\\.html$)[^/]+)$", file.replace('.', "\\."))
}

/// Removes the sibling of a file.
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
