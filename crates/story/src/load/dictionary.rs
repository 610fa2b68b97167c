//! Reads a language's `data.toml`, which explains each downloadable table and each of its columns. Any other table or
//! column in the file is a problem.

use super::{entry::Entry, files::Files, problem::Problems, table};
use crate::model::{ABOUT, Dictionary, TABLES};
use std::collections::BTreeMap;

pub(crate) fn dictionary(files: &Files, language: &str, problems: &mut Problems) -> Dictionary {
    let path = format!("{language}/data.toml");
    let mut tables: BTreeMap<String, Entry> = table::toml(files, &path, problems).into_iter().collect();
    let mut dictionary = Dictionary::default();
    if !problems.is_read(&path) {
        // The file has already been reported as unreadable. Reports of each missing text would hide that report.
        return dictionary;
    }
    for (table, columns) in TABLES {
        for column in [ABOUT].into_iter().chain(columns.iter().copied()) {
            let words = table::text(&mut tables, &path, table, column, problems);
            dictionary.words.insert((table, column), words);
        }
    }
    for entry in tables.into_values() {
        entry.finish(problems);
    }
    dictionary
}
