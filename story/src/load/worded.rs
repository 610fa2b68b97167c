//! Joins a neutral file with the words of a language, by id, and misses nothing on either side.

use super::{
    entry::Entry,
    files::Files,
    problem::{Place, Problems},
    table,
};
use std::collections::{BTreeMap, BTreeSet};

/// The entries of a language's file, to be taken one by one by the neutral entries they belong to.
pub(crate) struct Words {
    path: String,
    entries: BTreeMap<String, Entry>,
}

impl Words {
    /// Reads the TOML file `name` of `language`.
    pub(crate) fn toml(files: &Files, language: &str, name: &str, problems: &mut Problems) -> Self {
        let path = format!("{language}/{name}");
        let entries = table::toml(files, &path, problems).into_iter().collect();
        Self { path, entries }
    }

    /// Reads the CSV file `name` of `language`, whose column `key` holds the ids.
    pub(crate) fn csv(files: &Files, language: &str, name: &str, key: &str, problems: &mut Problems) -> Self {
        let path = format!("{language}/{name}");
        let mut entries = BTreeMap::new();
        for mut entry in table::csv(files, &path, problems) {
            let (id, place) = entry.text_at(key, problems);
            if entries.insert(id.clone(), entry).is_some() {
                problems.add(place, format!("“{id}” stands here a second time"), "take one of the rows out");
            }
        }
        Self { path, entries }
    }

    /// The words that belong to `id`; their absence is a problem, and then nothing but the place is given.
    pub(crate) fn take(&mut self, id: &str, at: &Place, problems: &mut Problems) -> Option<Entry> {
        let found = self.entries.remove(id);
        if found.is_none() && !id.is_empty() {
            problems.add(
                Place::file(&self.path),
                format!("there are no words for “{id}” ({}, {at})", at.file),
                format!("add an entry for {id}"),
            );
        }
        found
    }

    /// Says which words belong to nothing.
    pub(crate) fn finish(self, problems: &mut Problems) {
        for (id, entry) in self.entries {
            problems.add(entry.place, format!("“{id}” belongs to nothing"), "correct the id, or take the entry out");
        }
    }
}

/// Ids that were seen, so that a second one is noticed.
#[derive(Default)]
pub(crate) struct Ids(BTreeSet<String>);

impl Ids {
    /// Takes the id from `field`; it must be well formed and new.
    pub(crate) fn take(&mut self, entry: &mut Entry, field: &str, problems: &mut Problems) -> String {
        let (id, place) = entry.text_at(field, problems);
        let well_formed = id.starts_with(|first: char| first.is_ascii_lowercase())
            && id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '-' | '_'));
        if !id.is_empty() && !well_formed {
            problems.add(place.clone(), format!("“{id}” cannot be an id"), "use a–z, 0–9 and hyphens, beginning with a letter");
        }
        if !id.is_empty() && !self.0.insert(id.clone()) {
            problems.add(place, format!("the id “{id}” is used a second time"), "give this entry an id of its own");
        }
        id
    }
}
