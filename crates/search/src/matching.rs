//! Compares the words that a reader searches for with the texts of an entry.

use std::iter::once;
use vocabulary::hiragana;

/// The maximum number of characters that are shown before the first match in a text. From the start
/// of the match, at most twice as many are shown.
const AROUND: usize = 60;

/// A function that returns the NFKD decomposition of a letter.
pub type Decompose<'a> = &'a dyn Fn(char) -> String;

/// A text without the differences that the search ignores. Each byte of the folded text is mapped to a character of the
/// original text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    pub(crate) text: String,
    /// For each byte of `text`, the index of the character in the original text.
    origin: Vec<usize>,
}

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str, decompose: Decompose<'_>) -> Self {
        let mut folded = Self::default();
        for (at, letter) in text.chars().enumerate() {
            fold_letter(letter, decompose, &mut |letter| {
                match folded.text.chars().next_back().and_then(|base| voiced(base, letter)) {
                    Some(joined) => {
                        folded.text.pop();
                        folded.text.push(joined);
                    }
                    None => folded.text.push(letter),
                }
                folded.origin.resize(folded.text.len(), at);
            });
        }
        folded
    }

    /// Finds the first occurrence of `word`, which must already be folded. Returns the range of its characters in the
    /// original text. If `word` begins with an ASCII letter or digit, it matches only at the start of a word. So "act"
    /// does not find "fact".
    pub(crate) fn find(&self, word: &str) -> Option<(usize, usize)> {
        let is_word_start = |at: usize| {
            !word.starts_with(is_word_character) || !self.text.get(..at).is_some_and(|before| before.ends_with(is_word_character))
        };
        let (at, _) = self.text.match_indices(word).find(|(at, _)| is_word_start(*at))?;
        let origin = |at: usize| self.origin.get(at).copied();
        Some((origin(at)?, origin(at + word.len() - 1)? + 1))
    }
}

/// Returns whether `letter` is an ASCII letter or digit. The search recognises the start of a word only in words of
/// these characters.
fn is_word_character(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
}

/// Calls `push` with each letter of the folded form of `letter`.
fn fold_letter(letter: char, decompose: Decompose<'_>, push: &mut dyn FnMut(char)) {
    match letter {
        '\u{a0}' | '\u{3000}' | '\n' => push(' '),
        '‘' | '’' => push('\''),
        '“' | '”' => push('"'),
        '–' | '—' | '‐' => push('-'),
        // Combining marks, such as accents, are dropped.
        '\u{300}'..='\u{36f}' => {}
        '\0'..='\u{7f}' => push(letter.to_ascii_lowercase()),
        '\u{3001}'..='\u{9fff}' => push(hiragana(letter)),
        _ => {
            let parts = decompose(letter);
            if parts.chars().eq(once(letter)) {
                push(letter);
            } else {
                parts.chars().for_each(|part| fold_letter(part, decompose, push));
            }
        }
    }
}

/// Returns the single letter for a hiragana and a combining voicing mark, for example `が` for `か` and U+3099. Returns
/// `None` if there is no such letter.
fn voiced(base: char, mark: char) -> Option<char> {
    // In Unicode, a voiced letter follows its plain letter, and a half-voiced letter follows the voiced letter.
    let distance = match (base, mark) {
        ('う', '\u{3099}') => u32::from('ゔ') - u32::from('う'),
        (_, '\u{3099}') if "かきくけこさしすせそたちつてとはひふへほ".contains(base) => 1,
        (_, '\u{309a}') if "はひふへほ".contains(base) => 2,
        _ => return None,
    };
    char::from_u32(u32::from(base) + distance)
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
    /// Folded words that the search matches but does not show, such as readings of Chinese characters, other names, and
    /// dates.
    readings: Folded,
}

/// An entry that matches, with the parts of its texts that match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The index of the entry.
    pub entry: usize,
    /// The first occurrence of each searched word that is in the title, as ranges of characters, in order.
    pub title: Vec<(usize, usize)>,
    /// The part of the text to show, as a range of characters. `None` if nothing in the text matches. The range may end
    /// after the end of the text.
    pub stretch: Option<(usize, usize)>,
    /// The first occurrence of each searched word that is in the text, as ranges of characters in the whole text, in
    /// order.
    pub text: Vec<(usize, usize)>,
}

impl Entry {
    /// Creates an entry and folds its texts.
    pub fn new(title: String, text: String, readings: &str, decompose: Decompose<'_>) -> Self {
        let [folded_title, folded_text, readings] = [&title, &text, readings].map(|text| Folded::new(text, decompose));
        Self { title, text, folded_title, folded_text, readings }
    }

    /// Returns the match if each of `words` is in the title, the text or the readings. `entry` is the index of this
    /// entry.
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
