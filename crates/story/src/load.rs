//! Reads `content/` into a [`Story`], or reports the problems in `content/`.
//!
//! Most modules read one kind of file or a few related kinds. A file outside of the language folders is neutral: it has
//! the facts that are the same in every language. The module `localized` joins the entries of a neutral file with their
//! texts in one language. Sources and terms are read before the texts that refer to them.

mod coast;
mod context;
mod copies;
mod corrections;
mod dictionary;
mod entry;
mod eras;
mod events;
mod files;
mod glossary;
mod introductions;
mod labels;
mod localized;
mod markdown;
mod missing_source;
mod problem;
mod prose;
mod quotations;
mod reasons;
mod resolutions;
mod roll_calls;
mod sentence_length;
mod shift;
mod site;
mod source_names;
mod sources;
mod table;
mod translation_check;

pub use files::Files;
pub use problem::{Notes, Place, Problem, Problems};

use crate::model::{Edition, Story};
use context::Context;
use introductions::Introductions;
use site::Site;
use source_names::SourceNames;
use std::path::Path;
use vocabulary::Part;

/// Reads the folder `content` with all published languages.
///
/// # Errors
/// Returns every [`Problem`] found, sorted by file and line.
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

/// Returns every problem in the folder of `language`, including differences from the first language. The language need
/// not be published yet.
///
/// # Errors
/// Fails if a folder or a file in `content` cannot be read, or if the folder of the language is
/// missing or has no files.
pub fn check_language(content: &Path, language: &str) -> Result<Problems, Problems> {
    let mut problems = Problems::default();
    match Files::read(content) {
        Ok(files) => {
            let folder = format!("{language}/");
            if files.paths().any(|path| path.starts_with(&folder)) {
                return Ok(Story::check_language(&files, language));
            }
            let mend = format!("copy the folder of a language to begin with: cp -r content/en content/{language}");
            problems.add(Place::file(&folder), format!("there is no language “{language}”"), mend);
        }
        Err(error) => problems.add(
            Place::file(""),
            format!("the folder {} cannot be read: {error}", content.display()),
            "run the command in the project's folder",
        ),
    }
    Err(problems)
}

impl Story {
    /// Reads the story from files in memory.
    ///
    /// # Errors
    /// Returns every [`Problem`] found, sorted by file and line.
    pub fn from_files(files: &Files) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let site = Site::read(files, &mut problems);
        let mut languages = Vec::new();
        for (language, place) in &site.languages {
            let folder = format!("{language}/");
            if files.paths().any(|path| path.starts_with(&folder)) {
                languages.push(language.as_str());
            } else {
                let mend = "correct the name, or add the folder with all its files";
                problems.add(place.clone(), format!("there is no language “{language}”"), mend);
            }
        }
        let editions = editions(files, &site, &languages, &mut problems);
        problems.sort();
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut notes = Problems::default();
        site::note_missing(&site.imprint, &mut notes);
        languages.iter().for_each(|language| sentence_length::note_long(files, language, &mut notes));
        notes.sort();
        Ok(Self { editions, base_url: site.base_url, imprint: site.imprint, notes: Notes(notes) })
    }

    /// Returns the problems in the folder of `language`, sorted by file and line. The language need not be published
    /// yet.
    pub fn check_language(files: &Files, language: &str) -> Problems {
        let mut problems = Problems::default();
        let site = Site::read(files, &mut problems);
        editions(files, &site, &[site.first(), language], &mut problems);
        problems.only_below(&format!("{language}/"));
        problems.sort();
        problems
    }
}

/// Reads the edition of each language, and compares its texts with those of the first language.
fn editions(files: &Files, site: &Site, languages: &[&str], problems: &mut Problems) -> Vec<Edition> {
    let editions = languages.iter().map(|language| edition(files, site, language, problems)).collect();
    if let Some(first) = languages.first() {
        languages.iter().for_each(|language| translation_check::compare(files, first, language, problems));
    }
    editions
}

fn edition(files: &Files, site: &Site, language: &str, problems: &mut Problems) -> Edition {
    let mut context = Context::default();
    for part in Part::all() {
        context.add_anchor(part.id());
    }
    let mut source_names = SourceNames::read(files, site.first(), language, problems);
    let (sources, source_places) = sources::sources(files, &mut source_names, &mut context, problems);
    let (key, place) = &site.article;
    let article = if key.is_empty() { None } else { context.cite(key, place, problems) };
    let introductions = Introductions::read(files, language, problems);
    let terms = glossary::terms(files, site.first(), language, &mut context, problems);
    let before_votes = problems.len();
    let countries = resolutions::countries(files, site.first(), language, problems);
    let mut resolutions = resolutions::resolutions(files, language, &mut context, problems);
    roll_calls::attach(files, &countries, &mut resolutions, problems);
    // The ids in `site.toml` are the same in all languages, so one check is enough. If the tables of countries,
    // resolutions or votes have problems, they may lack entries, so the ids are not checked.
    if language == site.first() && problems.len() == before_votes {
        site.check_votes(&resolutions, &countries, problems);
    }
    let roll_call_notes = resolutions::roll_call_notes(files, language, &countries, &resolutions, &mut context, problems);
    let events = events::events(files, language, &mut context, problems);
    let people = events::people(files, language, &events, &mut context, problems);
    let places = coast::places(files, language, &people, problems);
    let spans = events::spans(files, problems);
    let voices = prose::voices(files, language, &mut context, problems);
    let mut edition = Edition {
        language: language.to_owned(),
        published: site.published,
        reviewed: site.reviewed,
        decision: site.decision,
        article: article.unwrap_or_default(),
        first_vote: site.first_vote.0.clone(),
        offered_countries: site.offered.iter().map(|(code, _)| code.clone()).collect(),
        corrections: corrections::corrections(files, language, site.published, &mut context, problems),
        dictionary: dictionary::dictionary(files, language, problems),
        labels: labels::read(files, language, problems),
        texts: prose::texts(files, language, &mut context, problems),
        counts: events::counts(files, language, &people, &mut context, problems),
        people,
        places,
        coast: coast::coast(files, problems),
        statements: prose::statements(files, language, &mut context, problems),
        reasons: reasons::reasons(files, language, &voices, &mut context, problems),
        voices,
        quotations: quotations::quotations(files, &introductions, &mut source_names, &mut context, problems),
        shift: shift::shift(files, language, &mut context, problems),
        sources,
        terms,
        eras: eras::eras(files, language, problems),
        countries,
        resolutions,
        roll_call_notes,
        events,
        spans,
        has_readings: false,
    };
    edition.has_readings = context.has_readings();
    introductions.check(files, language, &edition.events, problems);
    source_names.finish(problems);
    context.finish(&source_places, problems);
    edition
}
