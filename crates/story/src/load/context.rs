//! Records the ids of sources, terms and page elements to which content can refer, and checks the references to these
//! ids.

use super::problem::{Place, Problems};
use std::collections::{BTreeMap, BTreeSet};

/// The known ids, and the citations and links that have been read so far.
#[derive(Debug, Default)]
pub(crate) struct Context {
    sources: BTreeMap<String, usize>,
    cited: BTreeSet<String>,
    terms: BTreeSet<String>,
    anchors: BTreeSet<String>,
    links: Vec<(String, Place)>,
    has_readings: bool,
}

impl Context {
    pub(crate) fn add_source(&mut self, key: &str, number: usize) {
        self.sources.insert(key.to_owned(), number);
    }

    pub(crate) fn add_term(&mut self, id: &str) {
        self.terms.insert(id.to_owned());
    }

    /// Adds the id of an element of the page. Returns whether the id is new.
    pub(crate) fn add_anchor(&mut self, anchor: impl Into<String>) -> bool {
        self.anchors.insert(anchor.into())
    }

    /// Returns the number of the source `key`, and marks this source as cited. An unknown key is a problem.
    pub(crate) fn cite(&mut self, key: &str, place: &Place, problems: &mut Problems) -> Option<usize> {
        let number = self.sources.get(key).copied();
        if number.is_some() {
            self.cited.insert(key.to_owned());
        } else if problems.is_read("sources.csv") {
            problems.add(
                place.clone(),
                format!("“{key}” is not a known source"),
                nearest(key, self.sources.keys()).map_or_else(
                    || "add it to sources.csv, or correct the key".to_owned(),
                    |near| format!("did you mean “{near}”? Otherwise add it to sources.csv"),
                ),
            );
        }
        number
    }

    /// Reports a reference to an unknown term.
    pub(crate) fn term(&mut self, id: &str, place: &Place, problems: &mut Problems) {
        if !self.terms.contains(id) && problems.is_read("glossary.toml") {
            problems.add(
                place.clone(),
                format!("“{id}” is not a known term"),
                nearest(id, self.terms.iter()).map_or_else(
                    || "add it to glossary.toml, or correct the id".to_owned(),
                    |near| format!("did you mean “{near}”? Otherwise add it to glossary.toml"),
                ),
            );
        }
    }

    /// Records that the content has readings of Chinese characters.
    pub(crate) fn note_reading(&mut self) {
        self.has_readings = true;
    }

    pub(crate) fn has_readings(&self) -> bool {
        self.has_readings
    }

    /// Records a link to the element with the id `anchor`. The id may be added later.
    pub(crate) fn anchor(&mut self, anchor: &str, place: &Place) {
        self.links.push((anchor.to_owned(), place.clone()));
    }

    /// Reports sources that are never cited, and links to unknown ids. The loader calls this method last for each
    /// edition. If a file could not be read completely, this method does nothing.
    pub(crate) fn finish(&self, places: &BTreeMap<String, Place>, problems: &mut Problems) {
        if !problems.is_all_read() {
            return;
        }
        for key in self.sources.keys().filter(|key| !self.cited.contains(*key)) {
            if let Some(place) = places.get(key) {
                problems.add(place.clone(), format!("nothing cites the source “{key}”"), "cite it where it is needed, or take the row out");
            }
        }
        for (anchor, place) in self.links.iter().filter(|(anchor, _)| !self.anchors.contains(anchor)) {
            problems.add(place.clone(), format!("“#{anchor}” is not a place on the page"), "correct the name after the #");
        }
    }
}

/// Returns the word in `known` that is most similar to `word`, if at most two typing errors separate them.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    known
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, candidate)| candidate.as_str())
}
