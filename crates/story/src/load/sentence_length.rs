//! Finds sentences that are too long.

use super::{
    files::Files,
    problem::Problems,
    translation_check::{self, pieces},
};

/// The maximum number of words in a sentence, in languages other than Japanese.
const WORDS: usize = 40;
/// The maximum number of characters in a Japanese sentence, without spaces.
const CHARACTERS: usize = 120;

/// Adds a note for each sentence of `language` that is too long.
pub(crate) fn note_long(files: &Files, language: &str, notes: &mut Problems) {
    let japanese = language == "ja";
    for name in translation_check::names(files, language) {
        for piece in pieces::read(files, &format!("{language}/{name}")) {
            for sentence in sentences(&pieces::without_marks(&piece.text)) {
                let (length, limit, unit) = if japanese {
                    (sentence.chars().filter(|letter| !letter.is_whitespace()).count(), CHARACTERS, "characters")
                } else {
                    (sentence.split_whitespace().count(), WORDS, "words")
                };
                if length > limit {
                    let start: String = sentence.chars().take(40).collect();
                    notes.add(
                        piece.place.clone(),
                        format!("this sentence has {length} {unit}: “{start}…”"),
                        format!("divide it into two; a sentence should have at most {limit} {unit}"),
                    );
                }
            }
        }
    }
}

/// Divides a text into sentences. The full stop of an abbreviation may end a sentence too early. The check can then
/// miss a long sentence, but cannot report a short one.
fn sentences(text: &str) -> Vec<&str> {
    const CLOSING: [char; 6] = ['”', '’', '"', ')', '」', '）'];
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, end) in text.char_indices() {
        let after = text[at + end.len_utf8()..].trim_start_matches(CLOSING);
        let ends = match end {
            '。' | '？' | '！' => true,
            '.' | '?' | '!' => after.is_empty() || after.starts_with(char::is_whitespace),
            _ => false,
        };
        if ends {
            let to = text.len() - after.len();
            sentences.push(text[start.min(to)..to].trim());
            start = to;
        }
    }
    sentences.push(text[start..].trim());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_readers_pause() {
        assert_eq!(sentences("He said “no.” She left. In 1.5 hours"), ["He said “no.”", "She left.", "In 1.5 hours"]);
        assert_eq!(sentences("彼は「行く。」と述べた。終わり"), ["彼は「行く。」", "と述べた。", "終わり"]);
    }
}
