//! Embeds: pages for a frame on another website. An embed shows the whole explainer, one part or a single figure. It
//! has a title line, the content, its sources, and a link to the full page.
//!
//! The paths of embeds never change, like those of [`Route`]s. `height.js` reports the height of an embed to the page
//! around it. An embed is complete without WASM. Every link inside an embed to a place that it does not contain leads
//! to the page that has the place.

mod body;
mod document;
mod how;
mod oembed;
mod snippet;
mod themed;

pub use document::embed;
pub use oembed::{Framed, oembed};
pub use themed::{Theme, themed};

use super::{Page, Route};
use story::Edition;
use vocabulary::{Subject, Vocabulary};

/// A page to be framed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Embed {
    /// All of it, each part a card.
    Whole,
    /// A subject.
    Subject(Subject),
    /// The roll call of the resolution with this id, which has a recorded vote.
    Vote(String),
    /// Japan's role year by year on two lanes.
    Lanes,
    /// Who counts whom.
    Numbers,
    /// The three threads of the timeline, to scale.
    Threads,
    /// No embed, but the page that makes snippets for them.
    How,
}

impl Embed {
    /// Every embed of `edition`; [`Self::How`] is none.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Whole]
            .into_iter()
            .chain(Subject::ALL.map(Self::Subject))
            .chain([Self::Lanes, Self::Numbers, Self::Threads])
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    /// Which one it is, as it stands in addresses and in the attribute `part`: empty for all of it.
    pub fn name(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Subject(subject) => subject.word().to_owned(),
            Self::Vote(id) => format!("un-history/{id}"),
            Self::Lanes => "lanes".to_owned(),
            Self::Numbers => "numbers".to_owned(),
            Self::Threads => "threads".to_owned(),
            Self::How => "how".to_owned(),
        }
    }

    /// The page's folder within its edition.
    pub fn path(&self) -> String {
        match self.name() {
            name if name.is_empty() => "embed/".to_owned(),
            name => format!("embed/{name}/"),
        }
    }

    /// The page to share that shows the same.
    pub fn shared(&self) -> Route {
        match self {
            Self::Whole | Self::How => Route::Story,
            Self::Subject(subject) => Route::from(*subject),
            Self::Vote(id) => Route::Vote(id.clone()),
            Self::Lanes => Route::from(Subject::Shift),
            Self::Numbers => Route::from(Subject::Abductions),
            Self::Threads => Route::from(Subject::Timeline),
        }
    }

    /// About how high it is in a column of 600 px with its cards closed, until it says so itself.
    pub fn height(&self) -> u16 {
        match self {
            Self::Whole | Self::How => 970,
            Self::Subject(Subject::Shift) => 2690,
            Self::Subject(Subject::Why) => 1250,
            Self::Subject(Subject::Abductions) => 1750,
            Self::Subject(Subject::UnHistory) => 3600,
            Self::Subject(Subject::Timeline) => 1400,
            Self::Subject(Subject::Article) => 1730,
            Self::Subject(Subject::WhatNext) => 770,
            // An assembly of all states has more tiles than a council of some.
            Self::Vote(id) if id.starts_with("ga-") => 1330,
            Self::Vote(id) if id.starts_with("hrc-") => 880,
            Self::Vote(_) => 1050,
            Self::Lanes => 890,
            Self::Numbers => 1350,
            Self::Threads => 870,
        }
    }

    /// Whether something in it moves.
    fn has_islands(&self) -> bool {
        match self {
            Self::Whole | Self::Lanes | Self::Numbers | Self::Subject(Subject::Shift) => true,
            Self::Subject(_) | Self::Vote(_) | Self::Threads | Self::How => false,
        }
    }
}

impl Page<'_> {
    /// What the embed is called.
    pub(super) fn embed_title(&self, embed: &Embed) -> String {
        let labels = self.labels();
        match embed {
            Embed::Lanes => labels.shift.title.clone(),
            Embed::Numbers => labels.abductions.numbers_title.clone(),
            Embed::Threads => labels.events.chart_title.clone(),
            Embed::How => labels.embed.how.clone(),
            Embed::Whole | Embed::Subject(_) | Embed::Vote(_) => self.title(),
        }
    }

    /// The folder within the site of the page to share.
    pub(super) fn shared_path(&self) -> String {
        self.site.story.folder(self.edition) + &self.route.path()
    }

    /// The address of a place that is not on the page: absolute where it is known where the site will stand.
    pub(super) fn url_of_place(&self, id: &str) -> String {
        let path = self.site.story.folder(self.edition) + &self.places.address(id);
        self.absolute_url(&path).unwrap_or_else(|| self.relative_url(&path))
    }

    /// The way to the page to share: absolute where it is known where the site will stand.
    pub(super) fn relative_url_of_shared(&self) -> String {
        let path = self.shared_path();
        self.absolute_url(&path).unwrap_or_else(|| self.relative_url(&path))
    }
}
