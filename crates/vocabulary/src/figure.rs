//! The figures of the explainer. Each figure can be shared and embedded by itself.

use super::{Subject, Vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A figure that can be shared and embedded by itself. The words are the ids of the figures in
    /// pages and the names of their embeds, so they must not change.
    Figure, "figure" {
        /// The name-plates of Japan and the European Union in Geneva, year by year.
        Plates = "name-plates",
        /// Japan's role year by year.
        Stairs = "years",
        /// The situation before and after the decision, compared row by row.
        BeforeAfter = "before-and-after",
        /// The reasons for the decision, by the kind of source that gives them.
        Reasons = "reasons",
        /// The people on the official list, by name.
        Names = "names",
        /// The map of the places where people on the official list disappeared.
        Coast = "coast",
        /// The sizes of three lists, as dots.
        Lists = "lists",
        /// The people whom each count of abductees includes.
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

    /// Returns the subject whose page has the figure. Returns `None` for the name-plates, which no page of a subject
    /// has.
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
