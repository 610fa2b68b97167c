//! The messages of the share dialog. The page contains them in its language.

use strum::VariantArray;

/// The key of a message. A message is a word or a sentence, and may have placeholders such as `{}` or `{quote}`. The
/// attribute `data-words` has the messages in the order of the variants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum MessageKey {
    /// The message after the link was copied to the clipboard.
    Copied,
    /// The message if the link could not be copied to the clipboard.
    Refused,
    /// The description of the QR code for readers who cannot see it.
    CodeTitle,
    /// The description of the story, if the link has no parameters.
    Whole,
    /// A resolution with a recorded vote.
    RollCall,
    /// A resolution that was adopted without a vote.
    Text,
    /// The countries that the reader follows.
    Compared,
    /// The vote with which the shown vote is compared.
    Against,
    /// The year in "What changed".
    Year,
    /// The chosen count of abducted people.
    Count,
    /// The UN bodies whose resolutions are shown.
    Bodies,
    /// The filters of the timeline.
    Timeline,
    /// A span of years.
    Span,
    /// The statements that are highlighted.
    StandOut,
    /// The depth of the page.
    Depth,
    /// The cards that are open.
    Cards,
    /// The cards that are closed while all others are open.
    Closed,
    /// The message that joins the last two items of a list.
    And,
    /// The message that joins the other items of a list.
    Comma,
    /// The message that joins two parts of a description.
    Then,
    /// A quote with its speaker and source.
    Quoted,
}

/// The separator between two messages in the attribute `data-words`.
const SEPARATOR: char = '|';

/// The messages of a page.
#[derive(Debug, Default)]
pub struct Messages(String);

impl Messages {
    /// Reads the text that [`Messages::write`] returned.
    pub fn read(written: String) -> Self {
        Self(written)
    }

    /// Joins all messages into one text, for the attribute `data-words`. `message` returns the message for a key.
    pub fn write<'a>(message: impl Fn(MessageKey) -> &'a str) -> String {
        MessageKey::VARIANTS.iter().map(|word| message(*word)).collect::<Vec<_>>().join(&SEPARATOR.to_string())
    }

    /// Returns a message with its placeholders. Returns an empty text if the page lacks the message.
    pub fn get(&self, word: MessageKey) -> &str {
        let mut words = MessageKey::VARIANTS.iter().zip(self.0.split(SEPARATOR));
        words.find(|(known, _)| **known == word).map(|(_, found)| found).unwrap_or_default()
    }

    /// Returns a message with its placeholders replaced. Each of `replacements` is the name of a placeholder and the
    /// text that replaces the placeholder. The name of the placeholder `{}` is empty.
    pub fn with(&self, word: MessageKey, replacements: &[(&str, &str)]) -> String {
        let mut pieces = self.get(word).split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (placeholder, rest) = piece.split_once('}').unwrap_or_default();
            for (_, replacement) in replacements.iter().filter(|(name, _)| *name == placeholder) {
                filled.push_str(replacement);
            }
            filled.push_str(rest);
        }
        filled
    }

    /// Joins items into a list for a sentence, such as "A, B and C".
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [others @ .., last] if !others.is_empty() => self.pair(MessageKey::And, &self.joined(MessageKey::Comma, others), last),
            items => self.joined(MessageKey::Comma, items),
        }
    }

    /// Joins items with the message `word`. Its placeholders `{a}` and `{b}` stand for the items before and after.
    pub fn joined(&self, word: MessageKey, items: &[String]) -> String {
        items.iter().fold(String::new(), |all, item| if all.is_empty() { item.clone() } else { self.pair(word, &all, item) })
    }

    fn pair(&self, word: MessageKey, one: &str, other: &str) -> String {
        self.with(word, &[("a", one), ("b", other)])
    }
}
