//! Renders SVG pictures to PNG and caches the result.

use super::{canvas, error::PictureError, legibility::check_legibility, text_layout::TextLayout};
use crate::cache::Cache;
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
    pixels.encode_png().map_err(|error| PictureError::Drawing(error.to_string()))
}
