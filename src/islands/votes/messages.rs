//! The messages that the island with the recorded votes shows. The island reads the messages from the page, so the WASM
//! contains none of them.

use strum::VariantArray;
use vocabulary::{Ballot, Body, Region};
use yew::AttrValue;

/// The key of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// The word for a ballot.
    Ballot(Ballot),
    /// The name of a region.
    Region(Region),
    /// The name of a body.
    Body(Body),
    /// Another phrase.
    Phrase(Phrase),
}

/// A phrase that does not name a ballot, a region or a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Phrase {
    /// The text for a vote in which the country was not a member of the body.
    NotMember,
    /// The text between the name of a country and its ballot.
    BallotOf,
    /// The hidden legend of the tiles, which explains them to screen readers.
    Tiles,
    /// The instruction in the strip below the tiles, while the strip shows no country.
    NothingRead,
    /// The label of the field for a country.
    Country,
    /// The message for a typed name that means no country, or that may mean too many countries.
    NoCountry,
    /// The text before the buttons for countries.
    Suggested,
    /// The text before the country's name in the label of the button that stops following the country.
    Remove,
    /// The text after the country's name in the same label.
    RemoveAfter,
    /// The message for a resolution without a recorded vote.
    NoRoll,
    /// The text of the link to the row of a resolution without a recorded vote.
    Details,
    /// The label of the select with the votes to compare with.
    Against,
    /// The option to compare with no vote.
    Nothing,
    /// The message if no country changed its vote.
    Nobody,
}

/// The separator between two messages in the attribute `data-words`.
const SEPARATOR: char = '|';

impl Message {
    /// Returns all keys, in their order in the attribute `data-words`.
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

/// The messages of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages(Vec<AttrValue>);

impl Messages {
    /// Reads the text that [`Messages::write`] returned.
    pub fn read(written: &str) -> Self {
        Self(written.split(SEPARATOR).map(|message| AttrValue::from(message.to_owned())).collect())
    }

    /// Joins all messages into one text, for the attribute `data-words`. `text` returns the message for a key.
    pub fn write<'a>(text: impl Fn(Message) -> &'a str) -> String {
        Message::all().map(text).collect::<Vec<_>>().join(&SEPARATOR.to_string())
    }

    /// Returns the message for a key.
    pub fn get(&self, message: impl Into<Message>) -> AttrValue {
        let message = message.into();
        let nth = Message::all().position(|known| known == message);
        nth.and_then(|nth| self.0.get(nth)).cloned().unwrap_or_default()
    }

    /// Returns the word for `ballot`. For `None`, returns the message for [`Phrase::NotMember`].
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
