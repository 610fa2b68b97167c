//! Draws the parts that all pictures share: a thick horizontal line, the site's name and a title. In the picture of a
//! vote, a line of text is below the title.

use super::{
    canvas::{Area, HEIGHT, MARGIN, Paint, SvgCanvas, WIDTH},
    error::PictureError,
    palette::Colour,
    text_layout::TextStyle,
};
use crate::{drawing::finding, page::Picture};
use story::Edition;

/// The texts of a frame.
pub(super) struct Heading {
    site: String,
    title: String,
    line: String,
    /// The possible font sizes of the title, in pixels. The first size at which the title fits into two lines is used.
    sizes: [f32; 3],
}

impl Heading {
    /// Returns the texts for a picture. The title of a figure is its finding.
    pub(super) fn of(edition: &Edition, picture: &Picture) -> Self {
        let labels = &edition.labels;
        let (title, line, sizes) = match picture {
            Picture::Figure(figure) => (finding(edition, *figure), String::new(), [56.0, 48.0, 40.0]),
            // This picture has no line below the title, because the drawing begins with a text about its events.
            Picture::WhatNext => (edition.texts.what_next.title.clone(), String::new(), [60.0, 56.0, 52.0]),
            Picture::Vote(id) => {
                let vote = edition.resolutions.iter().find(|resolution| resolution.id == *id);
                let title = vote.map(|vote| {
                    let title = labels.pictures.vote_title.replace("{body}", labels.word(vote.body));
                    title.replace("{date}", &labels.date(vote.adopted_on))
                });
                let line = vote.map(|vote| labels.pictures.vote.replace("{symbol}", &vote.symbol));
                (title.unwrap_or_default(), line.unwrap_or_default(), [70.0, 62.0, 56.0])
            }
        };
        Self { site: labels.site.name.clone(), title, line, sizes }
    }
}

/// Draws the frame, and returns the area for the rest of the picture.
///
/// # Errors
/// Fails if a text does not fit.
pub(super) fn frame(canvas: &mut SvgCanvas<'_>, heading: &Heading) -> Result<Area, PictureError> {
    let width = WIDTH - 2.0 * MARGIN;
    canvas.rectangle(MARGIN, 40.0, width, 5.0, Paint::fill(Colour::Ink));
    let site = |size| TextStyle::sans(size).bold().colour(Colour::Accent);
    let y = canvas.block((MARGIN, 56.0), width, [34.0, 33.0, 32.0].map(site), 1, &heading.site)?;
    let y = canvas.block((MARGIN, y + 10.0), width, heading.sizes.map(TextStyle::serif), 2, &heading.title)?;
    let line = |size| TextStyle::sans(size).colour(Colour::InkSoft);
    let y = if heading.line.is_empty() {
        y
    } else {
        canvas.block((MARGIN, y + 20.0), width, [36.0, 34.0, 32.0].map(line), 1, &heading.line)?
    };
    Ok(Area { left: MARGIN, top: y + 30.0, right: WIDTH - MARGIN, bottom: HEIGHT - 40.0 })
}
