//! What stands in tables: sources, terms, countries, resolutions, events, figures, people.

use super::{Inline, PartialDate};
use vocabulary::{Adoption, Authorship, Ballot, Body, Change, Confidence, CountList, Extent, Fate, Precision, Region, Role, Side, Thread};

/// A publication in which a statement can be checked.
#[derive(Debug)]
pub struct Source {
    /// Its number on the page, from 1, which is its row in the table.
    pub number: usize,
    /// The key by which authors cite it.
    pub key: String,
    /// Its title, verbatim; in [brackets] where it is a description.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as known.
    pub date: Option<PartialDate>,
    /// The publisher's own page; always https. None where it is not known.
    pub url: Option<String>,
    /// The copy that was read, where it was not the publisher's own page; always https.
    pub copy: Option<String>,
    /// BCP 47 tag of the language of the publication.
    pub language: String,
    /// A remark, for instance that it is undated.
    pub note: Option<String>,
    /// Where a copy of it is kept, should it vanish; always https.
    pub archived: Option<String>,
    /// The day on which it was last read for this explainer.
    pub read: Option<PartialDate>,
}

impl Source {
    /// Whether the title is a description, which is in the story's first language, whatever the publication's language is.
    pub fn is_described(&self) -> bool {
        self.title.starts_with('[')
    }
}

/// Something that was corrected or updated after publication.
#[derive(Debug)]
pub struct Correction {
    /// Its id.
    pub id: String,
    /// The day.
    pub date: PartialDate,
    /// Whether something was wrong.
    pub change: Change,
    /// The place on the page where it stands, as an anchor.
    pub at: Option<String>,
    /// What was changed.
    pub text: Vec<Inline>,
}

/// A term of the glossary.
#[derive(Debug)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// The term.
    pub term: String,
    /// The term in another language and that language's BCP 47 tag: Japanese, or the default language in a Japanese edition.
    pub elsewhere: (String, String),
    /// What it means.
    pub definition: Vec<Inline>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A country that took part in a recorded vote.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code.
    pub iso3: String,
    /// Its name today, in the edition's language.
    pub name: String,
    /// By what else it can be found: how the name is read, other names, its name in the default language.
    pub other_names: Vec<String>,
    /// Its continent.
    pub region: Region,
    /// Whether figures name it as an example.
    pub is_named: bool,
}

/// The count of a recorded vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In favour.
    pub yes: u16,
    /// Against.
    pub no: u16,
    /// Abstentions.
    pub abstain: u16,
    /// Absent, not voting or not taking part.
    pub not_voting: u16,
}

impl Tally {
    /// How many states did this.
    pub fn of(self, ballot: Ballot) -> u16 {
        match ballot {
            Ballot::Yes => self.yes,
            Ballot::Abstain => self.abstain,
            Ballot::No => self.no,
            Ballot::Absent => self.not_voting,
        }
    }

    /// How many states the body had.
    pub fn members(self) -> u16 {
        Ballot::ALL.map(|ballot| self.of(ballot)).iter().sum()
    }
}

/// A resolution on human rights in North Korea.
#[derive(Debug)]
pub struct Resolution {
    /// Its id, for instance `hrc-40-20`.
    pub id: String,
    /// The body that adopted it.
    pub body: Body,
    /// Its document symbol.
    pub symbol: String,
    /// The number of the body's session.
    pub session: u16,
    /// The day on which it was adopted, local time.
    pub adopted_on: PartialDate,
    /// By vote or without one.
    pub adoption: Adoption,
    /// The count of the vote, if there was one.
    pub tally: Option<Tally>,
    /// Each country's vote by ISO code, if there was a vote.
    pub roll_call: Vec<(String, Ballot)>,
    /// What Japan did for it.
    pub japan: Role,
    /// Who wrote it.
    pub authorship: Authorship,
    /// What was new in it.
    pub new: Vec<Inline>,
    /// The question by which readers guess how many voted yes, if they are asked.
    pub guess: Option<String>,
    /// How well the row is supported.
    pub confidence: Confidence,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A documented reading or exception of a roll call.
#[derive(Debug)]
pub struct RollCallNote {
    /// Its id.
    pub id: String,
    /// The resolution's id.
    pub resolution: String,
    /// The countries it is about.
    pub countries: Vec<String>,
    /// What is to be known.
    pub text: Vec<Inline>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A dated event.
#[derive(Debug)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// When.
    pub date: PartialDate,
    /// How exactly that is known.
    pub precision: Precision,
    /// Whether the story names it among the few that matter most.
    pub is_landmark: bool,
    /// The threads it belongs to.
    pub threads: Vec<Thread>,
    /// What happened, as a headline.
    pub title: String,
    /// What happened, in a few sentences.
    pub text: Vec<Inline>,
    /// Who says so.
    pub who: String,
    /// How well it is supported.
    pub confidence: Confidence,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A span of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first year; `None` is that of the first event.
    pub from: Option<i16>,
    /// Its last year; `None` is that of the last event.
    pub to: Option<i16>,
}

/// A figure of the abduction issue.
#[derive(Debug)]
pub struct Count {
    /// Its id.
    pub id: String,
    /// The figure.
    pub value: u32,
    /// Whether the source says "up to".
    pub at_most: bool,
    /// Whether the source says "at least".
    pub at_least: bool,
    /// Whose list it is about.
    pub list: CountList,
    /// The groups of people on the official list whom it counts; none where it counts others.
    pub groups: Vec<Fate>,
    /// What the choice is called where the reader can count by this figure.
    pub choice: Option<String>,
    /// The day it is true for.
    pub date: Option<PartialDate>,
    /// What it counts.
    pub means: Vec<Inline>,
    /// Who says so.
    pub says: String,
    /// What to keep in mind.
    pub caveat: Option<Vec<Inline>>,
    /// How well it is supported.
    pub confidence: Confidence,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A person on the Government of Japan's official list.
#[derive(Debug)]
pub struct Person {
    /// Their id.
    pub id: String,
    /// Their name, as in the official record.
    pub name: Vec<Inline>,
    /// What became of them, according to whom the group's name says.
    pub fate: Fate,
    /// The id of the event in which they went missing.
    pub event: String,
}

/// A point on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Position {
    /// Degrees east.
    pub longitude: f32,
    /// Degrees north.
    pub latitude: f32,
}

/// The place where a case happened.
#[derive(Debug)]
pub struct CasePlace {
    /// The id of the event that tells of the case.
    pub event: String,
    /// The name of the place.
    pub name: String,
    /// Its position.
    pub position: Position,
    /// Whether the place is a town, or an area within which the town is not given.
    pub extent: Extent,
    /// Where its label stands.
    pub label: Side,
}
