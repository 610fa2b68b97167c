//! Mistakes in `corrections.toml`, which lists the corrections and updates, and in `en/corrections.toml`, which
//! describes them. Neither file exists before the first correction or update. The module also tests the columns
//! `archived` and `read` of `sources.csv`.

use super::real;
use story::{Place, Story};

const NEUTRAL: &str = "[[correction]]\nid = \"first\"\ndate = \"2027-01-31\"\nkind = \"correction\"\nat = \"why\"\n";
const WORDS: &str = "[first]\ntext = \"It said 3; it is 4.[@src_article]\"\n";

/// Asserts that there is a problem in `file` at `line`, and that its description and its remedy, joined by “; ”, contain
/// `expected`. Line 0 means the whole file. `neutral` is the text of `corrections.toml`, and `words` is the text of `en/corrections.toml`.
#[track_caller]
fn check(neutral: &str, words: &str, file: &str, line: usize, expected: &str) {
    let found = found(neutral, words);
    let is_reported =
        |(place, message): &(Place, String)| place.file == file && place.line.unwrap_or_default() == line && message.contains(expected);
    assert!(found.iter().any(is_reported), "expected {expected:?}\nfound {found:#?}");
}

fn found(neutral: &str, words: &str) -> Vec<(Place, String)> {
    let mut files = real::FILES.clone();
    for (file, text) in [("corrections.toml", neutral), ("en/corrections.toml", words)] {
        if !text.is_empty() {
            files.insert(file, text.as_bytes().to_vec());
        }
    }
    real::problems(&files).into_iter().map(|problem| (problem.place, format!("{}; {}", problem.what, problem.mend))).collect()
}

#[test]
fn no_corrections_are_no_mistake() {
    assert_eq!(found("", ""), []);
    assert!(real::EDITION.corrections.is_empty());
}

#[test]
fn a_valid_correction_is_read() {
    let mut files = real::FILES.clone();
    files.insert("corrections.toml", NEUTRAL.into());
    files.insert("en/corrections.toml", WORDS.into());
    let story = Story::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let edition = &story.editions[0];
    assert_eq!(edition.corrections.len(), 1);
    assert_eq!(edition.modified().to_string(), "2027-01-31");
}

#[test]
fn words_and_entries_belong_together() {
    check(NEUTRAL, "", "en/corrections.toml", 0, "the file is missing");
    check("", WORDS, "en/corrections.toml", 0, "there is no corrections.toml; create corrections.toml");
    check(NEUTRAL, &WORDS.replace("first", "other"), "en/corrections.toml", 0, "there are no words for “first”");
}

#[test]
fn fields_are_checked() {
    check(&NEUTRAL.replace("2027-01-31", "2027-01"), WORDS, "corrections.toml", 3, "is not a day; write YYYY-MM-DD");
    check(&NEUTRAL.replace("2027", "2019"), WORDS, "corrections.toml", 3, "before the explainer was published");
    check(&NEUTRAL.replace("\"correction\"", "\"erratum\""), WORDS, "corrections.toml", 4, "write one of: correction, update");
    check(&NEUTRAL.replace("\"why\"", "\"whither\""), WORDS, "corrections.toml", 5, "“#whither” is not a place on the page");
    check(&NEUTRAL.replace("kind", "sort"), WORDS, "corrections.toml", 1, "`kind` is missing");
    check(NEUTRAL, &WORDS.replace("src_article", "nowhere"), "en/corrections.toml", 2, "“nowhere” is not a known source");
}

#[test]
fn archived_copies_and_days_of_reading_are_checked() {
    let row = "unused_1,A title,A publisher,2019-05-01,https://example.org/,,en,,";
    for (cells, expected) in [
        ("http://archive.example/,", "is not an https address"),
        (",2027-01", "not a day; write YYYY-MM-DD"),
        (",2018-01-31", "last read before it was published"),
        (",yesterday", "is not a date"),
    ] {
        let files = real::with("sources.csv", format!("{}{row}{cells}\n", real::text("sources.csv")));
        let messages: Vec<String> =
            real::problems(&files).into_iter().map(|problem| format!("{}; {}", problem.what, problem.mend)).collect();
        assert!(messages.iter().any(|message| message.contains(expected)) && messages.len() == 2, "{cells}: {messages:#?}");
    }
}
