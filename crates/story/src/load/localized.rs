//! Joins the entries of a neutral file with their texts in one language, by id. A neutral file, such as `events.csv`,
//! is the same for all languages. Entries without texts and texts without an entry are problems.

use super::{
    entry::Entry,
    files::Files,
    problem::{Place, Problems},
    table,
};
use std::collections::{BTreeMap, BTreeSet};

/// The texts of a file in one language. The loader calls [`Self::take`] for each entry of the neutral file.
/// [`Self::finish`] reports the texts that have not been taken.
pub(crate) struct Words {
    /// The name of the neutral file, without its extension.
    neutral: &'static str,
    path: String,
    /// The entries by their ids. An entry is `None` after it has been taken.
    entries: BTreeMap<String, Option<Entry>>,
}

impl Words {
    /// Reads the TOML file `name.toml` of `language`.
    pub(crate) fn toml(files: &Files, language: &str, name: &'static str, problems: &mut Problems) -> Self {
        let path = format!("{language}/{name}.toml");
        let mut entries = BTreeMap::new();
        for (id, entry) in table::toml(files, &path, problems) {
            let place = entry.place.clone();
            if entries.insert(id.clone(), Some(entry)).is_some() {
                problems.add(place, format!("“{id}” appears here a second time"), "take one of the entries out");
            }
        }
        Self { neutral: name, path, entries }
    }

    /// Reads the CSV file `name.csv` of `language`, whose column `key` has the ids.
    pub(crate) fn csv(files: &Files, language: &str, name: &'static str, key: &str, problems: &mut Problems) -> Self {
        let path = format!("{language}/{name}.csv");
        let mut entries = BTreeMap::new();
        for mut entry in table::csv(files, &path, problems) {
            let (id, place) = entry.text_at(key, problems);
            if entries.insert(id.clone(), Some(entry)).is_some() {
                problems.add(place, format!("“{id}” appears here a second time"), "take one of the rows out");
            }
        }
        Self { neutral: name, path, entries }
    }

    /// Takes the entry with the texts for `id`. `at` is the place of the neutral entry. If there are no texts, reports
    /// a problem and returns a stand-in. A second call with the same `id` only returns a stand-in, because the
    /// duplicate id is reported elsewhere.
    pub(crate) fn take(&mut self, id: &str, at: &Place, problems: &mut Problems) -> Entry {
        let place = Place::file(&self.path);
        match self.entries.get_mut(id) {
            Some(entry) => entry.take().unwrap_or_else(|| Entry::absent(place)),
            None => {
                if !id.is_empty() && problems.is_read(&self.path) {
                    let what = format!("there are no words for “{id}” ({}, {at})", at.file);
                    problems.add(place.clone(), what, format!("add an entry for {id}"));
                }
                Entry::absent(place)
            }
        }
    }

    /// Reports each entry of the language's file whose id is not in the neutral file.
    pub(crate) fn finish(self, problems: &mut Problems) {
        if ["csv", "toml"].iter().any(|extension| !problems.is_read(&format!("{}.{extension}", self.neutral))) {
            return;
        }
        for (id, entry) in self.entries.into_iter().filter_map(|(id, entry)| Some((id, entry?))) {
            problems.add(entry.place, format!("there is no entry “{id}” for these words"), "correct the id, or take the entry out");
        }
    }
}

/// The ids that have been read so far, for finding duplicates.
#[derive(Default)]
pub(crate) struct Ids(BTreeSet<String>);

impl Ids {
    /// Takes the id from `field`. A missing, malformed or duplicate id is a problem.
    pub(crate) fn take(&mut self, entry: &mut Entry, field: &str, problems: &mut Problems) -> String {
        let (id, place) = entry.text_at(field, problems);
        let well_formed = id.starts_with(|first: char| first.is_ascii_lowercase())
            && id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '-' | '_'));
        if !id.is_empty() && !well_formed {
            problems.add(
                place.clone(),
                format!("“{id}” cannot be an id"),
                "use a–z, 0–9, hyphens and underscores, beginning with a letter",
            );
        }
        if !id.is_empty() && !self.0.insert(id.clone()) {
            problems.add(place, format!("the id “{id}” is used a second time"), "give this entry an id of its own");
        }
        id
    }
}
