//! Reads the eras by which a language counts years besides the common one. Most languages have no such file.

use super::{files::Files, problem::Problems, table};
use crate::model::Era;

/// Reads `eras.csv` of `language`, if there is one: eras that follow each other, each from the day on which it began.
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
            problems.add(place, format!("{} begins on no certain day", era.name), "write the day as YYYY-MM-DD");
        } else if eras.last().is_some_and(|last| last.from >= era.from) {
            problems.add(
                place,
                format!("{} begins before the era above it has ended", era.name),
                "put the eras in the order of their dates",
            );
        } else {
            eras.push(era);
        }
    }
    eras
}
