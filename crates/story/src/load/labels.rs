//! Reads a language's `labels.toml`. Missing labels and unknown labels are problems.

use super::{entry::Entry, files::Files, problem::Problems, table};
use crate::{
    model::Labels,
    vocabulary::{
        Adoption, Authorship, Ballot, Body, Change, Confidence, CountList, Evidence, Fate, Kind, Precision, Region, Role, Sayer, Speaker,
        Subject, Thread, Verdict, Vocabulary, VoiceList, VotePattern,
    },
};
use std::collections::BTreeMap;

pub(crate) fn read(files: &Files, language: &str, problems: &mut Problems) -> Labels {
    let path = format!("{language}/labels.toml");
    let mut tables: BTreeMap<String, Entry> = table::toml(files, &path, problems).into_iter().collect();
    let mut labels = Labels::default();
    if !problems.is_read(&path) {
        // The file has already been reported as unreadable. Reports of each missing label would hide that report.
        return labels;
    }
    for (table, name, label) in labels.fields() {
        *label = table::text(&mut tables, &path, table, name, problems);
    }
    let mut words = BTreeMap::new();
    let mut name = |table: &'static str, word: &'static str| {
        words.insert((table, word), table::text(&mut tables, &path, table, word, problems));
    };
    fn set<T: Vocabulary>(name: &mut impl FnMut(&'static str, &'static str)) {
        T::WORDS.iter().for_each(|(word, _)| name(T::TABLE, word));
    }
    set::<Adoption>(&mut name);
    set::<Authorship>(&mut name);
    set::<Ballot>(&mut name);
    set::<Body>(&mut name);
    set::<Change>(&mut name);
    set::<Confidence>(&mut name);
    set::<CountList>(&mut name);
    set::<Evidence>(&mut name);
    set::<Fate>(&mut name);
    set::<Kind>(&mut name);
    set::<Precision>(&mut name);
    set::<Region>(&mut name);
    set::<Role>(&mut name);
    set::<Sayer>(&mut name);
    set::<Speaker>(&mut name);
    set::<Subject>(&mut name);
    set::<Thread>(&mut name);
    set::<Verdict>(&mut name);
    set::<VoiceList>(&mut name);
    set::<VotePattern>(&mut name);
    labels.members = words;
    for entry in tables.into_values() {
        entry.finish(problems);
    }
    labels
}
