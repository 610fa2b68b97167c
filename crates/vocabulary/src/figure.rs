//! The figures that make a point. Each can be shared and embedded by itself.

use super::{Subject, Vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A figure that makes a point. The words are the ids of the figures in pages and the names of their embeds, which are stable for ever.
    Figure, "figure" {
        /// Name-plates: who submitted the text in Geneva.
        Plates = "name-plates",
        /// Japan's role year by year.
        Stairs = "years",
        /// Before and after, row by row.
        BeforeAfter = "before-and-after",
        /// Reasons by who gives them.
        Reasons = "reasons",
        /// The people on the official list, by name.
        Names = "names",
        /// The map of their cases.
        Coast = "coast",
        /// Three lists as dots.
        Lists = "lists",
        /// Who counts whom.
        Counts = "counts",
        /// The police list over time.
        PoliceList = "police-list",
        /// The recorded votes in New York.
        VotePatterns = "vote-patterns",
        /// The recorded votes in Geneva.
        GenevaVotes = "geneva-votes",
        /// The timeline's landmarks.
        Landmarks = "threads",
        /// The article's statements by verdict.
        Statements = "verdicts",
    }
}

impl Figure {
    /// Returns every figure, in the order of the story.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.iter().map(|(_, figure)| *figure)
    }

    /// Returns the subject on whose page the figure is. Returns `None` for the name-plates, which are only in the story.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::Plates => None,
            Self::Stairs | Self::BeforeAfter => Some(Subject::Shift),
            Self::Reasons => Some(Subject::Why),
            Self::Names | Self::Coast | Self::Lists | Self::Counts | Self::PoliceList => Some(Subject::Abductions),
            Self::VotePatterns | Self::GenevaVotes => Some(Subject::UnHistory),
            Self::Landmarks => Some(Subject::Timeline),
            Self::Statements => Some(Subject::Article),
        }
    }
}
