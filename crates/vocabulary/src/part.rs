//! The parts of the story.

use super::{Subject, Vocabulary};

/// A part of the story, with a heading and an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// One of the subjects.
    Subject(Subject),
    /// The glossary.
    Glossary,
    /// The sources.
    Sources,
}

impl Part {
    /// Every part, in the order of the story.
    pub fn all() -> impl Iterator<Item = Self> {
        Subject::WORDS.iter().map(|(_, subject)| Self::Subject(*subject)).chain([Self::Glossary, Self::Sources])
    }

    /// Its anchor.
    pub fn id(self) -> &'static str {
        match self {
            Self::Subject(subject) => subject.word(),
            Self::Glossary => "words",
            Self::Sources => "sources",
        }
    }
}

impl From<Subject> for Part {
    fn from(subject: Subject) -> Self {
        Self::Subject(subject)
    }
}
