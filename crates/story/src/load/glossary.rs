//! Reads the glossary. Marked text may refer to its terms.

use super::{
    context::Context,
    files::Files,
    localized::{Ids, Words},
    markdown::marked_text,
    missing_source::cited,
    problem::Problems,
    table,
};
use crate::model::Term;
use std::collections::BTreeMap;
use vocabulary::hiragana;

/// The tag of the Japanese language, and the name of the field in `glossary.toml` that has the Japanese term.
const JAPANESE: &str = "ja";

/// Reads the glossary and sorts it by the reading of each term or, if a term has no reading, by the term.
pub(crate) fn terms(files: &Files, first: &str, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Term> {
    let ignored = &mut Problems::default();
    let mut words = Words::toml(files, language, "glossary", problems);
    let mut first_words = Words::toml(files, first, "glossary", ignored);
    let mut ids = Ids::default();
    let mut entries = Vec::new();
    for mut entry in table::list(files, "glossary.toml", "term", problems) {
        let id = ids.take(&mut entry, "id", problems);
        context.add_term(&id);
        context.add_anchor(format!("term-{id}"));
        entries.push((id, entry));
    }
    let mut terms = Vec::new();
    let mut orders = BTreeMap::new();
    for (id, mut entry) in entries {
        let mut localized = words.take(&id, &entry.place, problems);
        let japanese = entry.text(JAPANESE, problems);
        let term = localized.text("term", problems);
        orders.insert(id.clone(), sorted_as(&localized.optional_text("reading", problems).unwrap_or_else(|| term.clone())));
        terms.push(Term {
            term,
            definition: marked_text(&mut localized, "definition", context, problems),
            elsewhere: if language == JAPANESE {
                (first_words.take(&id, &entry.place, ignored).text("term", ignored), first.to_owned())
            } else {
                (japanese, JAPANESE.to_owned())
            },
            sources: cited(&mut entry, "sources", context, problems),
            id,
        });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    terms.sort_by(|one, other| orders.get(&one.id).cmp(&orders.get(&other.id)));
    terms
}

/// Returns the sort key of a name. The key ignores case, and the difference between katakana and hiragana.
pub(crate) fn sorted_as(name: &str) -> String {
    name.to_lowercase().chars().map(hiragana).collect()
}
