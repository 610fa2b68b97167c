//! Renders SVG pictures to PNG, makes them small and caches the result.

use super::{canvas, error::PictureError, legibility::check_legibility, text_layout::TextLayout};
use crate::cache::Cache;
use oxipng::{Options, optimize_from_memory};
use resvg::{
    tiny_skia::Pixmap,
    usvg::{Transform, Tree},
};

/// Returns the PNG of an SVG picture. Takes it from the cache if the cache has it.
pub(super) fn cached(cache: &Cache, svg: &str, layout: &TextLayout) -> Result<Vec<u8>, PictureError> {
    cache.get(&[layout.fonts().as_bytes(), svg.as_bytes()], "png", || rasterize(svg, layout))
}

/// Checks an SVG picture and renders it as PNG.
pub(super) fn rasterize(svg: &str, layout: &TextLayout) -> Result<Vec<u8>, PictureError> {
    let tree = Tree::from_str(svg, layout.options()).map_err(|error| PictureError::Drawing(error.to_string()))?;
    check_legibility(svg, &tree)?;
    let mut pixels =
        Pixmap::new(canvas::WIDTH as u32, canvas::HEIGHT as u32).ok_or_else(|| PictureError::Drawing("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let png = pixels.encode_png().map_err(|error| PictureError::Drawing(error.to_string()))?;
    // The drawings have few colours: most fit into a palette.
    optimize_from_memory(&png, &Options::from_preset(2)).map_err(|error| PictureError::Drawing(error.to_string()))
}
