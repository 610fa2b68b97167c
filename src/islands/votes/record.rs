//! The recorded votes as the page holds them: its countries, its votes, and a letter a ballot.
//!
//! The page writes them as text: a line a vote, with a letter for each country in the order of the list of countries.
//! Written natively, read in the browser; pure, so both are tested here.

use super::messages::Messages;
use crate::view::ViewState;
use vocabulary::{Ballot, Body, Region, Vocabulary, hiragana};
use yew::AttrValue;

/// A country in the list that the reader searches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code.
    pub iso: AttrValue,
    /// Its name in the language of the page.
    pub name: AttrValue,
    /// That name and others, and how it is read, with [`BETWEEN_NAMES`] between.
    pub names: AttrValue,
    /// The part of the world.
    pub region: Region,
}

/// Between the names of a country; none of them has it.
pub const BETWEEN_NAMES: &str = " · ";
/// A single letter is found with less code.
const MARK: char = '·';

/// A resolution that was put to a recorded vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The resolution's id.
    pub id: AttrValue,
    /// The body that adopted it.
    pub body: Body,
    /// The year in which it was adopted.
    pub year: AttrValue,
    /// Its document symbol.
    pub symbol: AttrValue,
    /// A letter for each country, see [`letter`].
    pub roll: AttrValue,
    /// How it went, in a sentence.
    pub finding: AttrValue,
}

/// All of it, with the words for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The words that the island needs.
    pub words: Messages,
    /// The countries, by name.
    pub countries: Vec<Country>,
    /// The recorded votes, by date.
    pub votes: Vec<Vote>,
    /// The vote that is shown without asking.
    pub opens_on: AttrValue,
    /// The codes of the countries that are suggested to follow.
    pub suggested: Vec<AttrValue>,
}

/// The record as text, as it stands in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The list of countries: "Name (ISO)" or "Name · Other name (ISO)" each.
    pub countries: String,
    /// A digit for the region of each country.
    pub regions: String,
    /// The votes, a line each.
    pub votes: String,
    /// The words.
    pub words: String,
    /// The id of the vote that is shown without asking.
    pub opens_on: String,
    /// The codes of the countries that are suggested, with spaces between.
    pub suggested: String,
}

/// The letter for a ballot, or for none because the country was not a member.
pub fn letter(ballot: Option<Ballot>) -> char {
    match ballot {
        Some(Ballot::Yes) => 'y',
        Some(Ballot::Abstain) => 'a',
        Some(Ballot::No) => 'n',
        Some(Ballot::Absent) => 'x',
        None => '.',
    }
}

/// The digit for a region.
pub fn digit(region: Region) -> char {
    let place = Region::ALL.iter().position(|known| *known == region);
    place.and_then(|place| char::from_digit(place as u32, 10)).unwrap_or_default()
}

fn region(digit: char) -> Option<Region> {
    Region::ALL.get(digit.to_digit(10)? as usize).copied()
}

impl Vote {
    /// Reads what [`Vote::write`] wrote.
    fn read(line: &str) -> Option<Self> {
        let mut words = line.splitn(6, ' ');
        let mut next = || words.next().map(|word| AttrValue::from(word.to_owned()));
        let (id, body) = (next()?, Body::parse(&next()?)?);
        Some(Self { id, body, year: next()?, symbol: next()?, roll: next()?, finding: next().unwrap_or_default() })
    }

    /// The line for this vote. Neither ids nor symbols have spaces.
    pub fn write(&self) -> String {
        [&*self.id, self.body.word(), &self.year, &self.symbol, &self.roll, &self.finding].join(" ")
    }

    /// What the country with that number in the list voted; `None` if it was not a member.
    pub fn ballot(&self, country: usize) -> Option<Ballot> {
        let cast = char::from(*self.roll.as_bytes().get(country)?);
        Ballot::ALL.iter().copied().find(|ballot| letter(Some(*ballot)) == cast)
    }

    /// Whether comparing this one with `other` says who changed their vote.
    pub fn compares_with(&self, other: &Self) -> bool {
        self.body == other.body && self.id != other.id
    }
}

impl Record {
    /// Reads the record of a page. What is broken is left out.
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

    /// The recorded vote with that id.
    pub fn vote(&self, id: &str) -> Option<&Vote> {
        self.votes.iter().find(|vote| vote.id == id)
    }

    /// The recorded votes of a body, by date.
    pub fn votes_of(&self, body: Body) -> impl Iterator<Item = &Vote> {
        self.votes.iter().filter(move |vote| vote.body == body)
    }

    /// Where in the list the country with that code stands.
    pub fn position(&self, iso: &str) -> Option<usize> {
        self.countries.iter().position(|country| country.iso == iso)
    }

    /// Drops what cannot be shown: unknown countries, and comparisons that would say nothing.
    pub fn settle(&self, view: &mut ViewState) {
        view.countries.retain(|iso| self.position(iso).is_some());
        let shown = view.resolution.as_deref().unwrap_or(&self.opens_on);
        let compared = self.vote(shown).zip(view.against.as_deref().and_then(|id| self.vote(id)));
        if !compared.is_some_and(|(shown, against)| shown.compares_with(against)) {
            view.against = None;
        }
        // What is shown without asking need not be asked for.
        view.resolution.take_if(|id| *id == self.opens_on);
    }

    /// The countries that `typed` can mean: the one whose name or code it is, or else all that have a word which begins so.
    /// Case, accents, width, punctuation and the kind of kana do not count. `normal` puts a text into the normal form NFKD,
    /// which browsers know and which would weigh more here than all of the rest.
    pub fn find(&self, typed: &str, normal: impl Fn(&str) -> String) -> Vec<&Country> {
        let folded = |text: &str| folded(&normal(text));
        // The list offers the code in brackets behind the name.
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

/// Letters and digits of a text in normal form: in lower case, hiragana for katakana, without accents and punctuation.
fn folded(normal: &str) -> String {
    let fold = |letter: char| match letter {
        // Punctuation, and the marks that accents are written with.
        '\u{80}'..='\u{36f}' | '\u{2000}'..='\u{303f}' | '・' => None,
        _ if letter.is_ascii() && !letter.is_ascii_alphanumeric() => None,
        _ => Some(hiragana(letter).to_ascii_lowercase()),
    };
    normal.chars().filter_map(fold).collect()
}

#[cfg(test)]
mod tests;
