//! Draws the pictures for link previews. There is one for each page and language. A picture has 1200 x 630 pixels, and the same
//! facts and colours as the page.
//!
//! [`PictureRenderer::draw_all`] composes each page's picture as SVG: `frame` draws the parts that all pictures share, and
//! `figures` draws the figure of the page. `legibility` then rejects a picture with text that cannot be read. `png` converts the
//! SVG to PNG and caches the result. The same content always gives the same bytes, because the fonts come from packages with
//! pinned versions, never from the computer.

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
use crate::page::Route;
use canvas::SvgCanvas;
use fonts::Fonts;
use palette::Palette;
use rayon::prelude::*;
use std::path::Path;
use story::Edition;
use text_layout::TextLayout;

/// Draws pictures. It has the colours, the fonts and the cache of earlier pictures.
pub(crate) struct PictureRenderer {
    palette: Palette,
    fonts: Fonts,
    cache: Cache,
}

impl PictureRenderer {
    /// Makes a renderer for the project in the folder `root`.
    ///
    /// # Errors
    /// Fails if a colour is missing in `style/tokens.css`, or if `Cargo.toml` does not pin the fonts.
    pub(crate) fn open(root: &Path) -> Result<Self, PictureError> {
        let palette = Palette::read(&root.join("style/tokens.css"))?;
        let fonts = Fonts::find(root)?;
        let cache = Cache::below(root, Shelf::Pictures);
        Ok(Self { palette, fonts, cache })
    }

    /// Draws the picture of every page of an edition. Returns the path of each within the edition's folder, and its PNG.
    ///
    /// # Errors
    /// Fails if a font is not installed, or if a picture cannot be drawn.
    pub(crate) fn draw_all(&self, edition: &Edition) -> Result<Vec<(String, Vec<u8>)>, PictureError> {
        let layout = self.layout(edition)?;
        let drawn = Route::all(edition).into_par_iter().filter(Route::has_picture).map(|route| {
            let svg = compose(&self.palette, &layout, edition, &route);
            let png = svg.and_then(|svg| png::cached(&self.cache, &svg, &layout)).map_err(|error| error.on(edition, &route))?;
            Ok((route.picture(), png))
        });
        drawn.collect()
    }

    fn layout(&self, edition: &Edition) -> Result<TextLayout, PictureError> {
        TextLayout::new(&edition.language, self.fonts.of(&edition.language)?)
    }
}

/// Draws the picture of a page as SVG.
fn compose(palette: &Palette, layout: &TextLayout, edition: &Edition, route: &Route) -> Result<String, PictureError> {
    let mut canvas = SvgCanvas::new(palette, layout);
    let area = frame::frame(&mut canvas, &frame::Heading::of(edition, route))?;
    figures::draw(&mut canvas, edition, route, area)?;
    Ok(canvas.finish())
}

#[cfg(test)]
mod tests;
