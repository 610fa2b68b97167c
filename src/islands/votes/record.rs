//! The record of the votes, which the page contains as text.
//!
//! The text has a line for each vote. Each line has a letter for each country, in the order of the list of countries.
//! The text is written natively and read in the browser. This module does not access the page, so native tests cover
//! both writing and reading.

use super::messages::Messages;
use crate::view::ViewState;
use vocabulary::{Ballot, Body, Region, Vocabulary, hiragana};
use yew::AttrValue;

/// A country in the list that the reader searches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// The ISO 3166-1 alpha-3 code.
    pub iso: AttrValue,
    /// The name in the language of the page.
    pub name: AttrValue,
    /// All names of the country, beginning with `name`. They are separated by [`BETWEEN_NAMES`].
    pub names: AttrValue,
    /// The region of the world.
    pub region: Region,
}

/// The separator between the names of a country. The names themselves do not contain its middle
/// dot.
pub const BETWEEN_NAMES: &str = " · ";
/// The middle dot of [`BETWEEN_NAMES`]. Splitting at a single character needs less code in the WASM.
const MARK: char = '·';

/// A resolution with a recorded vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The id of the resolution.
    pub id: AttrValue,
    /// The body that adopted the resolution.
    pub body: Body,
    /// The year in which the resolution was adopted.
    pub year: AttrValue,
    /// The UN document symbol.
    pub symbol: AttrValue,
    /// The ballots, as the [`letter`] for each country in the list of countries.
    pub roll: AttrValue,
    /// The result in words.
    pub finding: AttrValue,
}

/// The record of the votes, with the messages that the island shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The messages that the island shows.
    pub words: Messages,
    /// The countries, in the order in which the page lists them.
    pub countries: Vec<Country>,
    /// The recorded votes, in the order of their dates.
    pub votes: Vec<Vote>,
    /// The id of the vote that is shown by default.
    pub opens_on: AttrValue,
    /// The codes of the countries that are suggested to readers.
    pub suggested: Vec<AttrValue>,
}

/// The record as text, in the form in which the page contains it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The list of countries. Each country is "Name (ISO)", or, with its other names, "Name · Other name · Another (ISO)".
    pub countries: String,
    /// The [`digit`] for the region of each country.
    pub regions: String,
    /// The votes, each in a line of its own.
    pub votes: String,
    /// The text that [`Messages::write`] returned.
    pub words: String,
    /// The id of the vote that is shown by default.
    pub opens_on: String,
    /// The codes of the suggested countries, separated by spaces.
    pub suggested: String,
}

/// Returns the letter for a ballot. `None` means that the country was not a member.
pub fn letter(ballot: Option<Ballot>) -> char {
    match ballot {
        Some(Ballot::Yes) => 'y',
        Some(Ballot::Abstain) => 'a',
        Some(Ballot::No) => 'n',
        Some(Ballot::Absent) => 'x',
        None => '.',
    }
}

/// Returns the digit for a region.
pub fn digit(region: Region) -> char {
    let index = Region::ALL.iter().position(|known| *known == region);
    index.and_then(|index| char::from_digit(index as u32, 10)).unwrap_or_default()
}

fn region(digit: char) -> Option<Region> {
    Region::ALL.get(digit.to_digit(10)? as usize).copied()
}

impl Vote {
    /// Reads the line that [`Vote::write`] returned. Returns `None` if the line is malformed.
    fn read(line: &str) -> Option<Self> {
        let mut words = line.splitn(6, ' ');
        let mut next = || words.next().map(|word| AttrValue::from(word.to_owned()));
        let (id, body) = (next()?, Body::parse(&next()?)?);
        Some(Self { id, body, year: next()?, symbol: next()?, roll: next()?, finding: next().unwrap_or_default() })
    }

    /// Returns this vote as a line. Spaces separate the parts of the line. Only the last part, the finding, may contain
    /// spaces.
    pub fn write(&self) -> String {
        [&*self.id, self.body.word(), &self.year, &self.symbol, &self.roll, &self.finding].join(" ")
    }

    /// Returns the ballot of the country with the index `country`. Returns `None` if the country was not a member, or
    /// if there is no such country.
    pub fn ballot(&self, country: usize) -> Option<Ballot> {
        let cast = char::from(*self.roll.as_bytes().get(country)?);
        Ballot::ALL.iter().copied().find(|ballot| letter(Some(*ballot)) == cast)
    }

    /// Returns whether this vote can be compared with `other`. They must be two different votes of the same body.
    pub fn compares_with(&self, other: &Self) -> bool {
        self.body == other.body && self.id != other.id
    }
}

impl Record {
    /// Reads the record of a page. Leaves out malformed countries and votes.
    pub fn read(written: &Written) -> Self {
        let country = |(entry, digit): (&str, char)| {
            let names_end = entry.len().checked_sub(" (ISO".len())?;
            let (names, iso) = (entry.get(..names_end)?, entry.get(names_end..)?.strip_prefix(" (")?);
            let name = names.split(MARK).next()?.trim_ascii_end();
            let text = |text: &str| AttrValue::from(text.to_owned());
            Some(Country { iso: text(iso), name: text(name), names: text(names), region: region(digit)? })
        };
        Self {
            words: Messages::read(&written.words),
            countries: written.countries.split(')').zip(written.regions.chars()).filter_map(country).collect(),
            votes: written.votes.split('\n').filter_map(Vote::read).collect(),
            opens_on: AttrValue::from(written.opens_on.clone()),
            suggested: written.suggested.split_ascii_whitespace().map(|iso| AttrValue::from(iso.to_owned())).collect(),
        }
    }

    /// Returns the recorded vote with this id.
    pub fn vote(&self, id: &str) -> Option<&Vote> {
        self.votes.iter().find(|vote| vote.id == id)
    }

    /// Returns the recorded votes of a body, in the order of their dates.
    pub fn votes_of(&self, body: Body) -> impl Iterator<Item = &Vote> {
        self.votes.iter().filter(move |vote| vote.body == body)
    }

    /// Returns the index of the country with this code in the list of countries.
    pub fn position(&self, iso: &str) -> Option<usize> {
        self.countries.iter().position(|country| country.iso == iso)
    }

    /// Removes the parts of a view that the record cannot show: unknown countries, and comparisons that are not
    /// possible. Also removes the resolution if it is the default.
    pub fn settle(&self, view: &mut ViewState) {
        view.countries.retain(|iso| self.position(iso).is_some());
        let shown = view.resolution.as_deref().unwrap_or(&self.opens_on);
        let compared = self.vote(shown).zip(view.against.as_deref().and_then(|id| self.vote(id)));
        if !compared.is_some_and(|(shown, against)| shown.compares_with(against)) {
            view.against = None;
        }
        // The default vote is not written into the address.
        view.resolution.take_if(|id| *id == self.opens_on);
    }

    /// Returns the countries that `typed` may mean. If `typed` is a name or the code of a country, returns only this
    /// country. Otherwise returns all countries with a name or code that contains `typed` at the beginning of a word.
    /// Ignores case, accents, width, punctuation and the kind of kana.
    ///
    /// `normal` returns the NFKD form of a text. In the browser, `String.normalize` computes this form, because a
    /// library would make the WASM much larger.
    pub fn find(&self, typed: &str, normal: impl Fn(&str) -> String) -> Vec<&Country> {
        let folded = |text: &str| folded(&normal(text));
        // If the reader chooses a name from the list, the code follows the name in brackets.
        let typed = folded(typed.split('(').next().unwrap_or_default());
        let mut found = Vec::new();
        for country in self.countries.iter().filter(|_| !typed.is_empty()) {
            for name in country.names.split(MARK).chain([&*country.iso]) {
                if folded(name) == typed {
                    return vec![country];
                }
                let beginnings = name.match_indices([' ', '-']).map(|(at, _)| at).chain([0]);
                if beginnings.filter_map(|at| name.get(at..)).any(|rest| folded(rest).starts_with(&*typed))
                    && found.last() != Some(&country)
                {
                    found.push(country);
                }
            }
        }
        found
    }
}

/// Folds a text in NFKD form. Converts ASCII letters to lower case, and katakana to hiragana. Removes accents,
/// punctuation, spaces, and letters such as `ø`, which NFKD does not decompose.
fn folded(normal: &str) -> String {
    let fold = |letter: char| match letter {
        // Punctuation, combining accents, and the Latin letters that NFKD does not decompose, such as `ø`.
        '\u{80}'..='\u{36f}' | '\u{2000}'..='\u{303f}' | '・' => None,
        _ if letter.is_ascii() && !letter.is_ascii_alphanumeric() => None,
        _ => Some(hiragana(letter).to_ascii_lowercase()),
    };
    normal.chars().filter_map(fold).collect()
}

#[cfg(test)]
mod tests;
