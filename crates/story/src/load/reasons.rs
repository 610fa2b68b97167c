//! Reads the reasons for the decision, with the kinds of people who state or infer each reason.

use super::{context::Context, entry::Entry, files::Files, localized::Words, missing_source::cited, problem::Problems, table};
use crate::model::{Reason, SaidBy, Voice};

/// Reads the reasons, in the order of `reasons.csv`. This file has a row for each reason and each kind of people
/// (`sayer`) who give the reason. The rows of a reason must be next to each other. `voices` are the voices that a row
/// may name.
pub(crate) fn reasons(files: &Files, language: &str, voices: &[Voice], context: &mut Context, problems: &mut Problems) -> Vec<Reason> {
    let mut words = Words::toml(files, language, "reasons", problems);
    let mut reasons: Vec<Reason> = Vec::new();
    for mut entry in table::csv(files, "reasons.csv", problems) {
        let (id, place) = entry.text_at("reason", problems);
        if reasons.last().is_none_or(|last| last.id != id) {
            if reasons.iter().any(|reason| reason.id == id) {
                problems.add(place, format!("the rows of “{id}” are not next to each other"), "put them one below the other");
            }
            let mut localized = words.take(&id, &entry.place, problems);
            reasons.push(Reason { id, name: localized.text("name", problems), said_by: Vec::new() });
            localized.finish(problems);
        }
        let place = entry.place_of("sayer");
        let sayer = entry.word("sayer", problems);
        let evidence = entry.word("evidence", problems);
        let sources = cited(&mut entry, "sources", context, problems);
        let claim = SaidBy { sayer, evidence, voices: voice_ids(&mut entry, &sources, voices, problems), sources };
        if let Some(reason) = reasons.last_mut() {
            if reason.said_by.iter().any(|known| known.sayer == claim.sayer) {
                problems.add(place, "there is already a row for the same reason and sayer", "put the sources of both into one row");
            }
            reason.said_by.push(claim);
        }
        entry.finish(problems);
    }
    words.finish(problems);
    reasons
}

/// Takes the ids of the voices that a row names. Each voice must cite one of the row's `sources`. The voice is not
/// checked if the row or the voice has no source, or if `sources.csv` could not be read.
fn voice_ids(entry: &mut Entry, sources: &[usize], voices: &[Voice], problems: &mut Problems) -> Vec<String> {
    let mut ids = Vec::new();
    for (id, place) in entry.list("voices", problems) {
        match voices.iter().find(|voice| voice.id == id) {
            Some(voice) if sources.is_empty() || voice.sources.is_empty() || !problems.is_read("sources.csv") => ids.push(voice.id.clone()),
            Some(voice) if voice.sources.iter().any(|number| sources.contains(number)) => ids.push(id),
            Some(_) => problems.add(place, format!("“{id}” has none of the sources of this row"), "add a source of the voice to this row"),
            None if problems.is_read("voices.toml") => {
                problems.add(place, format!("there is no voice “{id}”"), "write the id of a voice in voices.toml");
            }
            None => {}
        }
    }
    ids
}
