//! The words in which the sharing piece says what it shares. They come from the page, so that each language has its own.

use strum::VariantArray;

/// A word, or a sentence with `{}` or named places in it, in the order in which the page has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum MessageKey {
    /// The message after the link was copied to the clipboard.
    Copied,
    /// The message after copying to the clipboard failed.
    Refused,
    /// The description of the QR code for readers who do not see it.
    CodeTitle,
    /// The page from its beginning, as it opens by itself.
    Whole,
    /// A recorded vote.
    RollCall,
    /// A resolution that was adopted without one.
    Text,
    /// The countries that are followed.
    Compared,
    /// The vote that another is compared with.
    Against,
    /// The year in "What changed".
    Year,
    /// According to whom the people are counted.
    Count,
    /// Whose votes are shown.
    Bodies,
    /// What of the timeline is shown.
    Timeline,
    /// A span of years.
    Span,
    /// Which statements stand out.
    StandOut,
    /// How much is shown.
    Depth,
    /// The cards that are open.
    Cards,
    /// The cards that are closed where all others are open.
    Closed,
    /// The last two of a list.
    And,
    /// Two of the others.
    Comma,
    /// Two of the things that a view shows.
    Then,
    /// A quote with who it is from.
    Quoted,
}

/// Between two words in the page.
const SEPARATOR: char = '|';

/// The words of a page.
#[derive(Debug, Default)]
pub struct Messages(String);

impl Messages {
    /// Reads what [`Messages::write`] wrote.
    pub fn read(written: String) -> Self {
        Self(written)
    }

    /// Every word, as `say` has it, for an attribute of the page.
    pub fn write<'a>(say: impl Fn(MessageKey) -> &'a str) -> String {
        MessageKey::VARIANTS.iter().map(|word| say(*word)).collect::<Vec<_>>().join(&SEPARATOR.to_string())
    }

    /// One of them.
    pub fn get(&self, word: MessageKey) -> &str {
        let mut words = MessageKey::VARIANTS.iter().zip(self.0.split(SEPARATOR));
        words.find(|(known, _)| **known == word).map(|(_, found)| found).unwrap_or_default()
    }

    /// One of them with something in each of its places, `{}` or `{name}`: in the order of the page's own language.
    pub fn with(&self, word: MessageKey, fillings: &[(&str, &str)]) -> String {
        let mut pieces = self.get(word).split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (place, rest) = piece.split_once('}').unwrap_or_default();
            for (_, filling) in fillings.iter().filter(|(name, _)| *name == place) {
                filled.push_str(filling);
            }
            filled.push_str(rest);
        }
        filled
    }

    /// A list as a sentence has it.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [others @ .., last] if !others.is_empty() => self.pair(MessageKey::And, &self.joined(MessageKey::Comma, others), last),
            items => self.joined(MessageKey::Comma, items),
        }
    }

    /// One after the other, with the same between any two of them.
    pub fn joined(&self, word: MessageKey, items: &[String]) -> String {
        items.iter().fold(String::new(), |all, item| if all.is_empty() { item.clone() } else { self.pair(word, &all, item) })
    }

    fn pair(&self, word: MessageKey, one: &str, other: &str) -> String {
        self.with(word, &[("a", one), ("b", other)])
    }
}
