//! Tests that several mistakes in several files are all reported in one run, sorted and grouped by file.

use super::{
    changes::{change, expect},
    real,
};
use story::Story;

/// One mistake in each of several files, sorted by file: the file, the text to replace, the new text, and the expected
/// message.
const MISTAKES: [(&str, &str, &str, &str); 6] = [
    ("countries.csv", ",Asia", "‸,Atlantis", "“Atlantis” is not a known region"),
    ("en/about.md", "", "\nA ‸[word](term:nonsense).\n", "“nonsense” is not a known term"),
    ("en/why.md", "title = ", "‸colour = 1\ntitle = ", "`colour` is not known here"),
    ("events.csv", ",two_sources,", "‸,two_sources,nowhere; ", "“nowhere” is not a known source"),
    ("sources.csv", ",https://", "‸,http://", "is not an https address"),
    ("statements.toml", "kind = \"quote\"", "kind = ‸\"song\"", "“song” is not a known kind of statement"),
];

#[test]
fn all_are_reported_in_order() {
    let mut files = real::FILES.clone();
    let mut expected = Vec::new();
    for (file, replace, with, message) in MISTAKES {
        let (text, place) = change(file, replace, with);
        files.insert(file, text.into_bytes());
        expected.push((place.expect("a caret"), message));
    }
    expect(&real::problems(&files), &expected);
}

#[test]
fn the_same_file_is_named_once() {
    let (text, _) = change("statements.toml", "verdict = \"", "verdict = \"guessed\" # \"");
    let text = text.replacen("kind = \"quote\"", "kind = \"song\"", 1);
    let mut files = real::with("statements.toml", text);
    files.insert("site.toml", real::text("site.toml").replacen("reviewed", "reviewd", 1).into_bytes());
    let problems = Story::from_files(&files).expect_err("there are mistakes");
    let printed = problems.to_string();
    let heads: Vec<&str> = printed.lines().filter(|line| line.starts_with("content/")).collect();
    assert_eq!(heads, ["content/site.toml", "content/statements.toml"]);
    for problem in problems.iter() {
        assert!(printed.contains(&format!("  {}: {}\n      {}\n", problem.place, problem.what, problem.mend)), "{printed}");
    }
    assert!(printed.ends_with(&format!("{} mistakes in the content", problems.len())), "{printed}");
}

#[test]
fn a_broken_file_does_not_hide_mistakes_in_others() {
    let (broken, place) = change("sources.csv", "\nabc_020610", "\n‸\"abc_020610");
    let (marked, mark) = change("en/about.md", "", "\nA ‸[word](term:nonsense) [@nowhere].\n");
    let mut files = real::with("sources.csv", broken);
    files.insert("en/about.md", marked.into_bytes());
    let messages = ["“nonsense” is not a known term", "a double quote is not closed"];
    expect(&real::problems(&files), &[(mark.expect("a caret"), messages[0]), (place.expect("a caret"), messages[1])]);
}
