//! Finds words in the texts of the explainer. This library does not need a browser. The search ignores case, accents,
//! the width of letters, and the difference between hiragana and katakana.
//!
//! The search scans all entries. There are only about a thousand entries. An inverted index would save little time, and
//! would be larger to load.

mod matching;
mod ranking;
#[cfg(test)]
mod tests;

pub use matching::{Decompose, Entry, Folded, Match};
pub use ranking::search;
