//! The words that the island "votes" shows. They come from the page, so that the app holds no language.

use strum::VariantArray;
use vocabulary::{Ballot, Body, Region};
use yew::AttrValue;

/// A word or a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// What a country did in a vote.
    Ballot(Ballot),
    /// The name of a part of the world.
    Region(Region),
    /// The name of a body.
    Body(Body),
    /// One of the phrases.
    Phrase(Phrase),
}

/// What is not the name of a member of a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Phrase {
    /// No ballot: the country was not a member of the body.
    NotMember,
    /// What stands between a country and its ballot.
    BallotOf,
    /// What the countries of a roll call are for.
    Tiles,
    /// What stands in the place of a country's votes until one is selected.
    NothingRead,
    /// The label of the field for a country.
    Country,
    /// What is said of a name that is no country's.
    NoCountry,
    /// What stands before countries to choose from.
    Suggested,
    /// Stops following a country: what stands before its name.
    Remove,
    /// The same, behind its name.
    RemoveAfter,
    /// What is said of a resolution without a recorded vote.
    NoRoll,
    /// The way to a vote's own page.
    Details,
    /// The label of the choice of a vote to compare with.
    Against,
    /// The option that compares with nothing.
    Nothing,
    /// What is said when nobody changed their vote.
    Nobody,
}

/// Between two words in the page.
const SEPARATOR: char = '|';

impl Message {
    /// Every message in the order in which the page has them.
    fn all() -> impl Iterator<Item = Self> {
        let ballots = Ballot::ALL.iter().copied().map(Self::Ballot);
        let regions = Region::ALL.iter().copied().map(Self::Region);
        let bodies = Body::ALL.iter().copied().map(Self::Body);
        ballots.chain(regions).chain(bodies).chain(Phrase::VARIANTS.iter().copied().map(Self::Phrase))
    }
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// The words of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages(Vec<AttrValue>);

impl Messages {
    /// Reads what [`Messages::write`] wrote.
    pub fn read(written: &str) -> Self {
        Self(written.split(SEPARATOR).map(|message| AttrValue::from(message.to_owned())).collect())
    }

    /// Every message, as `say` has it, for an attribute of the page.
    pub fn write<'a>(say: impl Fn(Message) -> &'a str) -> String {
        Message::all().map(say).collect::<Vec<_>>().join(&SEPARATOR.to_string())
    }

    /// One of them.
    pub fn get(&self, message: impl Into<Message>) -> AttrValue {
        let message = message.into();
        let nth = Message::all().position(|known| known == message);
        nth.and_then(|nth| self.0.get(nth)).cloned().unwrap_or_default()
    }

    /// What `ballot` is called, or that there is none because the country was not a member.
    pub fn ballot(&self, ballot: Option<Ballot>) -> AttrValue {
        self.get(ballot.map_or(Message::Phrase(Phrase::NotMember), Message::Ballot))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::Vocabulary;

    #[test]
    fn messages_come_back_as_they_were_written() {
        let written = Messages::write(|message| match message {
            Message::Ballot(ballot) => ballot.word(),
            Message::Region(region) => region.word(),
            Message::Body(body) => body.word(),
            Message::Phrase(Phrase::Nobody) => "nobody",
            Message::Phrase(_) => "x",
        });
        let messages = Messages::read(&written);
        assert_eq!(messages.ballot(Some(Ballot::No)), "no");
        assert_eq!(messages.ballot(None), "x");
        assert_eq!(messages.get(Message::Region(Region::Asia)), "Asia");
        assert_eq!(messages.get(Phrase::Nobody), "nobody");
    }
}
