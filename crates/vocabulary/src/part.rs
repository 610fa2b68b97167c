//! The parts of the explainer.

use super::{Subject, Vocabulary};

/// A part of the explainer: a subject, the glossary, the sources, or the part about the explainer. Each has its own
/// page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A subject.
    Subject(Subject),
    /// The glossary.
    Glossary,
    /// The list of sources.
    Sources,
    /// The part about how the explainer was made.
    About,
}

impl Part {
    /// Returns every part: the subjects in the order of the story, then the glossary, the sources and the part about
    /// the explainer.
    pub fn all() -> impl Iterator<Item = Self> {
        Subject::WORDS.iter().map(|(_, subject)| Self::Subject(*subject)).chain([Self::Glossary, Self::Sources, Self::About])
    }

    /// Returns the id of the part. The folder of the part's page has the same name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Subject(subject) => subject.word(),
            Self::Glossary => "glossary",
            Self::Sources => "sources",
            Self::About => "about",
        }
    }

    /// Returns the subject, if the part is a subject.
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
