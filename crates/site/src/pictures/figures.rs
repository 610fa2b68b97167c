//! Draws the figure in the picture of each page. The figures show the same facts as those on the page.

mod decision;
mod lanes;
mod people;
mod plates;
mod since;
mod single_vote;
mod statements;
mod threads;
mod un_history;

use super::{
    canvas::{Area, SvgCanvas},
    error::PictureError,
};
use crate::page::Route;
use story::Edition;
use vocabulary::{Part, Subject};

/// Draws the figure of a page.
///
/// # Errors
/// Fails if the words of the figure do not fit.
pub(super) fn draw(canvas: &mut SvgCanvas<'_>, edition: &Edition, route: &Route, area: Area) -> Result<(), PictureError> {
    match route {
        Route::Story | Route::Part(Part::Glossary | Part::Sources | Part::About) => plates::plates(canvas, edition, area),
        Route::Part(Part::Subject(Subject::Shift)) => lanes::lanes(canvas, edition, area),
        Route::Part(Part::Subject(Subject::Why)) => return decision::decision(canvas, edition, area),
        Route::Part(Part::Subject(Subject::Abductions)) => return people::people(canvas, edition, area),
        Route::Part(Part::Subject(Subject::UnHistory)) => un_history::votes(canvas, edition, area),
        Route::Part(Part::Subject(Subject::Timeline)) => threads::threads(canvas, edition, area),
        Route::Part(Part::Subject(Subject::Article)) => statements::statements(canvas, edition, area),
        Route::Part(Part::Subject(Subject::WhatNext)) => return since::since(canvas, edition, area),
        Route::Vote(id) => single_vote::tally(canvas, edition, id, area),
    }
    Ok(())
}
