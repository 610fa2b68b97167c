//! The size of data in bytes: uncompressed, and compressed with gzip and Brotli at their highest level.

use anyhow::{Context, Result};
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::Write,
    iter::Sum,
    ops::Add,
    path::{Path, PathBuf},
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

impl Weight {
    /// Compresses the bytes and returns the sizes.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self { raw: bytes.len(), gzip: gzip(bytes)?.len(), brotli: brotli(bytes)?.len() })
    }

    /// Weighs a file as a host sends it. If the file has a compressed sibling, the Brotli size is that of the sibling.
    pub(crate) fn of_file(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        // Hosts send these pictures and fonts unchanged, because they are compressed already.
        if is_compressed(path) {
            return Ok(Self { raw: bytes.len(), gzip: bytes.len(), brotli: bytes.len() });
        }
        let brotli = match fs::metadata(sibling(path)) {
            Ok(sibling) => usize::try_from(sibling.len())?,
            Err(_) => brotli(&bytes)?.len(),
        };
        Ok(Self { raw: bytes.len(), gzip: gzip(&bytes)?.len(), brotli })
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// Returns the path of a file's compressed sibling: the path of the file, followed by `.br`.
pub(crate) fn sibling(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

/// Compresses bytes with Brotli at the highest level.
pub(crate) fn brotli(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| ["avif", "gif", "jpg", "jpeg", "png", "webp", "woff2"].iter().any(|known| extension == *known))
}
