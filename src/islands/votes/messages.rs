//! The words that the island "votes" needs once the reader has chosen something. They come from the page.

/// A word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKey {
    /// A ballot: in favour.
    Yes,
    /// A ballot: abstained.
    Abstain,
    /// A ballot: against.
    No,
    /// A ballot: absent.
    Absent,
    /// No ballot: the country was not a member of the body.
    NotMember,
    /// The region of that name, and likewise the next four.
    Africa,
    #[expect(missing_docs)]
    Americas,
    #[expect(missing_docs)]
    Asia,
    #[expect(missing_docs)]
    Europe,
    #[expect(missing_docs)]
    Oceania,
    /// A body, and likewise the next two.
    Commission,
    #[expect(missing_docs)]
    Council,
    #[expect(missing_docs)]
    Assembly,
    /// The heading of the column of regions.
    Region,
    /// All regions together.
    World,
    /// The choice of a resolution to compare with.
    Against,
    /// The option that compares with nothing.
    Nothing,
    /// What is said when nobody changed their vote.
    Nobody,
    /// Stops following a country: what stands before its name, and what after.
    Remove,
    #[expect(missing_docs)]
    RemoveAfter,
    /// What stands between a country and its ballot.
    BallotOf,
    /// What is said when no vote was recorded.
    NoRoll,
}

/// Between two words in the page.
const SEPARATOR: char = '|';

impl MessageKey {
    /// All of them in the order in which the page has them.
    pub const ALL: [Self; 22] = [
        Self::Yes,
        Self::Abstain,
        Self::No,
        Self::Absent,
        Self::NotMember,
        Self::Africa,
        Self::Americas,
        Self::Asia,
        Self::Europe,
        Self::Oceania,
        Self::Commission,
        Self::Council,
        Self::Assembly,
        Self::Region,
        Self::World,
        Self::Against,
        Self::Nothing,
        Self::Nobody,
        Self::Remove,
        Self::RemoveAfter,
        Self::BallotOf,
        Self::NoRoll,
    ];
}

/// The words of a page.
#[derive(Debug, Default)]
pub struct Messages<'a>(Vec<&'a str>);

impl<'a> Messages<'a> {
    /// Reads what [`Messages::write`] wrote.
    pub fn read(written: &'a str) -> Self {
        Self(written.split(SEPARATOR).collect())
    }

    /// Every word, as `say` has it, for an attribute of the page.
    pub fn write(say: impl Fn(MessageKey) -> &'a str) -> String {
        MessageKey::ALL.map(say).join(&SEPARATOR.to_string())
    }

    /// One of them.
    pub fn get(&self, word: MessageKey) -> &'a str {
        self.nth(word as usize)
    }

    /// Returns the message `after` places behind `first`. Regions, bodies and ballots stand in such a row.
    pub fn after(&self, first: MessageKey, after: usize) -> &'a str {
        self.nth(first as usize + after)
    }

    fn nth(&self, index: usize) -> &'a str {
        self.0.get(index).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_as_they_were_written() {
        let written = Messages::write(|word| if word == MessageKey::Nobody { "nobody" } else { "x" });
        let words = Messages::read(&written);
        assert!(MessageKey::ALL.into_iter().enumerate().all(|(index, word)| word as usize == index));
        assert_eq!((words.get(MessageKey::Nobody), words.get(MessageKey::NoRoll)), ("nobody", "x"));
    }
}
