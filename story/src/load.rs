//! Reads `content/` into a [`Story`], or says all that is wrong with it.
//!
//! Order matters only in one respect: sources and terms are read first, so that everything after can be held
//! against them. `resolutions` and `events` read tables, `tellings` reads texts; all join the neutral files with a language's.

mod context;
mod entry;
mod events;
mod files;
mod labels;
mod marked;
mod problem;
mod references;
mod resolutions;
mod roll_calls;
mod table;
mod tellings;
mod worded;

pub use files::Files;
pub use problem::{Place, Problem, Problems};

use crate::model::{Edition, PartialDate, Story};
use context::Context;
use std::{collections::BTreeMap, path::Path};

/// The parts of the page, which are also anchors.
const PARTS: [&str; 9] = ["shift", "why", "abductions", "un-history", "timeline", "article", "what-next", "words", "sources"];

/// Reads the folder `content` with all its languages.
///
/// # Errors
/// Every [`Problem`] found, in the order of files and lines.
pub fn load(content: &Path) -> Result<Story, Problems> {
    match Files::read(content) {
        Ok(files) => Story::from_files(&files),
        Err(error) => {
            let mut problems = Problems::default();
            let what = format!("the folder {} cannot be read: {error}", content.display());
            problems.add(Place::file(""), what, "run the command in the project's folder");
            Err(problems)
        }
    }
}

impl Story {
    /// Reads the story from files in memory.
    ///
    /// # Errors
    /// Every [`Problem`] found, in the order of files and lines.
    pub fn from_files(files: &Files) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        // A language is a folder that has labels; English comes first and is the default.
        let mut languages: Vec<&str> = files.paths().filter_map(|path| path.strip_suffix("/labels.toml")).collect();
        languages.sort_by_key(|language| *language != "en");
        if languages.is_empty() {
            problems.add(
                Place::file("en/labels.toml"),
                "there is no language",
                "add a folder with labels.toml, for instance en/labels.toml",
            );
        }
        let editions = languages.into_iter().map(|language| edition(files, language, &mut problems)).collect();
        problems.sort();
        if problems.is_empty() { Ok(Self { editions }) } else { Err(problems) }
    }
}

fn edition(files: &Files, language: &str, problems: &mut Problems) -> Edition {
    let mut context = Context::default();
    for part in PARTS {
        context.add_anchor(part);
    }
    let (sources, source_places) = references::sources(files, &mut context, problems);
    let terms = references::terms(files, language, &mut context, problems);
    let (published, reviewed, decision) = site(files, problems);
    let countries = resolutions::countries(files, language, problems);
    let mut resolutions = resolutions::resolutions(files, language, &mut context, problems);
    roll_calls::attach(files, &countries, &mut resolutions, problems);
    let roll_call_notes = resolutions::roll_call_notes(files, language, &countries, &resolutions, &mut context, problems);
    let events = events::events(files, language, &mut context, problems);
    let people = events::people(files, language, &events, problems);
    let spans = events::spans(files, problems);
    let edition = Edition {
        language: language.to_owned(),
        published,
        reviewed,
        decision,
        labels: labels::read(files, language, problems),
        texts: tellings::texts(files, language, &mut context, problems),
        counts: events::counts(files, language, &people, &mut context, problems),
        people,
        statements: tellings::statements(files, language, &mut context, problems),
        voices: tellings::voices(files, language, &mut context, problems),
        quotations: tellings::quotations(files, &mut context, problems),
        shift: tellings::shift(files, language, &mut context, problems),
        sources,
        terms,
        countries,
        resolutions,
        roll_call_notes,
        events,
        spans,
    };
    context.finish(&source_places, problems);
    edition
}

/// The days that `site.toml` gives: published, reviewed, and that of the decision.
fn site(files: &Files, problems: &mut Problems) -> (PartialDate, PartialDate, PartialDate) {
    let mut days = BTreeMap::new();
    let mut entry = table::fields(files, "site.toml", problems);
    for name in ["published", "reviewed", "decision"] {
        days.insert(name, entry.date(name, problems));
    }
    entry.finish(problems);
    let mut day = |name| days.remove(name).unwrap_or_default();
    (day("published"), day("reviewed"), day("decision"))
}
