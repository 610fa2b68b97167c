//! The recorded votes as the page holds them: its countries, its votes, and a letter a ballot.
//!
//! The page writes them as text: a line a vote, ending in a roll call with a letter for each country in the order of
//! the list of countries. Written natively, read in the browser; pure, so both are tested here.

use super::messages::Messages;
use crate::view::{MOST_COUNTRIES, ViewState};
use vocabulary::Ballot;

/// A country in the list that the reader searches.
#[derive(Debug)]
pub struct Country<'a> {
    /// ISO 3166-1 alpha-3 code.
    pub iso: &'a str,
    /// Its name in the language of the page.
    pub name: &'a str,
    /// That name and others, and how it is read, with [`BETWEEN_NAMES`] between.
    pub names: &'a str,
    /// Which of the regions it belongs to, counted from 0.
    pub region: usize,
}

/// Between the names of a country; none of them has it.
pub const BETWEEN_NAMES: &str = " · ";
/// A single letter is found with less code.
const MARK: char = '·';

/// A resolution that was put to a recorded vote.
#[derive(Debug)]
pub struct Vote<'a> {
    /// The resolution's id.
    pub id: &'a str,
    /// The word for the body that adopted it.
    pub body: &'a str,
    /// The year in which it was adopted.
    pub year: &'a str,
    /// Its document symbol.
    pub symbol: &'a str,
    /// A letter for each country.
    pub roll: &'a str,
}

/// All of it, with the words for it.
#[derive(Debug, Default)]
pub struct Record<'a> {
    /// The words that the island needs.
    pub words: Messages<'a>,
    /// The countries, by name.
    pub countries: Vec<Country<'a>>,
    /// The recorded votes, by date.
    pub votes: Vec<Vote<'a>>,
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

impl<'a> Vote<'a> {
    /// Reads what [`Vote::write`] wrote.
    fn read(line: &'a str) -> Option<Self> {
        let mut words = line.split(' ');
        let mut next = || words.next();
        Some(Self { id: next()?, body: next()?, year: next()?, symbol: next()?, roll: next()? })
    }

    /// The line for this vote. Neither ids nor symbols have spaces.
    pub fn write(&self) -> String {
        [self.id, self.body, self.year, self.symbol, self.roll].join(" ")
    }

    /// What the country with that number in the list voted; `None` if it was not a member.
    pub fn ballot(&self, country: usize) -> Option<Ballot> {
        match self.roll.as_bytes().get(country)? {
            b'y' => Some(Ballot::Yes),
            b'a' => Some(Ballot::Abstain),
            b'n' => Some(Ballot::No),
            b'x' => Some(Ballot::Absent),
            _ => None,
        }
    }

    /// Whether comparing this one with `other` says who changed their vote.
    pub fn compares_with(&self, other: &Self) -> bool {
        self.body == other.body && self.id != other.id
    }
}

impl<'a> Record<'a> {
    /// Reads the record of a page: the text of its list of countries, "Name (ISO)" or "Name · Other name (ISO)" each; a digit
    /// for the region of each; the votes, a line each; and the words.
    pub fn read(countries: &'a str, regions: &str, votes: &'a str, words: &'a str) -> Self {
        let country = |(entry, region): (&'a str, u8)| {
            let names_end = entry.len().checked_sub(" (ISO".len())?;
            let (names, iso) = (entry.get(..names_end)?, entry.get(names_end..)?.strip_prefix(" (")?);
            Some(Country { iso, name: names.split(MARK).next()?.trim_ascii_end(), names, region: usize::from(region & 7) })
        };
        Self {
            words: Messages::read(words),
            countries: countries.split(')').zip(regions.bytes()).filter_map(country).collect(),
            votes: votes.split('\n').filter_map(Vote::read).collect(),
        }
    }

    /// The recorded vote with that id.
    pub fn vote(&self, id: &Option<String>) -> Option<&Vote<'a>> {
        self.votes.iter().find(|vote| Some(vote.id) == id.as_deref())
    }

    /// Where in the list the country with that code stands.
    pub fn position(&self, iso: &str) -> Option<usize> {
        self.countries.iter().position(|country| country.iso == iso)
    }

    /// Drops what cannot be shown: unknown countries, and comparisons that would say nothing.
    pub fn settle(&self, view: &mut ViewState) {
        view.countries.retain(|iso| self.position(iso).is_some());
        let [chosen, against] = [&view.resolution, &view.against].map(|id| self.vote(id));
        if !chosen.zip(against).is_some_and(|(chosen, against)| chosen.compares_with(against)) {
            view.against = None;
        }
    }

    /// The one country that `typed` can mean: one of its names or its code, whole, or else how no other name begins.
    /// Case, accents, width, punctuation and the kind of kana do not count. `normal` puts a text into the normal form NFKD,
    /// which browsers know and which would weigh more here than all of the rest.
    pub fn find(&self, typed: &str, normal: impl Fn(&str) -> String) -> Option<&Country<'a>> {
        let folded = |text: &str| folded(&normal(text));
        // The list offers the code in brackets behind the name.
        let typed = folded(typed.split('(').next()?);
        let mut beginning = self.countries.iter().filter(|_| !typed.is_empty()).filter_map(|country| {
            let (mut whole, mut begins) = (false, false);
            for name in country.names.split(MARK).chain([country.iso]) {
                let name = folded(name);
                whole |= name == typed;
                begins |= name.starts_with(&*typed);
            }
            begins.then_some((country, whole))
        });
        let mut found = beginning.next()?;
        let mut alone = true;
        for next in beginning {
            alone = false;
            if next.1 {
                found = next;
            }
        }
        (found.1 || alone).then_some(found.0)
    }
}

/// Follows another country, or stops following it; the one followed longest makes room.
pub fn toggle_country(view: &mut ViewState, iso: &str) {
    let followed = view.countries.len();
    view.countries.retain(|known| known != iso);
    if view.countries.len() == followed {
        if followed == MOST_COUNTRIES {
            view.countries.remove(0);
        }
        view.countries.push(iso.to_owned());
    }
}

/// Letters and digits of a text in normal form: in lower case, hiragana for katakana, without accents and punctuation.
fn folded(normal: &str) -> String {
    let fold = |letter: char| match letter {
        'ァ'..='ヶ' => char::from_u32(letter as u32 - ('ァ' as u32 - 'ぁ' as u32)),
        // Punctuation, and the marks that accents are written with.
        '\u{80}'..='\u{36f}' | '\u{2000}'..='\u{303f}' | '・' => None,
        _ if letter.is_ascii() && !letter.is_ascii_alphanumeric() => None,
        _ => Some(letter.to_ascii_lowercase()),
    };
    normal.chars().filter_map(fold).collect()
}

#[cfg(test)]
mod tests;
