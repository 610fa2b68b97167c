//! Reads the eras by which a language counts years in addition to the common era.

use super::{files::Files, problem::Problems, table};
use crate::model::Era;

/// Reads the `eras.csv` of `language`, if there is one. Each era must begin on a known day, and later than the era in
/// the row above.
pub(crate) fn eras(files: &Files, language: &str, problems: &mut Problems) -> Vec<Era> {
    let path = format!("{language}/eras.csv");
    if files.bytes(&path).is_none() {
        return Vec::new();
    }
    let mut eras: Vec<Era> = Vec::new();
    for mut entry in table::csv(files, &path, problems) {
        let (place, before) = (entry.place.clone(), problems.len());
        let era = Era { from: entry.date("from", problems), name: entry.text("name", problems), first: entry.text("first", problems) };
        entry.finish(problems);
        if problems.len() > before {
            continue;
        }
        if !era.from.is_day() {
            problems.add(place, format!("the date on which {} begins is not a day", era.name), "write the day as YYYY-MM-DD");
        } else if eras.last().is_some_and(|last| last.from >= era.from) {
            problems.add(place, format!("{} does not begin after the era above it", era.name), "put the eras in the order of their dates");
        } else {
            eras.push(era);
        }
    }
    eras
}
