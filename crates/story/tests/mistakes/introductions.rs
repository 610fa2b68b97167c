//! People who are named without an introduction, and quotations with a missing or wrong speaker, language or
//! translator.

use super::{
    changes::{check, check_at, expect, place_of, whole},
    real,
};
use story::{Files, Place};

/// Returns the content with `changes` and an additional person, who is called Quirinus and
/// introduced as "the envoy". A change is a file, a text in this file, and the replacement for the
/// first occurrence of the text.
fn with_person(changes: &[(&str, &str, &str)]) -> Files {
    let mut files = real::FILES.clone();
    let add = |files: &mut Files, file: &str, lines: &str| files.insert(file, format!("{}\n{lines}", real::text(file)).into_bytes());
    add(&mut files, "introductions.toml", "[[person]]\nid = \"quirinus\"\nspeaks = \"la\"\n");
    let words = "[quirinus]\nname = \"Quirinus Example\"\ncalled = [\"Quirinus\"]\nintroduced = [\"the envoy\"]\n";
    add(&mut files, "en/introductions.toml", words);
    for (file, replace, with) in changes {
        let text = String::from_utf8(files.bytes(file).expect("there is the file").to_vec()).expect("it is UTF-8");
        assert!(text.contains(replace), "{file} has no {replace:?}");
        files.insert(file, text.replacen(replace, with, 1).into_bytes());
    }
    files
}

/// Asserts that the changes give exactly one problem: Quirinus is not introduced in the file of the first change.
#[track_caller]
fn check_unknown(changes: &[(&str, &str, &str)]) {
    let found = real::problems(&with_person(changes));
    let [problem] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(problem.place.file, changes[0].0);
    assert!(problem.place.line.is_some(), "the line is told");
    assert_eq!(problem.what, "“Quirinus” is named here for the first time in this part, and not introduced");
    assert!(problem.mend.contains("“the envoy”"), "{}", problem.mend);
}

#[track_caller]
fn check_known(changes: &[(&str, &str, &str)]) {
    expect(&real::problems(&with_person(changes)), &[]);
}

#[test]
fn somebody_who_is_not_introduced() {
    check_unknown(&[("en/about.md", "\n+++\n", "\n+++\nQuirinus spoke.\n\n")]);
    check_unknown(&[("en/about.md", "brief = \"", "brief = \"Quirinus spoke. ")]);
    check_unknown(&[("en/voices.toml", "text = \"", "text = \"Quirinus spoke. ")]);
    let later = ("en/about.md", "\n+++\n", "\n+++\nQuirinus spoke.\n\nAnd Quirinus, the envoy, spoke again.\n\n");
    check_unknown(&[later]);
}

#[test]
fn a_brief_line_stands_alone() {
    check_unknown(&[
        ("en/about.md", "\n+++\n", "\n+++\nQuirinus spoke.\n\n"),
        ("en/about.md", "brief = \"", "brief = \"The envoy Quirinus spoke. "),
    ]);
}

#[test]
fn an_introduction_in_another_part_does_not_help() {
    check_unknown(&[
        ("en/about.md", "\n+++\n", "\n+++\nQuirinus spoke.\n\n"),
        ("en/sources.md", "\n+++\n", "\n+++\nThe envoy Quirinus spoke.\n\n"),
    ]);
}

#[test]
fn somebody_who_is_introduced() {
    check_known(&[]);
    check_known(&[("en/about.md", "\n+++\n", "\n+++\nQuirinus spoke. He is the Envoy.\n\nQuirinus spoke again.\n\n")]);
    check_known(&[("en/voices.toml", "text = \"", "text = \"Quirinus spoke. "), ("en/voices.toml", "who = \"", "who = \"The envoy: ")]);
    check_known(&[("en/about.md", "title = \"", "title = \"Quirinus: ")]);
    check_known(&[("en/about.md", "\n+++\n", "\n+++\nQuirinusses spoke.\n\n")]);
}

/// Returns the English entry of an event, and the same entry with `addition` at the start of its text.
fn event(id: &str, addition: &str) -> (String, String) {
    let text = real::text("en/events.toml");
    let entry = text.split("\n[").map(|entry| entry.trim_start_matches('[')).find(|entry| entry.starts_with(&format!("{id}]")));
    let entry = entry.unwrap_or_else(|| panic!("{id} has no words")).to_owned();
    let changed = entry.replacen("text = \"", &format!("text = \"{addition} "), 1);
    assert_ne!(entry, changed, "{id} has no text");
    (entry, changed)
}

#[test]
fn events_are_read_by_date() {
    let [first, .., last] = &real::EDITION.events[..] else { panic!("there are events") };
    for (one, other, is_known) in [(first, last, true), (last, first, false)] {
        let (one, other) = (event(&one.id, "The envoy Quirinus spoke."), event(&other.id, "Quirinus spoke."));
        let changes = [("en/events.toml", &*other.0, &*other.1), ("en/events.toml", &*one.0, &*one.1)];
        if is_known { check_known(&changes) } else { check_unknown(&changes) }
    }
}

#[test]
fn people_have_names_and_introductions() {
    check("en/introductions.toml", "called = [", "called = ‸[] # [", "`called` is missing or empty; write at least one");
    check("en/introductions.toml", "introduced = [", "introduced = ‸[] # [", "`introduced` is missing or empty");
    check("introductions.toml", "speaks = \"", "speaks = ‸\"\" # \"", "`speaks` is missing or empty");
    let place = whole("en/introductions.toml");
    check_at("introductions.toml", "", "\n[[person]]\nid = \"nobody\"\nspeaks = \"en\"\n", place, "there are no words for “nobody”");
}

#[test]
fn a_quotation_has_a_speaker_and_a_language() {
    for field in ["speaker", "language"] {
        let (line, message) = (format!("{field} = \""), format!("`{field}` is missing or empty"));
        check("quotations.toml", &line, &format!("{field} = ‸\"\" # \""), &message);
        check_at("quotations.toml", &line, &format!("# {line}"), place_of("quotations.toml", "[[version]]"), &message);
    }
    check("quotations.toml", "speaker = \"", "speaker = ‸\"nobody\" # \"", "“nobody” is not a known person");
    check("quotations.toml", "language = \"", "language = ‸\"English\" # \"", "“English” is not the tag of a language");
    check("quotations.toml", "sources = [", "sources = ‸[] # [", "this has no source");
}

/// Returns the first quotation that contains `with`, and the place of the value of its `field`.
fn in_quotation(with: &str, field: &str) -> (String, Place) {
    let text = real::text("quotations.toml");
    let at = text.find(with).unwrap_or_else(|| panic!("no quotation has {with}"));
    let start = text[..at].rfind("[[version]]").expect("it stands in a quotation");
    let entry = text[start..].split("\n\n").next().expect("it has lines").to_owned();
    let lines_before = text[..start].matches('\n').count();
    let line = entry.lines().position(|line| line.starts_with(field)).unwrap_or_default();
    let column = Some(field.chars().count() + " = ".len() + 1);
    (entry, Place { file: "quotations.toml".to_owned(), line: Some(lines_before + line + 1), column })
}

#[test]
fn a_translation_has_a_translator() {
    let (entry, place) = in_quotation("language = \"en\"", "language");
    let without = entry.replacen("translator", "# translator", 1);
    assert_ne!(entry, without, "it is translated");
    check_at("quotations.toml", &entry, &without, place, "these words are a translation, but no translator is named");
    let (entry, place) = in_quotation("language = \"ja\"", "language");
    let translated = entry.replacen("language = ", "translator = \"NHK\"\nlanguage = ", 1);
    let place = Place { column: Some("translator = ".len() + 1), ..place };
    check_at("quotations.toml", &entry, &translated, place, "so they have no translator; take `translator` out");
}
