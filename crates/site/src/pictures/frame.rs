//! Draws the parts that all pictures share: a rule, the site's name, the title of the page, and a line about the figure.

use super::{
    canvas::{Area, HEIGHT, MARGIN, Paint, SvgCanvas, WIDTH},
    error::PictureError,
    palette::Colour,
    text_layout::TextStyle,
};
use crate::page::Route;
use story::{Edition, Prose};
use vocabulary::{Part, Subject};

/// The words of a frame.
pub(super) struct Heading {
    site: String,
    title: String,
    line: String,
    /// The largest number of lines of the title.
    lines: usize,
    /// The sizes of the title to try in order, in pixels.
    sizes: [f32; 3],
}

impl Heading {
    /// Returns the words for the picture of a page.
    pub(super) fn of(edition: &Edition, route: &Route) -> Self {
        let labels = &edition.labels;
        let texts = &edition.texts;
        let part = |prose: &Prose, line: &str| (prose.title.clone(), line.to_owned());
        let (title, line) = match route {
            Route::Story | Route::Part(Part::Glossary | Part::Sources | Part::About) => part(&texts.lead, &labels.lead.figure_title),
            Route::Part(Part::Subject(Subject::Shift)) => part(&texts.shift, &labels.shift.title),
            Route::Part(Part::Subject(Subject::Why)) => part(&texts.why, &labels.pictures.why),
            Route::Part(Part::Subject(Subject::Abductions)) => part(&texts.abductions, &labels.abductions.people),
            Route::Part(Part::Subject(Subject::UnHistory)) => part(&texts.un_history, &labels.pictures.un_history),
            Route::Part(Part::Subject(Subject::Timeline)) => part(&texts.timeline, &labels.events.chart_title),
            Route::Part(Part::Subject(Subject::Article)) => part(&texts.article, &edition.finding_on_statements()),
            // The figure itself begins with this line.
            Route::Part(Part::Subject(Subject::WhatNext)) => part(&texts.what_next, ""),
            Route::Vote(id) => edition.resolutions.iter().find(|resolution| resolution.id == *id).map_or_else(Default::default, |vote| {
                let title = labels.pictures.vote_title.replace("{body}", labels.word(vote.body));
                let line = labels.pictures.vote.replace("{symbol}", &vote.symbol);
                (title.replace("{date}", &labels.date(vote.adopted_on)), line)
            }),
        };
        let (lines, sizes) = match route {
            Route::Story => (3, [66.0, 60.0, 54.0]),
            Route::Part(_) => (2, [60.0, 56.0, 52.0]),
            Route::Vote(_) => (2, [70.0, 62.0, 56.0]),
        };
        Self { site: labels.site.name.clone(), title, line, lines, sizes }
    }
}

/// Draws the frame. Returns the area that is left for the figure.
///
/// # Errors
/// Fails if the words do not fit.
pub(super) fn frame(canvas: &mut SvgCanvas<'_>, heading: &Heading) -> Result<Area, PictureError> {
    let width = WIDTH - 2.0 * MARGIN;
    canvas.rectangle(MARGIN, 40.0, width, 5.0, Paint::fill(Colour::Ink));
    let site = |size| TextStyle::sans(size).bold().colour(Colour::Accent);
    let y = canvas.block((MARGIN, 60.0), width, [site(30.0), site(28.0), site(26.0)], 1, &heading.site)?;
    let y = canvas.block((MARGIN, y + 14.0), width, heading.sizes.map(TextStyle::serif), heading.lines, &heading.title)?;
    let line = |size| TextStyle::sans(size).colour(Colour::InkSoft);
    let y = if heading.line.is_empty() {
        y
    } else {
        canvas.block((MARGIN, y + 20.0), width, [36.0, 33.0, 30.0].map(line), 1, &heading.line)?
    };
    Ok(Area { left: MARGIN, top: y + 34.0, right: WIDTH - MARGIN, bottom: HEIGHT - 40.0 })
}
