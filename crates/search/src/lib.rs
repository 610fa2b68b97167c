//! Finds words in what the page says, as far as that can be said without a browser: case, accents, the width of letters
//! and the two scripts of kana make no difference.
//!
//! It scans: a page has some hundred entries, and an index would weigh more than what it saves.

#[cfg(test)]
mod tests;

use std::iter::once;

/// How many letters of the text are shown around a match.
const AROUND: usize = 60;

/// Takes a letter apart, as Unicode's NFKD does.
pub type Decompose<'a> = &'a dyn Fn(char) -> String;

/// A text in the form in which it is compared, which remembers where its letters come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The letters compared.
    text: String,
    /// For each of them, counted in bytes, which character of the original it comes from.
    origin: Vec<usize>,
}

impl Folded {
    /// `text` without what makes no difference.
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

    /// Finds the first occurrence of `word`, which is folded too. Returns the range of characters in the original text.
    /// A word that begins with an ASCII letter or digit matches only at the start of a word, so that "act" does not
    /// find "fact".
    fn find(&self, word: &str) -> Option<(usize, usize)> {
        let begins = |at: usize| !word.starts_with(is_spelt) || !self.text.get(..at).is_some_and(|before| before.ends_with(is_spelt));
        let (at, _) = self.text.match_indices(word).find(|(at, _)| begins(*at))?;
        let origin = |at: usize| self.origin.get(at).copied();
        Some((origin(at)?, origin(at + word.len() - 1)? + 1))
    }
}

/// Whether a letter is one of those that are set apart from others by spaces.
fn is_spelt(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
}

/// Calls `give` with each letter that `letter` is compared as.
fn each(letter: char, decompose: Decompose<'_>, give: &mut dyn FnMut(char)) {
    match letter {
        '\u{a0}' | '\u{3000}' | '\n' => give(' '),
        '‘' | '’' => give('\''),
        '“' | '”' => give('"'),
        '–' | '—' | '‐' => give('-'),
        // Combining marks. Without them accents make no difference.
        '\u{300}'..='\u{36f}' => {}
        '\0'..='\u{7f}' => give(letter.to_ascii_lowercase()),
        // The two scripts of kana have the same order.
        'ァ'..='ヶ' => give(char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter)),
        '\u{3001}'..='\u{9fff}' => give(letter),
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

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is called.
    pub title: String,
    /// What else is said of it.
    pub text: String,
    folded_title: Folded,
    folded_text: Folded,
    /// How what is in it is read, where that is written beside it, and the day on which it was.
    readings: Folded,
}

/// Where an entry matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The place of the entry.
    pub entry: usize,
    /// The parts of its title that match: the characters from and up to, in order.
    pub title: Vec<(usize, usize)>,
    /// The stretch of its text that is worth showing, if one is, and what matches in it, counted in the whole text.
    pub stretch: Option<(usize, usize)>,
    /// The parts of the text that match.
    pub text: Vec<(usize, usize)>,
}

impl Entry {
    /// An entry.
    pub fn new(title: String, text: String, readings: &str, decompose: Decompose<'_>) -> Self {
        let [folded_title, folded_text, readings] = [&title, &text, readings].map(|text| Folded::new(text, decompose));
        Self { title, text, folded_title, folded_text, readings }
    }

    /// How it matches all of `words`.
    fn matches(&self, entry: usize, words: &[String]) -> Option<Match> {
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

/// What stands around words without belonging to them: quotation marks, commas, brackets.
const AROUND_WORDS: [char; 14] = ['"', '\'', ',', '.', ';', ':', '!', '?', '(', ')', '「', '」', '、', '。'];

/// The day that a word of digits names, as entries write it: year, month and day. Who writes the year last writes the month first or second:
/// a number above 12 is a day, and of two that can be either the first is.
fn as_day(word: &str) -> Option<String> {
    let mut parts = word.split(['-', '/', '.']);
    let numbers = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() || numbers.iter().any(|number| number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let [first, second, third] = numbers;
    let (year, month, day) = match (first.len(), third.len()) {
        (4, _) => (first, second, third),
        (_, 4) if second.parse().is_ok_and(|second: u8| second > 12) => (third, first, second),
        (_, 4) => (third, second, first),
        _ => return None,
    };
    Some(format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The entries in which all words of `asked` are found: those that are called so first, otherwise in their order.
pub fn search(entries: &[Entry], asked: &str, decompose: Decompose<'_>) -> Vec<Match> {
    let asked = Folded::new(asked, decompose).text;
    let words = asked.split_whitespace().map(|word| word.trim_matches(AROUND_WORDS)).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| as_day(word).unwrap_or_else(|| word.to_owned())).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Match> = entries.iter().enumerate().filter_map(|(at, entry)| entry.matches(at, &words)).collect();
    // Stable, so the order of the page is kept.
    found.sort_by_key(|found| found.title.len() < words.len());
    found
}
