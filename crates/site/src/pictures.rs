//! The pictures for link previews. Each language has a picture for each figure, for each recorded
//! vote and for the part about what happened next. A picture measures 1200 x 630 pixels. It is
//! drawn from the same story as the page, and in the colours of the page's light theme.
//!
//! [`PictureRenderer::draw_all`] composes each picture as SVG. `frame` draws the parts that all pictures share, and
//! `figures` draws the rest. `legibility` rejects a picture with illegible text. `png` renders the SVG as PNG and
//! caches the PNG. The same story gives the same bytes. Fonts come from packages of a pinned version, never from the
//! machine.

mod canvas;
mod error;
mod figures;
mod fonts;
mod frame;
mod legibility;
mod palette;
mod png;
mod text_layout;

pub(crate) use error::PictureError;

use crate::cache::{Cache, Shelf};
use crate::page::Picture;
use canvas::SvgCanvas;
use fonts::Fonts;
use palette::Palette;
use rayon::prelude::*;
use std::path::Path;
use story::Edition;
use text_layout::TextLayout;

/// A renderer of pictures, with the colours, the fonts and the cache of rendered pictures.
pub(crate) struct PictureRenderer {
    palette: Palette,
    fonts: Fonts,
    cache: Cache,
}

impl PictureRenderer {
    /// Makes a renderer for the project in the folder `root`.
    ///
    /// # Errors
    /// Fails if `style/tokens.css` cannot be read or lacks a colour, or if `Cargo.toml` cannot be read or parsed or has
    /// no versions of fonts.
    pub(crate) fn open(root: &Path) -> Result<Self, PictureError> {
        let palette = Palette::read(&root.join("style/tokens.css"))?;
        let fonts = Fonts::find(root)?;
        let cache = Cache::below(root, Shelf::Pictures);
        Ok(Self { palette, fonts, cache })
    }

    /// Draws every picture of an edition. Returns a pair for each picture: the path of its file within the edition's
    /// folder, and the bytes of the PNG.
    ///
    /// # Errors
    /// Fails if a font is not pinned, not installed or cannot be loaded, or if a picture cannot be drawn or cached.
    pub(crate) fn draw_all(&self, edition: &Edition) -> Result<Vec<(String, Vec<u8>)>, PictureError> {
        let layout = self.layout(edition)?;
        let drawn = Picture::all(edition).into_par_iter().map(|picture| {
            let svg = compose(&self.palette, &layout, edition, &picture);
            let png = svg.and_then(|svg| png::cached(&self.cache, &svg, &layout)).map_err(|error| error.on(edition, &picture))?;
            Ok((picture.file(), png))
        });
        drawn.collect()
    }

    fn layout(&self, edition: &Edition) -> Result<TextLayout, PictureError> {
        TextLayout::new(&edition.language, self.fonts.of(&edition.language)?)
    }
}

/// Draws a picture as SVG.
fn compose(palette: &Palette, layout: &TextLayout, edition: &Edition, picture: &Picture) -> Result<String, PictureError> {
    let mut canvas = SvgCanvas::new(palette, layout);
    let area = frame::frame(&mut canvas, &frame::Heading::of(edition, picture))?;
    figures::draw(&mut canvas, edition, picture, area)?;
    Ok(canvas.finish())
}

#[cfg(test)]
mod tests;
