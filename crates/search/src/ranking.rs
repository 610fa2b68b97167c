//! The results of a search, the best ones first.

use crate::matching::{Decompose, Entry, Folded, Match};

/// Returns the entries that contain all words of `asked`. Entries with all words in the title come first. Otherwise the
/// order of `entries` is kept.
pub fn search(entries: &[Entry], asked: &str, decompose: Decompose<'_>) -> Vec<Match> {
    let asked = Folded::new(asked, decompose).text;
    let words: Vec<&str> = asked.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Match> = entries.iter().enumerate().filter_map(|(at, entry)| entry.matches(at, &words)).collect();
    // The sort is stable, so it keeps the order of `entries`.
    found.sort_by_key(|found| found.title.len() < words.len());
    found
}
