//! Computes the results of a search. The best results come first.

use crate::matching::{Decompose, Entry, Folded, Match};

/// The punctuation that is removed from the start and the end of a word.
const AROUND_WORDS: [char; 14] = ['"', '\'', ',', '.', ';', ':', '!', '?', '(', ')', '「', '」', '、', '。'];

/// Parses a date in digits, such as `13/3/2019`. Returns the date as `YYYY-MM-DD`, the format of the index. If the year
/// is first, the order is year, month, day. If the year is last and the second number is above 12, the order is month,
/// day, year. Otherwise the order is day, month, year.
fn parse_date(word: &str) -> Option<String> {
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

/// Returns a match for each entry that contains all words of `query`. Entries with all words in the title come first.
/// Otherwise the order is that of `entries`. Returns nothing if `query` has no words.
pub fn search(entries: &[Entry], query: &str, decompose: Decompose<'_>) -> Vec<Match> {
    let query = Folded::new(query, decompose).text;
    let words = query.split_whitespace().map(|word| word.trim_matches(AROUND_WORDS)).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| parse_date(word).unwrap_or_else(|| word.to_owned())).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Match> = entries.iter().enumerate().filter_map(|(at, entry)| entry.matches(at, &words)).collect();
    // The sort is stable, so it keeps the order of `entries`.
    found.sort_by_key(|found| found.title.len() < words.len());
    found
}
