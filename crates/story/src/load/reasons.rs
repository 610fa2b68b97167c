//! Reads the reasons for the decision: who gave each of them, and whether as a reason or as a reading of their own.

use super::{context::Context, files::Files, localized::Words, problem::Problems, references::cited, table};
use crate::model::{Reason, SaidBy};

/// Reads the reasons, in the order of the file, which has a row for everybody who gives one. The rows of a reason stand together.
pub(crate) fn reasons(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Reason> {
    let mut words = Words::toml(files, language, "reasons", problems);
    let mut reasons: Vec<Reason> = Vec::new();
    for mut entry in table::csv(files, "reasons.csv", problems) {
        let (id, place) = entry.text_at("reason", problems);
        if reasons.last().is_none_or(|last| last.id != id) {
            if reasons.iter().any(|reason| reason.id == id) {
                problems.add(place, format!("the rows of “{id}” stand apart"), "put them one below the other");
            }
            let mut worded = words.take(&id, &entry.place, problems);
            reasons.push(Reason { id, name: worded.text("name", problems), said_by: Vec::new() });
            worded.finish(problems);
        }
        let place = entry.place_of("sayer");
        let said = SaidBy {
            sayer: entry.word("sayer", problems),
            evidence: entry.word("evidence", problems),
            sources: cited(&mut entry, "sources", context, problems),
        };
        if let Some(reason) = reasons.last_mut() {
            if reason.said_by.iter().any(|known| known.sayer == said.sayer) {
                problems.add(place, "this has a row for the same reason already", "put the sources of both into one row");
            }
            reason.said_by.push(said);
        }
        entry.finish(problems);
    }
    words.finish(problems);
    reasons
}
