//! Writes compressed siblings (`.br`, `.gz`) of all files that compression makes smaller. The level is the highest, because a file
//! is compressed once and sent often.

use crate::cache::Cache;
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use flate2::{Compression, write::GzEncoder};
use rayon::prelude::*;
use std::{
    ffi::{OsStr, OsString},
    fs::{self, DirEntry},
    io::{self, Write},
    path::Path,
};

/// The extensions of the files to compress. Pictures have compressed formats already.
const SHRINKS: [&str; 10] = ["html", "css", "js", "wasm", "svg", "json", "csv", "xml", "txt", "webmanifest"];

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

/// Deletes the siblings of a file.
pub(crate) fn discard(path: &Path) -> io::Result<()> {
    for sibling in [sibling(path, ".br"), sibling(path, ".gz")] {
        match fs::remove_file(sibling) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn sibling(path: &Path, suffix: &str) -> OsString {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name
}

fn compress(path: &Path, cache: &Cache) -> io::Result<()> {
    let changed = fs::metadata(path)?.modified()?;
    let fresh = |name: &OsStr| fs::metadata(name).and_then(|sibling| sibling.modified()).is_ok_and(|made| made > changed);
    let (brotli_name, gzip_name) = (sibling(path, ".br"), sibling(path, ".gz"));
    if fresh(&brotli_name) && fresh(&gzip_name) {
        return Ok(());
    }
    let bytes = fs::read(path)?;
    fs::write(brotli_name, cache.get::<io::Error>(&[&bytes], "br", || brotli(&bytes))?)?;
    fs::write(gzip_name, cache.get::<io::Error>(&[&bytes], "gz", || gzip(&bytes))?)
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}
