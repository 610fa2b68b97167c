//! Reads quotations with their speakers, languages and translators.

use super::{
    context::Context,
    entry::Entry,
    files::Files,
    introductions::{Introductions, Named},
    localized::Ids,
    markdown::marked_text,
    missing_source::cited,
    problem::{Place, Problems},
    source_names::SourceNames,
    table,
};
use crate::model::Quotation;

/// Reads the versions of one statement that different outlets printed. The versions are verbatim, so their text is the
/// same in every edition.
pub(crate) fn quotations(
    files: &Files,
    introductions: &Introductions,
    source_names: &mut SourceNames,
    context: &mut Context,
    problems: &mut Problems,
) -> Vec<Quotation> {
    let mut ids = Ids::default();
    let mut quotations = Vec::new();
    for mut entry in table::list(files, "quotations.toml", "version", problems) {
        let id = ids.take(&mut entry, "id", problems);
        let (speaker, speaker_place) = entry.text_at("speaker", problems);
        let speaker = introductions.find(&speaker, &speaker_place, problems);
        let (language, language_place) = language(&mut entry, problems);
        let translator = entry.optional_text_at("translator", problems);
        if let Some(speaker) = speaker {
            require_translator(speaker, &language, &language_place, translator.as_ref(), problems);
        }
        quotations.push(Quotation {
            id,
            speaker: speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
            outlet: source_names.publisher(entry.text("outlet", problems)),
            translator: translator.map(|(translator, _)| source_names.publisher(translator)),
            language,
            text: marked_text(&mut entry, "text", context, problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        entry.finish(problems);
    }
    quotations
}

/// Takes the language of a quotation, with its place. A text without the form of a BCP 47 tag is a problem.
fn language(entry: &mut Entry, problems: &mut Problems) -> (String, Place) {
    let (language, place) = entry.text_at("language", problems);
    let mut parts = language.split('-');
    let is_first = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_later = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_tag = parts.next().is_some_and(is_first) && parts.all(is_later);
    if !language.is_empty() && !is_tag {
        problems.add(place.clone(), format!("“{language}” is not the tag of a language"), "write one such as en, ja or zh-Hant");
    }
    (language, place)
}

/// Checks that a quotation has a translator if and only if it is not in the speaker's language.
fn require_translator(
    speaker: &Named,
    language: &str,
    language_place: &Place,
    translator: Option<&(String, Place)>,
    problems: &mut Problems,
) {
    match translator {
        None if !language.is_empty() && !speaker.speaks.is_empty() && language != speaker.speaks => problems.add(
            language_place.clone(),
            format!("{} speaks “{}”, so these words are a translation, but no translator is named", speaker.name, speaker.speaks),
            "add `translator`, or quote the words as they were spoken",
        ),
        Some((_, place)) if language == speaker.speaks => problems.add(
            place.clone(),
            format!("these words are in {}’s own language, so they have no translator", speaker.name),
            "take `translator` out, or correct `language`",
        ),
        _ => {}
    }
}
