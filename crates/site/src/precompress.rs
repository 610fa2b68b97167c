//! Compressed siblings (`.br`) of everything that shrinks, at the highest level: made once, sent often. No server has the
//! time for that. What gzip makes of a file, every server makes while it sends it.

use crate::cache::Cache;
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use rayon::prelude::*;
use std::{
    ffi::{OsStr, OsString},
    fs::{self, DirEntry},
    io,
    path::Path,
};

/// What shrinks. Pictures are compressed by themselves.
const SHRINKS: [&str; 10] = ["html", "css", "js", "wasm", "svg", "json", "csv", "xml", "txt", "webmanifest"];

/// Smaller files fit into one packet of the network as they are.
const SMALL: u64 = 1400;

/// Writes the siblings of every file below `folder`. Siblings that are newer than their file are kept. The compressed bytes come
/// from `cache` if it has them.
pub(crate) fn siblings(folder: &Path, cache: &Cache) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.par_iter().map(DirEntry::path).try_for_each(|path| {
        if path.is_dir() {
            siblings(&path, cache)
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|extension| SHRINKS.contains(&extension)) {
            compress(&path, cache)
        } else {
            Ok(())
        }
    })
}

/// Takes the sibling of a file away.
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
