//! What each picture shows: the figure of its part, drawn from the story as the page draws its own.

mod decision;
mod lanes;
mod people;
mod plates;
mod since;
mod statements;
mod tally;
mod threads;
mod votes;

use super::{
    error::PictureError,
    sheet::{Area, Sheet},
};
use explainer::page::Route;
use story::{Edition, PartialDate};

/// Draws the figure of a page.
///
/// # Errors
/// When its words do not fit in.
pub(super) fn draw(sheet: &mut Sheet<'_>, edition: &Edition, route: &Route, area: Area) -> Result<(), PictureError> {
    match route {
        Route::Whole => plates::plates(sheet, edition, area),
        Route::Part("shift") => lanes::lanes(sheet, edition, area),
        Route::Part("why") => return decision::decision(sheet, edition, area),
        Route::Part("abductions") => return people::people(sheet, edition, area),
        Route::Part("un-history") => votes::votes(sheet, edition, area),
        Route::Part("timeline") => threads::threads(sheet, edition, area),
        Route::Part("article") => statements::statements(sheet, edition, area),
        Route::Part(_) => return since::since(sheet, edition, area),
        Route::Vote(id) => tally::tally(sheet, edition, id, area),
    }
    Ok(())
}

/// A date as a number of years, in the middle of what it leaves open.
fn years(date: PartialDate) -> f32 {
    let month = date.month.map_or(6.0, |month| f32::from(month) - 1.0);
    let day = date.day.map_or(if date.month.is_some() { 15.0 } else { 0.0 }, |day| f32::from(day) - 1.0);
    f32::from(date.year) + (month + day / 31.0) / 12.0
}
