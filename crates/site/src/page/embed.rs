//! Embeds: pages for a frame on another website. An embed shows the whole explainer, a subject, a figure or a recorded
//! vote. It has a title line, the content, the cited sources, and a link to the full page.
//!
//! The paths of embeds never change, like those of [`Route`]s. `height.js` reports the height of an
//! embed to the page around the frame. An embed is complete without WASM. If a link in an embed
//! leads to an element that the embed does not contain, the link opens the full page with that
//! element.

mod body;
mod document;
mod oembed;
mod snippet;
mod snippet_page;
mod themed;

pub use document::embed;
pub use oembed::{Framed, oembed};
pub use themed::{Theme, themed};

use super::{Page, Route, island::figure_has_islands};
use crate::drawing::finding;
use story::Edition;
use vocabulary::{Body, Figure, Subject, Vocabulary};

/// An embed, or the page that makes snippets for embeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Embed {
    /// The whole explainer. Each subject is a card.
    Whole,
    /// One subject.
    Subject(Subject),
    /// The roll call of the resolution with this id, which has a recorded vote.
    Vote(String),
    /// A figure. To share the figure, readers share this page.
    Figure(Figure),
    /// The page that makes snippets for embeds.
    How,
}

impl Embed {
    /// Returns every embed of `edition`. [`Self::How`] is left out, because it is not an embed.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Whole]
            .into_iter()
            .chain(Subject::ALL.map(Self::Subject))
            .chain(Figure::all().map(Self::Figure))
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    /// Returns the name of the embed in addresses and in the attribute `part` of a snippet. It is empty for
    /// [`Self::Whole`].
    pub fn name(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Subject(subject) => subject.word().to_owned(),
            Self::Vote(id) => format!("un-history/{id}"),
            Self::Figure(figure) => figure.word().to_owned(),
            Self::How => "how".to_owned(),
        }
    }

    /// Returns the folder of the embed within its edition.
    pub fn path(&self) -> String {
        match self.name() {
            name if name.is_empty() => "embed/".to_owned(),
            name => format!("embed/{name}/"),
        }
    }

    /// Returns the full page about the same subject, to which the embed links.
    pub fn shared(&self) -> Route {
        match self {
            Self::Whole | Self::How => Route::Story,
            Self::Subject(subject) => Route::from(*subject),
            Self::Vote(id) => Route::Vote(id.clone()),
            Self::Figure(figure) => Route::of_figure(*figure),
        }
    }

    /// Returns the approximate height, in CSS pixels, in a column of 600 px with all cards closed. It applies until the
    /// embed reports its real height.
    pub fn height(&self, edition: &Edition) -> u16 {
        match self {
            Self::Whole | Self::How => 830,
            Self::Subject(Subject::Shift) => 1620,
            Self::Subject(Subject::Why) => 1920,
            Self::Subject(Subject::Abductions) => 1560,
            Self::Subject(Subject::UnHistory) => 1820,
            Self::Subject(Subject::Timeline) => 1170,
            Self::Subject(Subject::Article) => 710,
            Self::Subject(Subject::WhatNext) => 1230,
            // The General Assembly has the most members, so its roll calls have the most tiles.
            Self::Vote(id) => match edition.resolutions.iter().find(|vote| vote.id == *id).map(|vote| vote.body) {
                Some(Body::Assembly) | None => 1130,
                Some(Body::Council) => 670,
                Some(Body::Commission) => 750,
            },
            Self::Figure(Figure::Plates) => 420,
            Self::Figure(Figure::Stairs) => 1010,
            Self::Figure(Figure::BeforeAfter) => 1490,
            Self::Figure(Figure::Reasons) => 1260,
            Self::Figure(Figure::Names) => 1020,
            Self::Figure(Figure::Coast) => 1590,
            Self::Figure(Figure::Lists) => 950,
            Self::Figure(Figure::Counts) => 1260,
            Self::Figure(Figure::PoliceList) => 690,
            Self::Figure(Figure::VotePatterns) => 1200,
            Self::Figure(Figure::GenevaVotes) => 610,
            Self::Figure(Figure::Landmarks) => 870,
            Self::Figure(Figure::Statements) => 320,
        }
    }

    /// Returns whether the embed needs the app.
    fn has_islands(&self) -> bool {
        match self {
            Self::Subject(Subject::Shift) => true,
            Self::Figure(figure) => figure_has_islands(*figure),
            Self::Whole | Self::Subject(_) | Self::Vote(_) | Self::How => false,
        }
    }

    /// Returns the figure, if this is the embed of a figure.
    pub(super) fn figure(&self) -> Option<Figure> {
        match self {
            Self::Figure(figure) => Some(*figure),
            Self::Whole | Self::Subject(_) | Self::Vote(_) | Self::How => None,
        }
    }
}

impl Page<'_> {
    pub(super) fn embed_title(&self, embed: &Embed) -> String {
        let labels = self.labels();
        match embed {
            Embed::Figure(figure) => finding(self.edition, *figure),
            Embed::How => labels.embed.how.clone(),
            Embed::Whole | Embed::Subject(_) | Embed::Vote(_) => self.title(),
        }
    }

    /// Returns the path of the page's route within the site. For an embed, this is the path of the full page.
    pub(super) fn shared_path(&self) -> String {
        self.site.story.folder(self.edition) + &self.route.path()
    }

    /// Returns the address of the element `id` on another page. It is absolute if the base URL is known, otherwise
    /// relative.
    pub(super) fn url_of_place(&self, id: &str) -> String {
        let path = self.site.story.folder(self.edition) + &self.places.address(id);
        self.absolute_url(&path).unwrap_or_else(|| self.relative_url(&path))
    }

    /// Returns the address of the full page. It is absolute if the base URL is known, otherwise relative.
    pub(super) fn relative_url_of_shared(&self) -> String {
        let path = self.shared_path();
        self.absolute_url(&path).unwrap_or_else(|| self.relative_url(&path))
    }
}
