//! The types of the entries in tables, such as sources, resolutions, events and people.

use super::{Inline, PartialDate};
use vocabulary::{Adoption, Authorship, Ballot, Body, Change, Confidence, CountList, Extent, Fate, Precision, Region, Role, Side, Thread};

/// A publication that the explainer cites.
#[derive(Debug)]
pub struct Source {
    /// The number on the page, which is the number of the row in `sources.csv`. Rows count from 1.
    pub number: usize,
    /// The key by which authors cite the source.
    pub key: String,
    /// The title. If no title is known, a description in square brackets.
    pub title: String,
    /// The publisher.
    pub publisher: String,
    /// The date of publication, if it is known.
    pub date: Option<PartialDate>,
    /// The https address of the publisher's own page, if it is known.
    pub url: Option<String>,
    /// The https address of the copy that was read, if the publisher's own page was not read.
    pub copy: Option<String>,
    /// The BCP 47 tag of the publication's language.
    pub language: String,
    /// A note, for instance that the source is undated.
    pub note: Option<String>,
    /// The https address of an archived copy, if there is one.
    pub archived: Option<String>,
    /// The day on which the source was last read for this explainer, if it is recorded.
    pub read: Option<PartialDate>,
}

impl Source {
    /// Returns whether the title is a description in square brackets. Descriptions are in the story's first language.
    pub fn is_described(&self) -> bool {
        self.title.starts_with('[')
    }
}

/// A correction or an update after publication.
#[derive(Debug)]
pub struct Correction {
    /// The id.
    pub id: String,
    /// The day of the change.
    pub date: PartialDate,
    /// Whether the change is a correction or an update.
    pub change: Change,
    /// The id of the changed element of the page, without `#`.
    pub at: Option<String>,
    /// A description of the change.
    pub text: Vec<Inline>,
}

/// A term of the glossary.
#[derive(Debug)]
pub struct Term {
    /// The id.
    pub id: String,
    /// The term.
    pub term: String,
    /// The term in another language, and the BCP 47 tag of that language. The other language is Japanese or, in the
    /// Japanese edition, the default language.
    pub elsewhere: (String, String),
    /// The definition.
    pub definition: Vec<Inline>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A country in the roll call of a recorded vote.
#[derive(Debug)]
pub struct Country {
    /// The ISO 3166-1 alpha-3 code.
    pub iso3: String,
    /// The current name, in the edition's language.
    pub name: String,
    /// Other names by which readers can find the country: the reading of the name, further names, and the name in the
    /// default language. Names that equal `name` are left out.
    pub other_names: Vec<String>,
    /// The region of the world.
    pub region: Region,
    /// Whether the figure about the votes of the General Assembly names the country, as an example of the states that
    /// voted in the same pattern.
    pub is_named: bool,
}

/// The number of states for each kind of ballot in a recorded vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of votes in favour.
    pub yes: u16,
    /// The number of votes against.
    pub no: u16,
    /// The number of abstentions.
    pub abstain: u16,
    /// The number of members that were absent, did not vote or did not take part.
    pub not_voting: u16,
}

impl Tally {
    /// Returns the number of states with this ballot.
    pub fn of(self, ballot: Ballot) -> u16 {
        match ballot {
            Ballot::Yes => self.yes,
            Ballot::Abstain => self.abstain,
            Ballot::No => self.no,
            Ballot::Absent => self.not_voting,
        }
    }

    /// Returns the number of members that the body had at the vote: the sum of all four numbers.
    pub fn members(self) -> u16 {
        Ballot::ALL.map(|ballot| self.of(ballot)).iter().sum()
    }
}

/// A resolution on human rights in North Korea.
#[derive(Debug)]
pub struct Resolution {
    /// The id, for instance `hrc-40-20`.
    pub id: String,
    /// The UN body that adopted the resolution.
    pub body: Body,
    /// The UN document symbol.
    pub symbol: String,
    /// The number of the body's session.
    pub session: u16,
    /// The day on which the resolution was adopted, in local time.
    pub adopted_on: PartialDate,
    /// Whether the resolution was adopted by vote or without a vote.
    pub adoption: Adoption,
    /// The tally, if there was a vote.
    pub tally: Option<Tally>,
    /// The ISO code and the ballot of each country. Empty if there was no vote.
    pub roll_call: Vec<(String, Ballot)>,
    /// Japan's role.
    pub japan: Role,
    /// The authors.
    pub authorship: Authorship,
    /// A description of what is new in the resolution.
    pub new: Vec<Inline>,
    /// The question that asks readers to guess the number of "yes" votes. At most one resolution has a question.
    pub guess: Option<String>,
    /// Whether one source or at least two sources confirm the row.
    pub confidence: Confidence,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A note that explains ballots in a roll call.
#[derive(Debug)]
pub struct RollCallNote {
    /// The id.
    pub id: String,
    /// The id of the resolution.
    pub resolution: String,
    /// The ISO codes of the countries that the note is about.
    pub countries: Vec<String>,
    /// The note.
    pub text: Vec<Inline>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A dated event.
#[derive(Debug)]
pub struct Event {
    /// The id.
    pub id: String,
    /// The date.
    pub date: PartialDate,
    /// The precision of the date.
    pub precision: Precision,
    /// Whether the event is a landmark: one of the most important events, whose titles the timeline's figure shows.
    pub is_landmark: bool,
    /// The threads to which the event belongs.
    pub threads: Vec<Thread>,
    /// The headline.
    pub title: String,
    /// A short description.
    pub text: Vec<Inline>,
    /// A description of those who report the event.
    pub who: String,
    /// Whether one source or at least two sources confirm the event.
    pub confidence: Confidence,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A span of years by which the timeline can be filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first year. `None` means the year of the first event.
    pub from: Option<i16>,
    /// The last year. `None` means the year of the last event.
    pub to: Option<i16>,
}

/// A number that a source gives for the people or cases of the abduction issue.
#[derive(Debug)]
pub struct Count {
    /// The id.
    pub id: String,
    /// The value.
    pub value: u32,
    /// Whether the source says "up to".
    pub at_most: bool,
    /// Whether the source says "at least".
    pub at_least: bool,
    /// The list to which the count belongs.
    pub list: CountList,
    /// The groups of people on the official list that make up the count. Empty if such groups do not make up the count.
    pub groups: Vec<Fate>,
    /// The label of the count in the control for choosing a count. `None` if the control does not offer the count.
    pub choice: Option<String>,
    /// The date to which the count applies, if it is known.
    pub date: Option<PartialDate>,
    /// A description of what is counted.
    pub means: Vec<Inline>,
    /// A description of those who give the number.
    pub says: String,
    /// A limitation of the count that readers should know.
    pub caveat: Option<Vec<Inline>>,
    /// Whether one source or at least two sources confirm the count.
    pub confidence: Confidence,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A person on the Government of Japan's official list.
#[derive(Debug)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The name.
    pub name: Vec<Inline>,
    /// The person's fate, or North Korea's claim about it.
    pub fate: Fate,
    /// The id of the event in which the person disappeared.
    pub event: String,
}

/// A point on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Position {
    /// The longitude in degrees east.
    pub longitude: f32,
    /// The latitude in degrees north.
    pub latitude: f32,
}

/// A place on the map where people on the official list disappeared.
#[derive(Debug)]
pub struct CasePlace {
    /// The id of the event in which they disappeared.
    pub event: String,
    /// The name of the place.
    pub name: String,
    /// The position.
    pub position: Position,
    /// Whether the town is known, or only an area such as an island.
    pub extent: Extent,
    /// The side on which the name stands beside the mark.
    pub label: Side,
}
