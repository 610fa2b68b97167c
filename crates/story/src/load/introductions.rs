//! Who is named on the page, and how readers are told who that is: `introductions.toml` lists the people, and the file of the
//! same name in a language's folder has their names and what introduces them.
//!
//! ```toml
//! [suga]
//! name = "Yoshihide Suga"                  # beside his own words
//! called = ["Suga"]                        # what running text calls him
//! introduced = ["chief cabinet secretary"] # one of these has to stand near
//! ```
//!
//! Where a part of the page names somebody for the first time, an introduction stands in the same paragraph, or in the same
//! entry of a TOML file. The line that stands for a part in brief needs one of its own. Titles and descriptions need none.

use super::{
    entry::Entry,
    files::Files,
    localized::{Ids, Words},
    problem::{Place, Problems},
    table,
    translation_check::pieces::{self, Piece},
};
use crate::model::Event;

/// The list.
const FILE: &str = "introductions.toml";

/// The files whose texts a part of the page consists of, in the order in which they are read.
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
/// The one file that is read in another order than that of its entries: by date.
const EVENTS: &str = "events.toml";

/// The people who are named, in one language.
pub(crate) struct Introductions(Vec<Named>);

/// Somebody who is named.
pub(crate) struct Named {
    id: String,
    /// The BCP 47 tag of the language in which they speak.
    pub(crate) speaks: String,
    /// Their full name.
    pub(crate) name: String,
    called: Vec<String>,
    introduced: Vec<String>,
}

impl Introductions {
    /// Reads them.
    pub(crate) fn read(files: &Files, language: &str, problems: &mut Problems) -> Self {
        let mut words = Words::toml(files, language, "introductions", problems);
        let mut ids = Ids::default();
        let mut list = Vec::new();
        for mut entry in table::list(files, FILE, "person", problems) {
            let id = ids.take(&mut entry, "id", problems);
            let mut worded = words.take(&id, &entry.place, problems);
            list.push(Named {
                id,
                speaks: entry.text("speaks", problems),
                name: worded.text("name", problems),
                called: at_least_one(&mut worded, "called", problems),
                introduced: at_least_one(&mut worded, "introduced", problems),
            });
            worded.finish(problems);
            entry.finish(problems);
        }
        words.finish(problems);
        Self(list)
    }

    /// The person with this id; an unknown one is a problem.
    pub(crate) fn find(&self, id: &str, place: &Place, problems: &mut Problems) -> Option<&Named> {
        let found = self.0.iter().find(|named| named.id == id);
        if found.is_none() && !id.is_empty() && problems.is_read(FILE) {
            problems.add(place.clone(), format!("“{id}” is nobody who is named"), format!("correct it, or add them to {FILE}"));
        }
        found
    }

    /// Says where somebody is named for the first time in a part, and not introduced.
    pub(crate) fn check(&self, files: &Files, language: &str, events: &[Event], problems: &mut Problems) {
        for part in PARTS {
            let (mut briefs, mut paragraphs) = (Vec::new(), Vec::new());
            let path = |file: &str| format!("{language}/{file}");
            // Whoever is introduced in what could not be read is not said to be unknown.
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

/// What has to be introduced in itself.
struct Paragraph {
    name: String,
    texts: Vec<(String, Place)>,
}

/// The paragraphs of running text and the entries of a TOML file, without titles and descriptions.
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
    // A TOML file is read in alphabetical order; people read it from its top.
    paragraphs.sort_by(|one, other| top(one).cmp(&top(other)));
    paragraphs
}

/// Where a paragraph begins.
fn top(paragraph: &Paragraph) -> Option<&Place> {
    paragraph.texts.iter().map(|(_, place)| place).min()
}

impl Named {
    fn check(&self, paragraphs: &[Paragraph], language: &str, problems: &mut Problems) {
        let first = paragraphs.iter().find_map(|paragraph| {
            paragraph.texts.iter().find_map(|(text, place)| {
                let form = self.called.iter().find(|form| names(text, form))?;
                Some((paragraph, form, place))
            })
        });
        let Some((paragraph, form, place)) = first else { return };
        let texts: Vec<String> = paragraph.texts.iter().map(|(text, _)| text.to_lowercase()).collect();
        // That there is none has been said.
        if !self.introduced.is_empty() && !self.introduced.iter().any(|words| texts.iter().any(|text| text.contains(&words.to_lowercase())))
        {
            let what = format!("“{form}” is named here for the first time in this part, and not introduced");
            let known = self.introduced.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ");
            let mend = format!("say in the same paragraph who that is: {known}, or what you add to {language}/{FILE} at [{}]", self.id);
            problems.add(place.clone(), what, mend);
        }
    }
}

/// Whether `text` has `form` as a word; in languages without spaces anywhere.
fn names(text: &str, form: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric();
    text.match_indices(form).any(|(at, _)| !text[..at].ends_with(is_letter) && !text[at + form.len()..].starts_with(is_letter))
}

/// Takes the list of texts in `field`; an empty one is a problem.
fn at_least_one(entry: &mut Entry, field: &str, problems: &mut Problems) -> Vec<String> {
    let (place, before) = (entry.place_of(field), problems.len());
    let list: Vec<String> = entry.list(field, problems).into_iter().map(|(text, _)| text).collect();
    if list.is_empty() && problems.len() == before && !entry.absent {
        problems.add(place, format!("`{field}` is missing or empty"), format!("write at least one: {field} = [\"…\"]"));
    }
    list
}
