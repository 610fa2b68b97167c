//! Draws the content of each picture. A figure is drawn from the same tables as on the page. Its text is large enough
//! for a small preview.

mod before_after;
mod coast;
mod counts;
mod geneva;
mod landmarks;
mod lists;
mod names;
mod plates;
mod police;
mod reasons;
mod since;
mod single_vote;
mod stairs;
mod statements;
mod vote_patterns;

use super::{
    canvas::{Area, SvgCanvas},
    error::PictureError,
};
use crate::page::Picture;
use story::Edition;
use vocabulary::Figure;

/// Draws the content of a picture into `area`.
///
/// # Errors
/// Fails if a text does not fit.
pub(super) fn draw(canvas: &mut SvgCanvas<'_>, edition: &Edition, picture: &Picture, area: Area) -> Result<(), PictureError> {
    match picture {
        Picture::Figure(figure) => match figure {
            Figure::Plates => plates::plates(canvas, edition, area),
            Figure::Stairs => return stairs::stairs(canvas, edition, area),
            Figure::BeforeAfter => return before_after::before_after(canvas, edition, area),
            Figure::Reasons => return reasons::reasons(canvas, edition, area),
            Figure::Names => return names::names(canvas, edition, area),
            Figure::Coast => coast::coast(canvas, edition, area),
            Figure::Lists => return lists::lists(canvas, edition, area),
            Figure::Counts => return counts::counts(canvas, edition, area),
            Figure::PoliceList => police::police(canvas, edition, area),
            Figure::VotePatterns => return vote_patterns::patterns(canvas, edition, area),
            Figure::GenevaVotes => return geneva::votes(canvas, edition, area),
            Figure::Landmarks => landmarks::threads(canvas, edition, area),
            Figure::Statements => statements::statements(canvas, edition, area),
        },
        Picture::WhatNext => return since::since(canvas, edition, area),
        Picture::Vote(id) => single_vote::tally(canvas, edition, id, area),
    }
    Ok(())
}
