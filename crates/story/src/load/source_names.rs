//! Translates the names of publishers, outlets and translators, and the notes on sources. The `sources.toml` in a
//! language's folder has the translations, with the original texts as keys. The first language needs no such file.

use super::{
    entry::Value,
    files::Files,
    problem::{Place, Problems},
    table,
};
use std::collections::BTreeMap;

/// The translations in one language.
#[derive(Default)]
pub(crate) struct SourceNames {
    path: String,
    /// The translations with their places, by table and original text. A place is `None` after its translation has been
    /// used.
    words: BTreeMap<(&'static str, String), (String, Option<Place>)>,
    /// Whether the notes need translations, as they do in every language but the first.
    is_translated: bool,
}

impl SourceNames {
    pub(crate) fn read(files: &Files, first: &str, language: &str, problems: &mut Problems) -> Self {
        let path = format!("{language}/sources.toml");
        let mut names = Self { is_translated: language != first, path, ..Self::default() };
        if files.bytes(&names.path).is_none() {
            return names;
        }
        for (name, entry) in table::toml(files, &names.path, problems) {
            let Some(table) = ["publisher", "note"].into_iter().find(|known| *known == name) else {
                problems.add(entry.place, format!("[{name}] is not known here"), "write [publisher] or [note]");
                continue;
            };
            for (neutral, field) in entry.fields {
                match field.value {
                    Value::Text(words) => drop(names.words.insert((table, neutral), (words, Some(field.place)))),
                    _ => problems.add(field.place, format!("“{neutral}” has no text"), "put its words in double quotes"),
                }
            }
        }
        names
    }

    /// Translates the name of a publisher, an outlet or a translator. A name without a translation stays as it is.
    pub(crate) fn publisher(&mut self, name: String) -> String {
        self.take("publisher", &name).unwrap_or(name)
    }

    /// Translates a note. A missing translation is a problem if the notes need translations.
    pub(crate) fn note(&mut self, note: String, problems: &mut Problems) -> String {
        let found = self.take("note", &note);
        if found.is_none() && self.is_translated && problems.is_read(&self.path) {
            let what = format!("there are no words for the note “{note}” (sources.csv)");
            problems.add(Place::file(&self.path), what, format!("add it below [note]: \"{note}\" = \"…\""));
        }
        found.unwrap_or(note)
    }

    fn take(&mut self, table: &'static str, neutral: &str) -> Option<String> {
        let (words, place) = self.words.get_mut(&(table, neutral.to_owned()))?;
        *place = None;
        Some(words.clone())
    }

    /// Reports the translations that were not used.
    pub(crate) fn finish(self, problems: &mut Problems) {
        if !problems.is_read("sources.csv") || !problems.is_read("quotations.toml") {
            return;
        }
        for ((_, neutral), (_, place)) in self.words {
            if let Some(place) = place {
                problems.add(place, format!("“{neutral}” is neither in sources.csv nor in quotations.toml"), "correct it, or take it out");
            }
        }
    }
}
