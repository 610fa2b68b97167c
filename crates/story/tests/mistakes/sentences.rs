//! Tests that overlong sentences give notes, but no problems.

use super::real;
use story::Story;

/// Adds `sentence` at the start of the text in `file`. Returns the line and description of each note about a long
/// sentence in `file`.
fn long_sentence_notes(file: &str, sentence: &str) -> Vec<(usize, String)> {
    let mut files = real::EVERY_LANGUAGE.clone();
    let text = String::from_utf8(files.bytes(file).expect("there is the file").to_vec()).expect("it is UTF-8");
    let changed = text.replacen("\n+++\n", &format!("\n+++\n{sentence}"), 1);
    assert!(text.contains("\n+++\n"), "it has front matter");
    files.insert(file, changed.into_bytes());
    let story = Story::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let notes = story.notes.iter().filter(|note| note.place.file == file && note.mend.contains("divide it into two"));
    notes.map(|note| (note.place.line.unwrap_or_default(), note.what.clone())).collect()
}

#[test]
fn long_sentences_are_noted() {
    let first_line = real::text("en/about.md").lines().skip(1).take_while(|line| *line != "+++").count() + 3;
    let before = long_sentence_notes("en/about.md", "").len();
    let english = |words: usize| format!("{}word. ", "word ".repeat(words - 1));
    assert_eq!(long_sentence_notes("en/about.md", &english(40)).len(), before);
    let found = long_sentence_notes("en/about.md", &english(41));
    assert_eq!(found.len(), before + 1, "{found:#?}");
    assert_eq!(found[0].0, first_line);
    assert!(found[0].1.starts_with("this sentence has 41 words: “word word"), "{found:#?}");
    assert_eq!(long_sentence_notes("en/about.md", &english(21).repeat(2)).len(), before, "two sentences are two");
}

#[test]
fn long_japanese_sentences_are_noted() {
    let before = long_sentence_notes("ja/about.md", "").len();
    let japanese = |letters: usize| format!("{}。", "字".repeat(letters - 1));
    assert_eq!(long_sentence_notes("ja/about.md", &japanese(120)).len(), before);
    let found = long_sentence_notes("ja/about.md", &japanese(121));
    assert_eq!(found.len(), before + 1, "{found:#?}");
    assert!(found[0].1.starts_with("this sentence has 121 characters"), "{found:#?}");
}
