//! Prints drawings, and keeps the prints: what has been drawn before is not drawn again. A print is kept under a hash of all
//! that it was made from, so it is never out of date.

use super::{error::PictureError, lettering::Lettering, proof::proof, sheet};
use resvg::{
    tiny_skia::Pixmap,
    usvg::{Transform, Tree},
};
use sha2::{Digest, Sha256};
use std::{fmt::Write, fs, path::PathBuf, process};

/// Prints that are kept in a folder.
pub(super) struct Kept {
    folder: PathBuf,
}

impl Kept {
    /// Those in `folder`, which may not be there yet.
    pub(super) fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The print of a drawing.
    pub(super) fn png(&self, svg: &str, lettering: &Lettering) -> Result<Vec<u8>, PictureError> {
        let path = self.folder.join(format!("{}.png", name(svg, lettering)));
        if let Ok(png) = fs::read(&path) {
            return Ok(png);
        }
        let png = print(svg, lettering)?;
        // Written beside and renamed: another build may be looking for the same one.
        let beside = path.with_extension(format!("{}.new", process::id()));
        let kept = fs::create_dir_all(&self.folder).and_then(|()| fs::write(&beside, &png)).and_then(|()| fs::rename(&beside, &path));
        kept.map_err(|error| PictureError::File(path, error))?;
        Ok(png)
    }
}

/// A hash of the drawing, its fonts, and the program that prints it.
fn name(svg: &str, lettering: &Lettering) -> String {
    let mut hash = Sha256::new();
    hash.update(include_str!("../../../../Cargo.lock"));
    hash.update(lettering.fonts());
    hash.update(svg);
    hash.finalize().iter().fold(String::new(), |mut name, byte| {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// Prints a drawing as PNG.
pub(super) fn print(svg: &str, lettering: &Lettering) -> Result<Vec<u8>, PictureError> {
    let tree = Tree::from_str(svg, lettering.options()).map_err(|error| PictureError::Drawing(error.to_string()))?;
    proof(svg, &tree)?;
    let mut pixels =
        Pixmap::new(sheet::WIDTH as u32, sheet::HEIGHT as u32).ok_or_else(|| PictureError::Drawing("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PictureError::Drawing(error.to_string()))
}
