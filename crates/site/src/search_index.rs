//! Makes the index that the search loads. Everything that readers can find has an entry with a title, a text and an
//! address.

use crate::page::{Places, Route};
use explainer::view::ViewState;
use serde::{Serialize, Serializer};
use story::{Block, DECISION, Edition, Inline, Prose, Resolution, plain};
use strum::VariantArray;
use vocabulary::{Part, Subject};

/// The name of the index file within an edition's folder.
pub(crate) const FILE: &str = "search.json";

/// A kind of entry. Among entries that match equally well, those of an earlier kind come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
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
                // The texts about the list of sources and the glossary are left out, because they are not about the
                // decision.
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

/// An entry of the index. It is serialized as a list, because the names of the fields would make the file about a sixth
/// longer.
struct Entry {
    title: String,
    /// The text after the title.
    text: String,
    /// Text that the search matches but does not show: readings of Chinese characters, other names, a date such as
    /// `2019-03-13`, or the label of roll calls.
    readings: String,
    /// The address of a page, relative to the edition's folder. The fragment is the id of an element on that page. The
    /// address of a country also has a query, which selects the country.
    address: String,
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [&self.title, &self.text, &self.readings, &self.address].serialize(serializer)
    }
}

/// The entries of a kind.
#[derive(Serialize)]
struct Group<'a> {
    /// The name of the kind.
    kind: &'a str,
    entries: Vec<Entry>,
}

/// Makes the index of `edition` as JSON.
///
/// # Errors
/// Fails if the index cannot be serialized.
pub(crate) fn index(edition: &Edition, places: &Places) -> serde_json::Result<String> {
    let groups =
        Kind::VARIANTS.iter().map(|kind| Group { kind: kind.name(edition), entries: kind.entries(edition, places) }).collect::<Vec<_>>();
    serde_json::to_string(&groups)
}

/// Returns the address of the view that shows the votes of the country `iso3`.
fn votes_of(iso3: &str) -> String {
    let shown = ViewState { countries: vec![iso3.to_owned()], ..ViewState::default() };
    format!("{}?{}#roll-call", Route::from(Subject::UnHistory).path(), shown.serialise(""))
}

/// Makes an entry for the introduction of `prose`, and one for each section except the section about the decision. `id`
/// is the id of the element that has the introduction.
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
    let adoption = labels.word(resolution.adoption);
    // With this label among the readings, a search for the label finds the resolutions with a recorded vote.
    let roll_call = if resolution.tally.is_some() { labels.editions.roll_calls.as_str() } else { "" };
    Entry {
        title: format!("{} · {} · {year} · {adoption}", resolution.symbol, labels.word(resolution.body)),
        text: format!("{} · {}", labels.date(resolution.adopted_on), plain(&resolution.new)),
        readings: format!("{} {} {roll_call}", resolution.adopted_on, readings(&resolution.new)),
        address: places.address(&format!("resolution-{}", resolution.id)),
    }
}

/// Returns the text of several blocks on one line.
fn text_of(blocks: &[Block]) -> String {
    joined(blocks, &plain)
}

/// Returns the readings in several blocks.
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

/// Returns the readings of Chinese characters in a text.
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
