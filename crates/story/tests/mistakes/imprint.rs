//! The fields `publisher`, `contact`, `read_up_to` and `article` of `site.toml`. The loader adds a note if `publisher`,
//! `contact` or `read_up_to` is missing, and a problem if one of the four fields is wrong.

use super::{
    changes::{check, expect},
    real,
};
use story::{Files, Place, Story};

/// Returns the real content with a changed `site.toml`: `lines` replace the lines for the publisher, the author, the
/// contact and `read_up_to`.
fn files(lines: &str) -> Files {
    real::with("site.toml", format!("{}{lines}", other_lines()))
}

/// Returns the lines of `site.toml` without those for the publisher, the author, the contact and `read_up_to`.
fn other_lines() -> String {
    let fields = ["publisher", "author", "contact", "read_up_to"];
    let site = real::text("site.toml");
    site.lines().filter(|line| !fields.iter().any(|field| line.starts_with(field))).flat_map(|line| [line, "\n"]).collect()
}

fn story(lines: &str) -> Story {
    Story::from_files(&files(lines)).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Asserts that `line` in `site.toml` gives exactly one problem, at the caret. Its description and its remedy, joined by
/// “; ”, must contain `message`.
#[track_caller]
fn check_line(line: &str, message: &str) {
    let (before, after) = line.split_once('‸').expect("the caret says where");
    let place =
        Place { file: "site.toml".to_owned(), line: Some(other_lines().lines().count() + 1), column: Some(before.chars().count() + 1) };
    expect(&real::problems(&files(&format!("{before}{after}\n"))), &[(place, message)]);
}

fn missing(story: &Story) -> Vec<String> {
    let about_site = story.notes.iter().filter(|note| note.place.file == "site.toml");
    about_site.filter_map(|note| Some(note.what.split_once('`')?.1.split_once('`')?.0.to_owned())).collect()
}

#[test]
fn missing_fields_give_notes_and_no_problems() {
    assert_eq!(missing(&story("")), ["contact", "publisher", "read_up_to"]);
    let whole = story(
        "read_up_to = \"2027-01-31\"\ncontact = \"mailto:desk@news.example\"\n\
         publisher = { name = \"The Example Times\", url = \"https://news.example/\" }\n",
    );
    assert!(missing(&whole).is_empty(), "{}", whole.notes);
    assert_eq!(whole.imprint.publisher.map(|publisher| publisher.name).as_deref(), Some("The Example Times"));
    assert_eq!(whole.imprint.read_up_to.map(|date| date.to_string()).as_deref(), Some("2027-01-31"));
}

#[test]
fn the_contact_is_a_mail_address_or_a_page() {
    for contact in ["desk@news.example", "mailto:desk", "mailto:@news.example", "http://news.example/", "https://news example/"] {
        check_line(&format!("contact = ‸\"{contact}\""), "is neither a mail address nor the address of a page");
    }
    for contact in ["mailto:desk@news.example", "https://news.example/errors"] {
        assert_eq!(story(&format!("contact = \"{contact}\"\n")).imprint.contact.as_deref(), Some(contact));
    }
}

#[test]
fn a_publication_has_a_name_and_sound_addresses() {
    check_line("‸publisher = { url = \"https://news.example/\" }", "`name` is missing or empty");
    check_line("publisher = { name = \"The Example Times\", logo = ‸\"logo.png\" }", "“logo.png” is not an https address");
    check_line("publisher = ‸\"The Example Times\"", "`publisher` is not a table; write publisher = {");
    check_line("publisher = { name = \"The Example Times\", ‸town = \"Example\" }", "`town` is not known here");
}

#[test]
fn the_article_is_a_source() {
    check("site.toml", "article = \"", "article = ‸\"nowhere\" # \"", "“nowhere” is not a known source");
    check("site.toml", "article = \"", "article = ‸\"\" # \"", "`article` is missing or empty");
}

#[test]
fn sources_are_read_up_to_a_day() {
    check_line("read_up_to = ‸\"2026-11\"", "not a day; write YYYY-MM-DD");
}
