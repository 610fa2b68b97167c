//! Texts without an introduction, missing statements and years, and descriptions and quotations that are too long.

use super::{
    changes::{check, check_sound, expect},
    real,
};
use story::Place;

#[test]
fn description_over_160_characters() {
    let described = |length: usize| format!("description = ‸\"{}\" # \"", "é".repeat(length));
    for length in [161, 300] {
        let message = format!("`description` has {length} characters; shorten it to 160 characters at most");
        check("en/why.md", "description = \"", &described(length), &message);
    }
    check_sound("en/why.md", "description = \"", &described(160));
}

#[test]
fn the_articles_words_are_a_phrase() {
    let words = |count: usize| format!("number = 0\nwords = ‸\"{}\"", "word ".repeat(count).trim());
    let without: String =
        real::text("statements.toml").lines().filter(|line| !line.starts_with("words = ")).flat_map(|line| [line, "\n"]).collect();
    let problems_with = |count: usize| {
        let marked = without.replacen("number = 0", &words(count), 1);
        real::problems(&real::with("statements.toml", marked.replace('‸', "")))
    };
    let place = Place { file: "statements.toml".to_owned(), line: Some(3), column: Some(9) };
    expect(&problems_with(21), &[(place, "`words` has 21 words; quote only the phrase that the verdict is about, 20 words at most")]);
    expect(&problems_with(20), &[]);
}

#[test]
fn text_without_introduction() {
    for file in ["en/timeline.md", "en/about.md", "en/glossary.md"] {
        let text = real::text(file);
        let (front, body) = text.rsplit_once("+++\n").expect("it has front matter");
        let sections = body.find("## ").map_or("", |start| &body[start..]);
        let without = format!("{front}+++\n{sections}");
        let place = Place { file: file.to_owned(), line: Some(front.lines().count() + 2), column: Some(1) };
        let here: Vec<_> = real::problems(&real::with(file, without)).into_iter().filter(|problem| problem.place.file == file).collect();
        expect(&here, &[(place, "the text has no introduction")]);
    }
}

/// Removes the part of `file` from `start` up to `end`. Asserts that this gives exactly the problems `expected`.
/// Ignores problems about sources that nothing cites any more.
fn check_gap(file: &str, start: &str, end: &str, expected: [&str; 2]) {
    let text = real::text(file);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{file} has no {words:?}"));
    let found = real::problems(&real::with(file, format!("{}{}", &text[..at(start)], &text[at(end)..])));
    let messages: Vec<_> = found.iter().map(|problem| problem.what.as_str()).filter(|what| !what.starts_with("nothing cites")).collect();
    assert_eq!(messages, expected);
}

#[test]
fn statement_left_out() {
    let expected = ["there is no entry “s5” for these words", "statement 6 appears where 5 is expected"];
    check_gap("statements.toml", "[[statement]]\nnumber = 5\n", "[[statement]]\nnumber = 6\n", expected);
}

#[test]
fn year_left_out() {
    let expected = ["there is no entry “year.2010” for these words", "the year 2011 does not follow the one before it"];
    check_gap("shift.toml", "[[year]]\nyear = 2010\n", "[[year]]\nyear = 2011\n", expected);
}
