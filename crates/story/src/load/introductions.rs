//! Checks that the page introduces the people whom `introductions.toml` lists. The file of the same name in a
//! language's folder has the names of these people and the words that introduce them.
//!
//! ```toml
//! [suga]
//! name = "Yoshihide Suga"                  # the name beside a quotation of the person
//! called = ["Suga"]                        # the names in running text
//! introduced = ["chief cabinet secretary"] # the introductions; a part needs one where it first names the person
//! ```
//!
//! The paragraph in which a part of the page first names a person must also introduce the person. In a TOML file, an
//! entry counts as a paragraph. The `brief` line of a part is checked separately from its paragraphs. The titles and
//! the description in a Markdown file are not checked.

use super::{
    entry::Entry,
    files::Files,
    localized::{Ids, Words},
    problem::{Place, Problems},
    table,
    translation_check::pieces::{self, Piece},
};
use crate::model::Event;

const FILE: &str = "introductions.toml";

/// The opening and the parts of the page, each with the files whose texts are checked, in reading order.
const PARTS: [&[&str]; 11] = [
    &["lead.md"],
    &["shift.md", "shift.toml"],
    &["why.md", "voices.toml"],
    &["abductions.md", "counts.toml"],
    &["un-history.md", "resolutions.toml", "roll-call-notes.toml"],
    &["timeline.md", EVENTS],
    &["article.md", "statements.toml"],
    &["what-next.md"],
    &["glossary.md", "glossary.toml"],
    &["sources.md"],
    &["about.md"],
];
/// The file whose entries are checked in the order of their dates, not in the order of the file.
const EVENTS: &str = "events.toml";

/// The people whom the page must introduce, with their names in one language.
pub(crate) struct Introductions(Vec<Named>);

pub(crate) struct Named {
    id: String,
    /// The BCP 47 tag of the language in which the person speaks.
    pub(crate) speaks: String,
    /// The full name.
    pub(crate) name: String,
    called: Vec<String>,
    introduced: Vec<String>,
}

impl Introductions {
    pub(crate) fn read(files: &Files, language: &str, problems: &mut Problems) -> Self {
        let mut words = Words::toml(files, language, "introductions", problems);
        let mut ids = Ids::default();
        let mut list = Vec::new();
        for mut entry in table::list(files, FILE, "person", problems) {
            let id = ids.take(&mut entry, "id", problems);
            let mut localized = words.take(&id, &entry.place, problems);
            list.push(Named {
                id,
                speaks: entry.text("speaks", problems),
                name: localized.text("name", problems),
                called: at_least_one(&mut localized, "called", problems),
                introduced: at_least_one(&mut localized, "introduced", problems),
            });
            localized.finish(problems);
            entry.finish(problems);
        }
        words.finish(problems);
        Self(list)
    }

    /// Returns the person with this id. An unknown id is a problem.
    pub(crate) fn find(&self, id: &str, place: &Place, problems: &mut Problems) -> Option<&Named> {
        let found = self.0.iter().find(|named| named.id == id);
        if found.is_none() && !id.is_empty() && problems.is_read(FILE) {
            problems.add(place.clone(), format!("“{id}” is not a known person"), format!("correct it, or add them to {FILE}"));
        }
        found
    }

    /// Reports each person whose first mention in a part of the page has no introduction.
    pub(crate) fn check(&self, files: &Files, language: &str, events: &[Event], problems: &mut Problems) {
        for part in PARTS {
            let (mut briefs, mut paragraphs) = (Vec::new(), Vec::new());
            let path = |file: &str| format!("{language}/{file}");
            // If a file of the part is missing or unreadable, the introduction may be in that file.
            // So the part is not checked.
            if part.iter().any(|file| files.bytes(&path(file)).is_none() || !problems.is_read(&path(file))) {
                continue;
            }
            for file in part {
                let mut read = paragraphs_of(pieces::read(files, &path(file)), file);
                if *file == EVENTS {
                    read.sort_by_key(|paragraph| {
                        let id = paragraph.name.strip_prefix("events/");
                        events.iter().position(|event| id == Some(&event.id))
                    });
                }
                let (brief, rest): (Vec<_>, Vec<_>) = read.into_iter().partition(|paragraph| paragraph.name.ends_with("/brief"));
                briefs.extend(brief);
                paragraphs.extend(rest);
            }
            for named in &self.0 {
                named.check(&briefs, language, problems);
                named.check(&paragraphs, language, problems);
            }
        }
    }
}

/// A paragraph of running text, or an entry of a TOML file.
struct Paragraph {
    name: String,
    texts: Vec<(String, Place)>,
}

/// Returns the paragraphs of a Markdown file, or the entries of a TOML file. Leaves out the titles and the description
/// of a Markdown file.
fn paragraphs_of(pieces: Vec<Piece>, file: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let is_prose = file.ends_with(".md");
    for piece in pieces {
        let (entry, field) = piece.name.rsplit_once('/').unwrap_or_default();
        if is_prose && ["title", "description"].contains(&field) {
            continue;
        }
        let text = (pieces::without_marks(&piece.text), piece.place);
        match paragraphs.last_mut().filter(|last| !is_prose && last.name == entry) {
            Some(last) => last.texts.push(text),
            None => paragraphs.push(Paragraph { name: if is_prose { piece.name } else { entry.to_owned() }, texts: vec![text] }),
        }
    }
    // The TOML parser sorts tables by name. This restores the order of the file, in which pages show most entries.
    paragraphs.sort_by(|one, other| start_of(one).cmp(&start_of(other)));
    paragraphs
}

fn start_of(paragraph: &Paragraph) -> Option<&Place> {
    paragraph.texts.iter().map(|(_, place)| place).min()
}

impl Named {
    fn check(&self, paragraphs: &[Paragraph], language: &str, problems: &mut Problems) {
        let first = paragraphs.iter().find_map(|paragraph| {
            paragraph.texts.iter().find_map(|(text, place)| {
                let form = self.called.iter().find(|form| contains_word(text, form))?;
                Some((paragraph, form, place))
            })
        });
        let Some((paragraph, form, place)) = first else { return };
        let texts: Vec<String> = paragraph.texts.iter().map(|(text, _)| text.to_lowercase()).collect();
        // An empty list of introductions has already been reported.
        if !self.introduced.is_empty() && !self.introduced.iter().any(|words| texts.iter().any(|text| text.contains(&words.to_lowercase())))
        {
            let what = format!("“{form}” is named here for the first time in this part, and not introduced");
            let known = self.introduced.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ");
            let mend = format!(
                "introduce the person in the same paragraph: write {known}, or words that you add to {language}/{FILE} at [{}]",
                self.id
            );
            problems.add(place.clone(), what, mend);
        }
    }
}

/// Returns whether `text` contains `form` without an ASCII letter or digit directly before or after it.
fn contains_word(text: &str, form: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric();
    text.match_indices(form).any(|(at, _)| !text[..at].ends_with(is_letter) && !text[at + form.len()..].starts_with(is_letter))
}

/// Takes the list of texts in `field`. A missing or empty list is a problem.
fn at_least_one(entry: &mut Entry, field: &str, problems: &mut Problems) -> Vec<String> {
    let (place, before) = (entry.place_of(field), problems.len());
    let list: Vec<String> = entry.list(field, problems).into_iter().map(|(text, _)| text).collect();
    if list.is_empty() && problems.len() == before && !entry.absent {
        problems.add(place, format!("`{field}` is missing or empty"), format!("write at least one: {field} = [\"…\"]"));
    }
    list
}
