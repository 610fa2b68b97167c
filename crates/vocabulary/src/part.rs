//! The parts of the explainer, each with a page of its own.

use super::{Subject, Vocabulary};

/// A part of the explainer: a subject, or what helps to read and check the subjects. Each has a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// One of the subjects.
    Subject(Subject),
    /// The glossary.
    Glossary,
    /// The sources.
    Sources,
    /// How the explainer was made.
    About,
}

impl Part {
    /// Every part, in the order of the story.
    pub fn all() -> impl Iterator<Item = Self> {
        Subject::WORDS.iter().map(|(_, subject)| Self::Subject(*subject)).chain([Self::Glossary, Self::Sources, Self::About])
    }

    /// Its anchor, and the name of its page's folder.
    pub fn id(self) -> &'static str {
        match self {
            Self::Subject(subject) => subject.word(),
            Self::Glossary => "glossary",
            Self::Sources => "sources",
            Self::About => "about",
        }
    }

    /// The subject that it is, if it is one.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::Subject(subject) => Some(subject),
            Self::Glossary | Self::Sources | Self::About => None,
        }
    }
}

impl From<Subject> for Part {
    fn from(subject: Subject) -> Self {
        Self::Subject(subject)
    }
}
