//! The recorded votes as the page holds them: its countries, its resolutions, and a letter a ballot.
//!
//! Each row of the table of resolutions carries its roll call as one string, with a letter for each country in the
//! order of the list of countries. Written natively, read in the browser; pure, so both are tested here.

use crate::view::{MOST_COUNTRIES, ViewState};
use story::vocabulary::{Ballot, Body};

/// A country in the list that the reader searches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code.
    pub iso: String,
    /// Its name in the language of the page.
    pub name: String,
    /// Which of the regions it belongs to, counted from 0.
    pub region: usize,
}

/// A resolution.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolution {
    /// Its id.
    pub id: String,
    /// Who adopted it.
    pub body: Body,
    /// The year in which it was adopted.
    pub year: String,
    /// Its document symbol.
    pub symbol: String,
    /// How it was adopted, in words.
    pub adopted: String,
    /// A letter for each country; empty where no vote was recorded.
    pub roll: String,
}

/// All of it, with the words for it.
#[derive(Debug, Default, PartialEq)]
pub struct Record {
    /// The words that the island needs, in the order of [`super::words::Word`].
    pub words: super::words::Words,
    /// The countries, by name.
    pub countries: Vec<Country>,
    /// The resolutions, newest first.
    pub resolutions: Vec<Resolution>,
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

impl Resolution {
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

    /// Whether a vote was recorded.
    pub fn is_recorded(&self) -> bool {
        !self.roll.is_empty()
    }

    /// Whether comparing this one with `other` says who changed their vote.
    pub fn compares_with(&self, other: &Self) -> bool {
        self.body == other.body && self.id != other.id && self.is_recorded() && other.is_recorded()
    }
}

impl Record {
    /// The resolution with that id.
    pub fn resolution(&self, id: &str) -> Option<&Resolution> {
        self.resolutions.iter().find(|resolution| resolution.id == id)
    }

    /// The resolution that the reader chose, and the one it is compared with.
    pub fn chosen(&self, view: &ViewState) -> (Option<&Resolution>, Option<&Resolution>) {
        let find = |id: &Option<String>| id.as_ref().and_then(|id| self.resolution(id));
        (find(&view.resolution), find(&view.against))
    }

    /// Where in the list the country with that code stands.
    pub fn position(&self, iso: &str) -> Option<usize> {
        self.countries.iter().position(|country| country.iso == iso)
    }

    /// Drops what cannot be shown: unknown countries, and comparisons that would say nothing.
    pub fn settle(&self, view: &mut ViewState) {
        view.countries.retain(|iso| self.position(iso).is_some());
        let (chosen, against) = self.chosen(view);
        if !chosen.zip(against).is_some_and(|(chosen, against)| chosen.compares_with(against)) {
            view.against = None;
        }
    }

    /// The one country that `typed` can mean: its name or code, whole, or else a part of its name that no other has.
    /// Case, accents and punctuation do not count.
    pub fn find(&self, typed: &str) -> Option<&Country> {
        let typed = folded(typed);
        if typed.is_empty() {
            return None;
        }
        let only = |fits: &dyn Fn(&str, &str) -> bool| {
            let mut fitting = self.countries.iter().filter(|country| fits(&folded(&country.name), &folded(&country.iso)));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        // The list offers name and code together.
        only(&|name, iso| typed == name || typed == iso || typed.strip_prefix(name) == Some(iso))
            .or_else(|| only(&|name, _| name.starts_with(&typed)))
            .or_else(|| only(&|name, _| name.contains(&typed)))
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

/// Letters and digits in lower case and without accents. Knows those of western Europe, which is what names of
/// countries in Latin letters need; a full table would weigh more than the island.
fn folded(text: &str) -> String {
    const LATIN: &[u8; 32] = b"aaaaaaaceeeeiiiidnooooo-ouuuuyts";
    let fold = |letter: char| match letter {
        'À'..='ÿ' => char::from(LATIN[letter as usize & 31]),
        _ => letter.to_ascii_lowercase(),
    };
    text.chars().map(fold).filter(|letter| letter.is_ascii_alphanumeric() || *letter > '\u{2fff}').collect()
}

#[cfg(test)]
mod tests;
