//! The pictures for link previews, and which page has which picture.

use super::{Embed, Page, Route};
use story::Edition;
use vocabulary::{Figure, Part, Subject, Vocabulary};

/// A picture for link previews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// A figure with its finding.
    Figure(Figure),
    /// The events after the decision, on a time axis.
    WhatNext,
    /// The recorded vote with this id.
    Vote(String),
}

impl Picture {
    /// Returns every picture of an edition.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        Figure::all().map(Self::Figure).chain([Self::WhatNext]).chain(votes.map(|vote| Self::Vote(vote.id.clone()))).collect()
    }

    /// Returns the picture of a page. The glossary, the list of sources and the page about the explainer share the
    /// picture of the story.
    pub fn of(route: &Route) -> Self {
        match route {
            Route::Story | Route::Part(Part::Glossary | Part::Sources | Part::About) => Self::Figure(Figure::Plates),
            Route::Part(Part::Subject(subject)) => match subject {
                Subject::Shift => Self::Figure(Figure::Stairs),
                Subject::Why => Self::Figure(Figure::Reasons),
                Subject::Abductions => Self::Figure(Figure::Names),
                Subject::UnHistory => Self::Figure(Figure::VotePatterns),
                Subject::Timeline => Self::Figure(Figure::Landmarks),
                Subject::Article => Self::Figure(Figure::Statements),
                Subject::WhatNext => Self::WhatNext,
            },
            Route::Vote(id) => Self::Vote(id.clone()),
        }
    }

    /// Returns the name of the picture: the word of its figure or subject, or the id of its vote.
    fn name(&self) -> &str {
        match self {
            Self::Figure(figure) => figure.word(),
            Self::WhatNext => Subject::WhatNext.word(),
            Self::Vote(id) => id,
        }
    }

    /// Returns the path of the picture's file within the edition's folder.
    pub fn file(&self) -> String {
        format!("pictures/{}.png", self.name())
    }
}

impl Page<'_> {
    /// Returns the picture of the page. The embed of a figure has the picture of that figure.
    pub(super) fn own_picture(&self) -> Picture {
        self.embed.and_then(Embed::figure).map_or_else(|| Picture::of(self.route), Picture::Figure)
    }
}
