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

use crate::model::{BaseUrl, BaseUrlError, Edition, PartialDate, Story};
use context::Context;
use std::path::Path;

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
        let site = site(files, &mut problems);
        let editions = languages.into_iter().map(|language| edition(files, language, &site, &mut problems)).collect();
        problems.sort();
        if problems.is_empty() { Ok(Self { editions, base_url: site.base_url }) } else { Err(problems) }
    }
}

fn edition(files: &Files, language: &str, site: &Site, problems: &mut Problems) -> Edition {
    let mut context = Context::default();
    for part in PARTS {
        context.add_anchor(part);
    }
    let (sources, source_places) = references::sources(files, &mut context, problems);
    let terms = references::terms(files, language, &mut context, problems);
    let countries = resolutions::countries(files, language, problems);
    let mut resolutions = resolutions::resolutions(files, language, &mut context, problems);
    roll_calls::attach(files, &countries, &mut resolutions, problems);
    let roll_call_notes = resolutions::roll_call_notes(files, language, &countries, &resolutions, &mut context, problems);
    let events = events::events(files, language, &mut context, problems);
    let people = events::people(files, language, &events, problems);
    let spans = events::spans(files, problems);
    let edition = Edition {
        language: language.to_owned(),
        published: site.published,
        reviewed: site.reviewed,
        decision: site.decision,
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

/// What `site.toml` says.
struct Site {
    published: PartialDate,
    reviewed: PartialDate,
    decision: PartialDate,
    base_url: Option<BaseUrl>,
}

fn site(files: &Files, problems: &mut Problems) -> Site {
    let mut entry = table::fields(files, "site.toml", problems);
    let mut day = |name| entry.date(name, problems);
    let (published, reviewed, decision) = (day("published"), day("reviewed"), day("decision"));
    let base_url = entry.optional_text_at("base_url", problems).and_then(|(text, place)| match text.parse() {
        Ok(base_url) => Some(base_url),
        Err(error) => {
            let mistake: BaseUrlError = error;
            problems.add(
                place,
                format!("base_url: {mistake}"),
                "write the folder of the site, for instance https://news.example/explainer/",
            );
            None
        }
    });
    entry.finish(problems);
    Site { published, reviewed, decision, base_url }
}
