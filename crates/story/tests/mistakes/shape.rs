//! Files that cannot be parsed: broken TOML, CSV and front matter, encodings other than UTF-8, and empty and missing
//! files. Each of them gives exactly one problem. Problems that are only consequences are not reported. The module also
//! tests front matter without fields, and that Windows line endings are not a mistake.

use super::{
    changes::{change, check, check_at, expect, whole},
    real,
};
use story::{Files, Place};

/// Returns the first line of `file` as a place.
fn top(file: &str) -> Place {
    Place { line: Some(1), ..whole(file) }
}

/// Applies `change` to each file that `which` selects, one file at a time. Asserts that each change gives exactly one
/// problem, at `place`, whose text “description; remedy” contains `message`.
fn check_each(which: impl Fn(&str) -> bool, change: impl Fn(&mut Files, &str), place: impl Fn(&str) -> Place, message: &str) {
    let paths: Vec<&str> = real::FILES.paths().filter(|file| which(file)).collect();
    assert!(!paths.is_empty(), "there are such files");
    for file in paths {
        let mut files = real::FILES.clone();
        change(&mut files, file);
        expect(&real::problems(&files), &[(place(file), message)]);
    }
}

#[test]
fn missing_files() {
    let remove = |files: &mut Files, file: &str| drop(files.remove(file).expect("it was there"));
    check_each(|_| true, remove, whole, "the file is missing");
}

#[test]
fn missing_folder() {
    let problems = story::load(std::path::Path::new("no-such-folder")).expect_err("it cannot be read");
    let found: Vec<_> = problems.iter().cloned().collect();
    expect(&found, &[(whole(""), "the folder no-such-folder cannot be read")]);
}

#[test]
fn empty_files() {
    let empty = |files: &mut Files, file: &str| files.insert(file, Vec::new());
    check_each(|file| !file.ends_with(".md"), empty, whole, "the file has no entries");
    check_each(|file| file.ends_with(".md"), empty, top, "the text does not begin with its title");
}

#[test]
fn tables_with_nothing_but_a_head() {
    let keep_header = |files: &mut Files, file: &str| files.insert(file, real::text(file).lines().next().expect("a head").into());
    check_each(|file| file.ends_with(".csv"), keep_header, whole, "the file has no entries");
}

#[test]
fn bytes_that_are_not_utf_8() {
    let mut texts = ["sources.csv", "statements.toml", "en/why.md"].map(|file| (file, real::text(file).into_bytes()));
    for (file, bytes) in &mut texts {
        let end = bytes.iter().position(|byte| *byte == b'\n').expect("it has lines");
        bytes.insert(end + 1, 0xfc);
        let place = Place { line: Some(2), column: Some(1), ..whole(file) };
        let message = "a byte here is not UTF-8 text; save the file with the encoding UTF-8";
        expect(&real::problems(&real::with(file, bytes.clone())), &[(place, message)]);
    }
}

#[test]
fn unclosed_quote_in_toml() {
    check("statements.toml", "kind = \"", "kind = \"quote‸\n# \"", "this is not TOML");
    check("en/labels.toml", "skip = \"", "skip = \"Skip‸\n# \"", "this is not TOML");
    check("en/why.md", "title = \"", "title = \"Why‸\n# \"", "this is not TOML");
}

#[test]
fn unclosed_bracket_or_missing_sign_in_toml() {
    check("statements.toml", "[[statement]]", "[[statement]‸", "this is not TOML");
    check("statements.toml", "number = ", "number ‸", "this is not TOML");
}

#[test]
fn missing_cell() {
    let row = real::text("events.csv").lines().nth(1).expect("a row").to_owned();
    let (before, _) = row.rsplit_once(',').expect("it has cells");
    let columns = row.split(',').count();
    check("events.csv", &row, &format!("‸{before}"), &format!("the row has {} cells, the table has {columns} columns", columns - 1));
}

#[test]
fn comma_without_quotes() {
    check("en/countries.csv", "\nAGO,", "\n‸AGO,Republic of, ", "put text that contains a comma in double quotes");
}

#[test]
fn unclosed_quote_in_a_table() {
    for file in real::FILES.paths().filter(|file| file.ends_with(".csv")) {
        let row = real::text(file).lines().nth(1).expect("it has rows").to_owned();
        let (before, last) = row.rsplit_once(',').expect("it has cells");
        check(file, &row, &format!("‸{before},\"{last}"), "a double quote is not closed");
    }
}

#[test]
fn broken_front_matter() {
    let (file, message) = ("en/why.md", "the text does not begin with its title; begin with +++");
    check_at(file, "+++\n", "---\n", top(file), message);
    check_at(file, "\n+++\n", "\n", top(file), message);
    check_at(file, "+++\n", "\n+++\n", top(file), message);
}

#[test]
fn front_matter_without_fields() {
    let (file, text) = ("en/about.md", real::text("en/about.md"));
    let body = text.splitn(3, "+++").nth(2).expect("it has a body");
    let place = top(file);
    let messages = ["`brief` is missing", "`description` is missing", "`title` is missing"];
    expect(&real::problems(&real::with(file, format!("+++\n+++{body}"))), &messages.map(|message| (place.clone(), message)));
}

#[test]
fn other_line_ends_are_no_mistake() {
    let mut files = real::FILES.clone();
    for file in real::FILES.paths() {
        files.insert(file, format!("\u{feff}{}", real::text(file).replace('\n', "\r\n")).into_bytes());
    }
    expect(&real::problems(&files), &[]);
}

#[test]
fn other_line_ends_leave_the_place() {
    for (file, replace, with) in [
        ("events.csv", "\nkagoshima-1978,", "\n\n\n‸kagoshima-1978,x"),
        ("statements.toml", "kind = \"quote\"", "kind = ‸\"song\""),
        ("en/about.md", "", "\n\nA ‸[word](term:nonsense).\n"),
    ] {
        let (text, place) = change(file, replace, with);
        let found = real::problems(&real::with(file, text.replace('\n', "\r\n")));
        expect(&found, &[(place.expect("a caret"), "")]);
    }
}
