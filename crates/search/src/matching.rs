//! Compares the words that a reader searches for with the texts of an entry.

use std::iter::once;
use vocabulary::hiragana;

/// The number of characters that are shown before the start of the first match in a text. Twice as many are shown after the start.
const AROUND: usize = 60;

/// A function that returns the NFKD decomposition of a letter.
pub type Decompose<'a> = &'a dyn Fn(char) -> String;

/// A folded text: a text without the differences that the search ignores. It maps each byte to a character of the original text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub(crate) text: String,
    /// For each byte of the folded text, the index of the character in the original text.
    origin: Vec<usize>,
}

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str, decompose: Decompose<'_>) -> Self {
        let mut folded = Self::default();
        for (at, letter) in text.chars().enumerate() {
            each(letter, decompose, &mut |letter| {
                folded.text.push(letter);
                folded.origin.resize(folded.text.len(), at);
            });
        }
        folded
    }

    /// Finds the first occurrence of `word`, which must already be folded. Returns the range of characters in the
    /// original text. A word that begins with an ASCII letter or digit matches only at the start of a word, so that
    /// "act" does not find "fact".
    pub(crate) fn find(&self, word: &str) -> Option<(usize, usize)> {
        let begins = |at: usize| !word.starts_with(is_spelt) || !self.text.get(..at).is_some_and(|before| before.ends_with(is_spelt));
        let (at, _) = self.text.match_indices(word).find(|(at, _)| begins(*at))?;
        let origin = |at: usize| self.origin.get(at).copied();
        Some((origin(at)?, origin(at + word.len() - 1)? + 1))
    }
}

/// Returns whether `letter`, a character of a folded text, is an ASCII letter or digit. The search recognises the start
/// of a word only in words of these characters.
fn is_spelt(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
}

/// Calls `give` with each letter of the folded form of `letter`.
fn each(letter: char, decompose: Decompose<'_>, give: &mut dyn FnMut(char)) {
    match letter {
        '\u{a0}' | '\u{3000}' | '\n' => give(' '),
        '‘' | '’' => give('\''),
        '“' | '”' => give('"'),
        '–' | '—' | '‐' => give('-'),
        // Combining marks, such as accents, are dropped.
        '\u{300}'..='\u{36f}' => {}
        '\0'..='\u{7f}' => give(letter.to_ascii_lowercase()),
        '\u{3001}'..='\u{9fff}' => give(hiragana(letter)),
        _ => {
            let parts = decompose(letter);
            if parts.chars().eq(once(letter)) {
                give(letter);
            } else {
                parts.chars().for_each(|part| each(part, decompose, give));
            }
        }
    }
}

/// An entry of the search index.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The title.
    pub title: String,
    /// The text after the title.
    pub text: String,
    folded_title: Folded,
    folded_text: Folded,
    /// Folded words that the search matches but does not show: readings of Chinese characters, alternative names, and
    /// dates.
    readings: Folded,
}

/// An entry that matches, and the matching parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The index of the entry.
    pub entry: usize,
    /// The parts of the title that match, in order, as ranges of characters.
    pub title: Vec<(usize, usize)>,
    /// The part of the text to show, as a range of characters. `None` if nothing in the text matches. The range may end after the end of
    /// the text.
    pub stretch: Option<(usize, usize)>,
    /// The parts of the text that match, as ranges of characters in the whole text.
    pub text: Vec<(usize, usize)>,
}

impl Entry {
    /// Creates an entry and folds its texts.
    pub fn new(title: String, text: String, readings: &str, decompose: Decompose<'_>) -> Self {
        let [folded_title, folded_text, readings] = [&title, &text, readings].map(|text| Folded::new(text, decompose));
        Self { title, text, folded_title, folded_text, readings }
    }

    /// Returns the match if each of `words` is in the title, the text or the readings. `entry` is the index of the entry.
    pub(crate) fn matches(&self, entry: usize, words: &[String]) -> Option<Match> {
        let (mut title, mut text) = (Vec::new(), Vec::new());
        for word in words {
            let (in_title, in_text) = (self.folded_title.find(word), self.folded_text.find(word));
            if in_title.is_none() && in_text.is_none() {
                self.readings.find(word)?;
            }
            title.extend(in_title);
            text.extend(in_text);
        }
        title.sort_unstable();
        text.sort_unstable();
        let stretch = text.first().map(|(from, _)| (from.saturating_sub(AROUND), from + 2 * AROUND));
        Some(Match { entry, title, stretch, text })
    }
}
