//! The pictures that link previews show: one for each page and language, 1200 x 630, drawn from the same story and in the
//! same colours as the page.
//!
//! [`Studio::draw`] composes a page's picture as SVG: `frame` is what all of them share, `figures` what each shows. `proof`
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
mod route;
mod sheet;

pub(crate) use error::PictureError;

use fonts::Fonts;
use kept::Kept;
use lettering::Lettering;
use palette::Palette;
pub(crate) use route::Route;
use sheet::Sheet;
use std::{num::NonZero, path::Path, sync::Mutex, thread};
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

    /// The picture of a page, as PNG.
    ///
    /// # Errors
    /// When a text does not fit in, lies on another, or cannot be set in the fonts of its language; the message names the page.
    pub(crate) fn draw(&self, edition: &Edition, route: &Route) -> Result<Vec<u8>, PictureError> {
        self.draw_with(&self.lettering(edition)?, edition, route)
    }

    /// The pictures of several pages of an edition, in their order, drawn side by side.
    ///
    /// # Errors
    /// The first that [`Self::draw`] finds.
    pub(crate) fn draw_all(&self, edition: &Edition, routes: &[Route]) -> Result<Vec<Vec<u8>>, PictureError> {
        let lettering = self.lettering(edition)?;
        let waiting = Mutex::new(routes.iter().enumerate());
        let next = || waiting.lock().ok()?.next();
        let artist = || {
            let mut drawn = Vec::new();
            while let Some((place, route)) = next() {
                drawn.push((place, self.draw_with(&lettering, edition, route)));
            }
            drawn
        };
        let mut drawn = thread::scope(|scope| {
            let artists: Vec<_> = (0..thread::available_parallelism().map_or(1, NonZero::get)).map(|_| scope.spawn(artist)).collect();
            artists
                .into_iter()
                .flat_map(|artist| artist.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect::<Vec<_>>()
        });
        drawn.sort_by_key(|(place, _)| *place);
        drawn.into_iter().map(|(_, picture)| picture).collect()
    }

    fn lettering(&self, edition: &Edition) -> Result<Lettering, PictureError> {
        Lettering::new(&edition.language, self.fonts.of(&edition.language)?)
    }

    fn draw_with(&self, lettering: &Lettering, edition: &Edition, route: &Route) -> Result<Vec<u8>, PictureError> {
        let drawn = compose(&self.palette, lettering, edition, route).and_then(|svg| self.kept.png(&svg, lettering));
        drawn.map_err(|error| error.on(edition, route))
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
