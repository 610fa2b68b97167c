//! The figures of the first page, as data.

use super::html::Writer;
use serde::Serialize;
use story::{
    Edition, Resolution, plain,
    vocabulary::{Body, Evidence, Fate, Role, Sayer, Vocabulary},
};

#[derive(Debug, Serialize)]
pub(super) struct Plates {
    title: String,
    caption: String,
    years: Vec<Plate>,
}

#[derive(Debug, Serialize)]
struct Plate {
    year: i16,
    stands: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Years {
    title: String,
    instruction: String,
    table: String,
    heads: [String; 3],
    decision: i16,
    years: Vec<Year>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Year {
    year: i16,
    geneva: Adopted,
    new_york: Adopted,
    text: String,
    sources: String,
}

/// Japan's role in a resolution. `step` is the rank of the role, from 1 (unknown) to 4 (co-submitter). `words` is the
/// name of the role. `symbol` is the symbol of the resolution. If there is no resolution, `step` is 0, `words` states
/// this, and `symbol` is empty.
#[derive(Debug, Serialize)]
struct Adopted {
    step: u8,
    words: String,
    symbol: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Reasons {
    title: String,
    caption: String,
    heads: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    cells: Vec<Option<Cell>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Cell {
    evidence: String,
    is_said: bool,
    sources: String,
}

#[derive(Debug, Serialize)]
pub(super) struct People {
    title: String,
    caption: String,
    groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
struct Group {
    words: String,
    people: Vec<Missing>,
}

#[derive(Debug, Serialize)]
struct Missing {
    name: String,
    since: i16,
}

#[derive(Debug, Serialize)]
pub(super) struct Votes {
    title: String,
    text: String,
    votes: Vec<Vote>,
}

/// A recorded vote. `counts` has the numbers of yes, no and abstain votes, and of members that did not vote.
#[derive(Debug, Serialize)]
struct Vote {
    year: i16,
    symbol: String,
    counts: [u16; 4],
}

#[derive(Debug, Serialize)]
pub(super) struct Landmarks {
    title: String,
    events: Vec<Landmark>,
}

/// An event. `at` is its position between the first and the last event, in per cent.
#[derive(Debug, Serialize)]
struct Landmark {
    date: String,
    title: String,
    at: f32,
    threads: Vec<String>,
    sources: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Statements {
    title: String,
    squares: Vec<Square>,
}

#[derive(Debug, Serialize)]
struct Square {
    number: u8,
    verdict: &'static str,
    words: String,
}

impl Plates {
    pub(super) fn of(edition: &Edition) -> Self {
        let labels = &edition.labels.lead;
        let council = edition.resolutions.iter().filter(|text| text.body == Body::Council && text.adopted_on.year <= edition.decision.year);
        let years = council.map(|text| Plate { year: text.adopted_on.year, stands: text.japan == Role::CoSubmitter });
        Self { title: labels.figure_title.clone(), caption: labels.figure_caption.clone(), years: years.collect() }
    }
}

impl Years {
    pub(super) fn of(edition: &Edition, writer: &mut Writer) -> Self {
        let labels = &edition.labels.shift;
        let adopted = |year: i16, in_new_york: bool| {
            let text = edition.resolutions.iter().find(|text| text.adopted_on.year == year && (text.body == Body::Assembly) == in_new_york);
            Adopted::of(edition, text)
        };
        let years = edition.shift.years.iter().map(|year| Year {
            year: year.year,
            geneva: adopted(year.year, false),
            new_york: adopted(year.year, true),
            text: year.text.clone(),
            sources: writer.cite(&year.sources),
        });
        Self {
            title: labels.finding.clone(),
            instruction: labels.instruction.clone(),
            table: labels.table.clone(),
            heads: [labels.year.clone(), labels.geneva.clone(), labels.new_york.clone()],
            decision: edition.decision.year,
            years: years.collect(),
        }
    }
}

impl Adopted {
    fn of(edition: &Edition, text: Option<&Resolution>) -> Self {
        let Some(text) = text else {
            return Self { step: 0, words: edition.labels.shift.no_text.clone(), symbol: String::new() };
        };
        let step = match text.japan {
            Role::CoSubmitter => 4,
            Role::CoSponsor => 3,
            Role::ConsensusOnly => 2,
            Role::Unknown => 1,
        };
        Self { step, words: edition.labels.word(text.japan).to_owned(), symbol: text.symbol.clone() }
    }
}

impl Reasons {
    pub(super) fn of(edition: &Edition, writer: &mut Writer) -> Self {
        let labels = &edition.labels;
        let rows = edition.reasons.iter().map(|reason| {
            let cells = Sayer::WORDS.iter().map(|(_, sayer)| {
                let claim = reason.said_by.iter().find(|claim| claim.sayer == *sayer)?;
                let evidence = labels.word(claim.evidence).to_owned();
                Some(Cell { evidence, is_said: claim.evidence == Evidence::Said, sources: writer.cite(&claim.sources) })
            });
            Row { name: reason.name.clone(), cells: cells.collect() }
        });
        Self {
            title: labels.why.reasons_title.clone(),
            caption: labels.why.reasons_caption.clone(),
            rows: rows.collect(),
            heads: Sayer::WORDS.iter().map(|(_, sayer)| labels.word(*sayer).to_owned()).collect(),
        }
    }
}

impl People {
    pub(super) fn of(edition: &Edition) -> Self {
        let labels = &edition.labels.abductions;
        let count = |fate: Fate| edition.people.iter().filter(|person| person.fate == fate).count();
        let all = edition.people.len();
        let numbers = [("{n}", all), ("{admitted}", all - count(Fate::NotAdmitted)), ("{home}", count(Fate::Returned))];
        let title = numbers.iter().fold(labels.names_title.clone(), |title, (mark, number)| title.replace(mark, &number.to_string()));
        let groups = Fate::WORDS.iter().map(|(_, fate)| {
            let people = edition.people.iter().filter(|person| person.fate == *fate).map(|person| Missing {
                name: plain(&person.name),
                since: edition.events.iter().find(|event| event.id == person.event).map(|event| event.date.year).unwrap_or_default(),
            });
            Group { words: edition.labels.word(*fate).to_owned(), people: people.collect() }
        });
        Self { title, caption: labels.names_caption.clone(), groups: groups.collect() }
    }
}

impl Votes {
    pub(super) fn of(edition: &Edition) -> Self {
        let labels = &edition.labels.history;
        let votes = edition.resolutions.iter().filter(|text| text.body == Body::Assembly).filter_map(|text| {
            let tally = text.tally?;
            Some(Vote {
                year: text.adopted_on.year,
                symbol: text.symbol.clone(),
                counts: [tally.yes, tally.no, tally.abstain, tally.not_voting],
            })
        });
        Self { title: labels.strips_title.clone(), text: labels.strips_text.clone(), votes: votes.collect() }
    }
}

impl Landmarks {
    pub(super) fn of(edition: &Edition, writer: &mut Writer) -> Self {
        let labels = &edition.labels;
        let years = |index: usize| edition.events.get(index).map(|event| event.date.in_years()).unwrap_or_default();
        let (first, last) = (years(0), years(edition.events.len() - 1));
        let events = edition.events.iter().filter(|event| event.is_landmark).map(|event| Landmark {
            date: labels.date(event.date),
            title: event.title.clone(),
            at: (event.date.in_years() - first) / (last - first) * 100.0,
            threads: event.threads.iter().map(|thread| labels.word(*thread).to_owned()).collect(),
            sources: writer.cite(&event.sources),
        });
        Self { title: labels.events.chart_title.clone(), events: events.collect() }
    }
}

impl Statements {
    pub(super) fn of(edition: &Edition) -> Self {
        let squares = edition.statements.iter().map(|statement| Square {
            number: statement.number,
            verdict: statement.verdict.word(),
            words: edition.labels.word(statement.verdict).to_owned(),
        });
        Self { title: edition.finding_on_statements(), squares: squares.collect() }
    }
}
