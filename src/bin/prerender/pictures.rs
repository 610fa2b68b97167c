//! The pictures that link previews show: one for each page and language, 1200 x 630, drawn from the same story and in the
//! same colours as the page.
//!
//! [`Studio::draw_all`] composes each page's picture as SVG: `frame` is what all of them share, `figures` what each shows. `proof`
//! then reads what came of it and refuses a picture that nobody could read; `kept` makes it a PNG, once for each
//! composition. The same story gives the same bytes. Fonts come from packages of a pinned version, never from the machine.

mod error;
mod figures;
mod fonts;
mod frame;
mod kept;
mod lettering;
mod palette;
mod proof;
mod sheet;

pub(crate) use error::PictureError;

use explainer::page::Route;
use fonts::Fonts;
use kept::Kept;
use lettering::Lettering;
use palette::Palette;
use rayon::prelude::*;
use sheet::Sheet;
use std::path::Path;
use story::Edition;

/// Where pictures are drawn: with colours, fonts, and a shelf of those that were drawn before.
pub(crate) struct Studio {
    palette: Palette,
    fonts: Fonts,
    kept: Kept,
}

impl Studio {
    /// A studio in the project's folder `root`.
    ///
    /// # Errors
    /// When a colour is missing in the tokens, or a font is not installed; the message says what to do.
    pub(crate) fn open(root: &Path) -> Result<Self, PictureError> {
        let palette = Palette::read(&root.join("style/tokens.css"))?;
        let fonts = Fonts::find(root)?;
        let kept = Kept::in_folder(root.join("target/pictures"));
        Ok(Self { palette, fonts, kept })
    }

    /// The picture of every page of an edition, with its file in the edition's folder.
    ///
    /// # Errors
    /// When one of them cannot be drawn.
    pub(crate) fn draw_all(&self, edition: &Edition) -> Result<Vec<(String, Vec<u8>)>, PictureError> {
        let lettering = self.lettering(edition)?;
        let drawn = Route::all(edition).into_par_iter().map(|route| {
            let svg = compose(&self.palette, &lettering, edition, &route);
            let png = svg.and_then(|svg| self.kept.png(&svg, &lettering)).map_err(|error| error.on(edition, &route))?;
            Ok((route.picture(), png))
        });
        drawn.collect()
    }

    fn lettering(&self, edition: &Edition) -> Result<Lettering, PictureError> {
        Lettering::new(&edition.language, self.fonts.of(&edition.language)?)
    }
}

/// The picture of a page as SVG.
fn compose(palette: &Palette, lettering: &Lettering, edition: &Edition, route: &Route) -> Result<String, PictureError> {
    let mut sheet = Sheet::new(palette, lettering);
    let area = frame::frame(&mut sheet, &frame::Heading::of(edition, route))?;
    figures::draw(&mut sheet, edition, route, area)?;
    Ok(sheet.finish())
}

#[cfg(test)]
mod tests;
