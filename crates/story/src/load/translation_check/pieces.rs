//! Divides a file of a language into its texts. A text has the same name in all languages.
//!
//! Examples of names: `people/megumi-yokota` is a field, `voices/given-hanoi/text` is a field of an entry, and
//! `countries/JPN/name` is a cell. `why/given/2` is the second paragraph or list item in the section `given`, and
//! `why/given/title` is the heading of that section.

use crate::load::{
    entry::{Entry, Value},
    files::Files,
    problem::{Place, Problems},
    prose, table,
};
use std::collections::BTreeSet;

#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) text: String,
}

impl Piece {
    /// Returns the language of the text, which is the name of its folder.
    pub(super) fn language(&self) -> &str {
        self.place.file.split('/').next().unwrap_or_default()
    }

    /// Returns the name of the section of a paragraph or list item. Returns `None` for a field or a heading.
    pub(super) fn section(&self) -> Option<&str> {
        let (section, number) = self.name.rsplit_once('/')?;
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(section)
    }
}

/// Returns the texts of the file at `path`. The entries of a TOML file are sorted by name, and so are the fields of
/// each entry. Ignores mistakes in the file, because the loader reports them.
pub(crate) fn read(files: &Files, path: &str) -> Vec<Piece> {
    let ignored = &mut Problems::default();
    let Some((name, extension)) = path.rsplit('/').next().and_then(|name| name.split_once('.')) else { return Vec::new() };
    let entries = |entries: Vec<(String, Entry)>| entries.into_iter().flat_map(|(id, entry)| fields(&[name, &id], entry)).collect();
    match extension {
        "toml" => entries(table::toml(files, path, ignored)),
        "csv" => {
            let rows = table::csv(files, path, ignored).into_iter();
            entries(rows.map(|mut row| (row.text("iso3", ignored), row)).collect())
        }
        "md" => files
            .text(path, ignored)
            .and_then(prose::divide)
            .map(|(front, body)| {
                let front_matter = table::toml_text(path, front, 1, ignored);
                let lines_before = front.matches('\n').count() + 2;
                let mut pieces: Vec<Piece> = front_matter.into_iter().flat_map(|(id, entry)| fields(&[name, &id], entry)).collect();
                pieces.extend(paragraphs(name, path, body, lines_before));
                pieces
            })
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The fields that need no counterpart in other languages: the reading of a name, and further names.
const OWN: [&str; 2] = ["reading", "also"];

fn fields(name: &[&str], entry: Entry) -> impl Iterator<Item = Piece> + use<> {
    let above: Vec<&str> = name.iter().copied().filter(|part| !part.is_empty()).collect();
    let above = above.join("/");
    entry.fields.into_iter().filter_map(move |(field, found)| {
        let Value::Text(text) = found.value else { return None };
        let text = text.trim().to_owned();
        (!text.is_empty() && !OWN.contains(&field.as_str())).then(|| Piece { name: format!("{above}/{field}"), place: found.place, text })
    })
}

/// Returns the headings, paragraphs and list items of `body`, which begins `lines_before` lines below the top of the
/// file.
fn paragraphs(name: &str, path: &str, body: &str, lines_before: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut section, mut count, mut in_paragraph) = ("introduction".to_owned(), 0, false);
    for (index, line) in body.lines().enumerate() {
        let (text, place) = (line.trim(), Place { column: Some(1), ..Place::line(path, lines_before + index + 1) });
        if let Some(heading) = text.strip_prefix("## ") {
            let (title, id) = heading.rsplit_once("{#").unwrap_or((heading, ""));
            (section, count, in_paragraph) = (id.trim_end_matches('}').to_owned(), 0, false);
            pieces.push(Piece { name: format!("{name}/{section}/title"), place, text: title.trim().to_owned() });
        } else if text.is_empty() {
            in_paragraph = false;
        } else if let Some(last) = pieces.last_mut().filter(|_| in_paragraph && !is_item(text)) {
            last.text.push(' ');
            last.text.push_str(text);
        } else {
            (count, in_paragraph) = (count + 1, true);
            pieces.push(Piece { name: format!("{name}/{section}/{count}"), place, text: text.to_owned() });
        }
    }
    pieces
}

fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    line.starts_with("- ") || line.starts_with("* ") || (rest.len() < line.len() && rest.starts_with(". "))
}

/// Returns the keys of the sources that a text cites.
pub(super) fn cited(text: &str) -> BTreeSet<String> {
    let marks = text.split("[@").skip(1).filter_map(|rest| rest.split_once(']'));
    let keys = marks.flat_map(|(keys, _)| keys.split(';'));
    keys.map(|key| key.trim().trim_start_matches('@').to_owned()).collect()
}

/// Returns a text without its citations, and without the brackets and targets of its other marks.
pub(crate) fn without_marks(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']']) {
        let (before, mark) = rest.split_at(at);
        words.push_str(before);
        let skipped = if mark.starts_with("[@") {
            mark.find(']')
        } else if mark.starts_with("](") {
            mark.find(')')
        } else {
            Some(0)
        };
        rest = &mark[skipped.map_or(mark.len(), |end| end + 1)..];
    }
    words + rest
}

/// Returns whether a text has words to translate. Ignores placeholders, numbers, and words without lower-case letters.
pub(super) fn has_words(text: &str) -> bool {
    let text = without_marks(text);
    let mut inside = false;
    let bare: String = text
        .chars()
        .filter(|letter| {
            inside = *letter == '{' || inside && *letter != '}';
            !inside
        })
        .collect();
    bare.split(|letter: char| !letter.is_alphabetic()).any(|word| word.chars().any(char::is_lowercase))
}
