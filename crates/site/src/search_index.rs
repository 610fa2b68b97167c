//! The index that the search loads: all that can be found in an edition, and where it stands.

use crate::page::{Places, Route};
use explainer::view::ViewState;
use serde::Serialize;
use story::{Block, DECISION, Edition, Inline, Prose, Resolution, plain};
use vocabulary::{Part, Subject};

/// The file within an edition's folder.
pub(crate) const FILE: &str = "search.json";

/// A kind of thing that can be found. Of what matches equally well, the earlier kind comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Person,
    Statement,
    Passage,
    Voice,
    Resolution,
    Country,
    Event,
    Term,
    Source,
}

impl Kind {
    const ALL: [Self; 9] =
        [Self::Person, Self::Statement, Self::Passage, Self::Voice, Self::Resolution, Self::Country, Self::Event, Self::Term, Self::Source];

    fn name(self, edition: &Edition) -> &str {
        let labels = &edition.labels.search;
        match self {
            Self::Person => &labels.person,
            Self::Statement => &labels.statement,
            Self::Passage => &labels.passage,
            Self::Voice => &labels.voice,
            Self::Resolution => &labels.resolution,
            Self::Country => &labels.country,
            Self::Event => &labels.event,
            Self::Term => &labels.term,
            Self::Source => &labels.source,
        }
    }

    fn entries(self, edition: &Edition, places: &Places) -> Vec<Entry> {
        let at = |id: String| places.address(&id);
        match self {
            Self::Person => edition
                .people
                .iter()
                .map(|person| Entry {
                    title: plain(&person.name),
                    text: edition.labels.word(person.fate).to_owned(),
                    readings: readings(&person.name),
                    address: at(format!("event-{}", person.event)),
                })
                .collect(),
            Self::Statement => edition
                .statements
                .iter()
                .map(|statement| Entry {
                    title: plain(&statement.says),
                    text: format!("{} · {}", statement.by, plain(&statement.adds)),
                    readings: readings(&statement.says) + &readings(&statement.adds),
                    address: at(format!("statement-{}", statement.number)),
                })
                .collect(),
            Self::Passage => {
                let texts = &edition.texts;
                // Those on the list of sources and on the glossary say nothing of the decision.
                let parts = Part::all().filter(|part| !matches!(part, Part::Glossary | Part::Sources));
                let parts = parts.map(|part| (part.id(), texts.part(part)));
                [("opening", &texts.lead)].into_iter().chain(parts).flat_map(|(id, prose)| passages(id, prose, places)).collect()
            }
            Self::Voice => edition
                .voices
                .iter()
                .map(|voice| Entry {
                    title: voice.who.clone(),
                    text: plain(&voice.text),
                    readings: readings(&voice.text),
                    address: at(format!("voice-{}", voice.id)),
                })
                .collect(),
            Self::Resolution => edition.resolutions.iter().map(|resolution| resolution_entry(edition, resolution, places)).collect(),
            Self::Country => edition
                .countries
                .iter()
                .map(|country| Entry {
                    title: country.name.clone(),
                    text: country.iso3.clone(),
                    readings: country.other_names.join(" "),
                    address: votes_of(&country.iso3),
                })
                .collect(),
            Self::Event => edition
                .events
                .iter()
                .map(|event| Entry {
                    title: event.title.clone(),
                    text: format!("{} · {}", edition.labels.date(event.date), plain(&event.text)),
                    readings: format!("{} {}", event.date, readings(&event.text)),
                    address: at(format!("event-{}", event.id)),
                })
                .collect(),
            Self::Term => edition
                .terms
                .iter()
                .map(|term| Entry {
                    title: term.term.clone(),
                    text: format!("{} · {}", term.elsewhere.0, plain(&term.definition)),
                    readings: readings(&term.definition),
                    address: at(format!("term-{}", term.id)),
                })
                .collect(),
            Self::Source => edition
                .sources
                .iter()
                .map(|source| Entry {
                    title: source.title.clone(),
                    text: match source.date {
                        Some(date) => format!("{} · {}", source.publisher, edition.labels.date(date)),
                        None => source.publisher.clone(),
                    },
                    readings: source.date.map(|date| date.to_string()).unwrap_or_default(),
                    address: at(format!("s{}", source.number)),
                })
                .collect(),
        }
    }
}

/// Something that can be found.
#[derive(Serialize)]
struct Entry {
    /// What it is called.
    title: String,
    /// What else is said of it.
    text: String,
    /// How words in it are read, other names, and its day.
    readings: String,
    /// Where it stands: a page within the edition, and a place on it.
    address: String,
}

/// The entries of a kind.
#[derive(Serialize)]
struct Group<'a> {
    /// What the kind is called.
    kind: &'a str,
    entries: Vec<Entry>,
}

/// The index of `edition` as JSON.
///
/// # Errors
/// If it cannot be written as JSON.
pub(crate) fn index(edition: &Edition, places: &Places) -> serde_json::Result<String> {
    let groups = Kind::ALL.map(|kind| Group { kind: kind.name(edition), entries: kind.entries(edition, places) });
    serde_json::to_string(&groups)
}

/// Where the votes of the country with this ISO code are shown.
fn votes_of(iso3: &str) -> String {
    let shown = ViewState { countries: vec![iso3.to_owned()], ..ViewState::default() };
    format!("{}?{}#roll-call", Route::from(Subject::UnHistory).path(), shown.serialise(""))
}

/// The introduction and the sections of a part with this id.
fn passages(id: &str, prose: &Prose, places: &Places) -> Vec<Entry> {
    let entry = |id: &str, title: String, blocks: &[Block]| Entry {
        title,
        text: text_of(blocks),
        readings: readings_of(blocks),
        address: places.address(id),
    };
    let sections = prose
        .sections
        .iter()
        .filter(|section| section.id != DECISION)
        .map(|section| entry(&section.id, plain(&section.title), &section.blocks));
    [entry(id, prose.title.clone(), &prose.introduction)].into_iter().chain(sections).collect()
}

fn resolution_entry(edition: &Edition, resolution: &Resolution, places: &Places) -> Entry {
    let labels = &edition.labels;
    let year = resolution.adopted_on.year;
    Entry {
        title: format!("{} · {} · {year}", resolution.symbol, labels.word(resolution.body)),
        text: format!("{} · {} · {}", labels.date(resolution.adopted_on), labels.word(resolution.adoption), plain(&resolution.new)),
        readings: format!("{} {}", resolution.adopted_on, readings(&resolution.new)),
        address: places.address(&format!("resolution-{}", resolution.id)),
    }
}

/// The words of several blocks on one line.
fn text_of(blocks: &[Block]) -> String {
    joined(blocks, &plain)
}

/// The readings in several blocks.
fn readings_of(blocks: &[Block]) -> String {
    joined(blocks, &readings)
}

fn joined(blocks: &[Block], text: &dyn Fn(&[Inline]) -> String) -> String {
    let block = |block: &Block| match block {
        Block::Paragraph(inlines) | Block::Heading(inlines) => text(inlines),
        Block::Quote(blocks) => joined(blocks, text),
        Block::List { items, .. } => items.iter().map(|item| joined(item, text)).collect::<Vec<_>>().join(" "),
    };
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

/// How the words in a text are read, where that is written beside them.
fn readings(text: &[Inline]) -> String {
    text.iter()
        .map(|piece| match piece {
            Inline::Text(_) | Inline::Cite(_) => String::new(),
            Inline::Ruby { reading, .. } => reading.clone(),
            Inline::Emphasis(text) | Inline::Strong(text) => readings(text),
            Inline::Term { text, .. } | Inline::Foreign { text, .. } | Inline::Date { text, .. } | Inline::Link { text, .. } => {
                readings(text)
            }
        })
        .collect()
}
