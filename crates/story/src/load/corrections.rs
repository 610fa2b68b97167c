//! Reads the corrections and updates since publication from `corrections.toml`. The file of the same name in a
//! language's folder describes them. Neither file exists before the first correction or update.

use super::{
    context::Context,
    files::Files,
    localized::{Ids, Words},
    markdown::marked_text,
    problem::{Place, Problems},
    table,
};
use crate::model::{Correction, PartialDate};

const FILE: &str = "corrections.toml";

/// Reads the corrections and updates, the newest first. A date must be a day, and must not be before `published`.
pub(crate) fn corrections(
    files: &Files,
    language: &str,
    published: PartialDate,
    context: &mut Context,
    problems: &mut Problems,
) -> Vec<Correction> {
    let path = format!("{language}/{FILE}");
    if files.bytes(FILE).is_none() {
        if files.bytes(&path).is_some() {
            problems.add(Place::file(&path), format!("there are words for corrections, but there is no {FILE}"), format!("create {FILE}"));
        }
        return Vec::new();
    }
    let mut words = Words::toml(files, language, "corrections", problems);
    let mut ids = Ids::default();
    let mut corrections = Vec::new();
    for mut entry in table::list(files, FILE, "correction", problems) {
        let id = ids.take(&mut entry, "id", problems);
        context.add_anchor(format!("correction-{id}"));
        let (place, before) = (entry.place_of("date"), problems.len());
        let date = entry.date("date", problems);
        if problems.len() == before && !date.is_day() {
            problems.add(place, format!("the date {date} is not a day"), "write YYYY-MM-DD");
        } else if problems.len() == before && !entry.absent && date < published {
            let what = format!("the date {date} is before the explainer was published ({published})");
            problems.add(place, what, "correct it, or `published` in site.toml");
        }
        let change = entry.word("kind", problems);
        let at = entry.optional_text_at("at", problems).map(|(anchor, place)| {
            context.anchor(&anchor, &place);
            anchor
        });
        let mut localized = words.take(&id, &entry.place, problems);
        corrections.push(Correction { id, date, change, at, text: marked_text(&mut localized, "text", context, problems) });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date));
    corrections
}
