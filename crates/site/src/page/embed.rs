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

/// An embed, or the page that makes snippets for embeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Embed {
    /// The whole explainer. Each part is a card.
    Whole,
    /// One subject.
    Subject(Subject),
    /// The roll call of the resolution with this id, which has a recorded vote.
    Vote(String),
    /// The figure of Japan's role in each year, on two lanes.
    Lanes,
    /// The figure of the people whom each list counts.
    Numbers,
    /// The figure of the three threads of the timeline, drawn to scale.
    Threads,
    /// The page that makes snippets for embeds.
    How,
}

impl Embed {
    /// Returns every embed of `edition`. [`Self::How`] is left out, because it is not an embed.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Whole]
            .into_iter()
            .chain(Subject::WORDS.iter().map(|(_, subject)| Self::Subject(*subject)))
            .chain([Self::Lanes, Self::Numbers, Self::Threads])
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    /// Returns the name of the embed in addresses and in the attribute `part`. It is empty for [`Self::Whole`].
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

    /// Returns the folder of the embed within its edition.
    pub fn path(&self) -> String {
        match self.name() {
            name if name.is_empty() => "embed/".to_owned(),
            name => format!("embed/{name}/"),
        }
    }

    /// Returns the full page about the same subject. Links lead to it.
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

    /// Returns the approximate height, in CSS pixels, in a column of 600 px with all cards closed. It applies until the embed
    /// reports its real height.
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
            // The General Assembly has more members than the Human Rights Council, so its roll calls have more tiles.
            Self::Vote(id) if id.starts_with("ga-") => 1330,
            Self::Vote(id) if id.starts_with("hrc-") => 880,
            Self::Vote(_) => 1050,
            Self::Lanes => 890,
            Self::Numbers => 1350,
            Self::Threads => 870,
        }
    }

    /// Whether the embed has islands, and so needs the app.
    fn has_islands(&self) -> bool {
        match self {
            Self::Whole | Self::Lanes | Self::Numbers | Self::Subject(Subject::Shift) => true,
            Self::Subject(_) | Self::Vote(_) | Self::Threads | Self::How => false,
        }
    }
}

impl Page<'_> {
    /// Returns the title of the embed.
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

    /// Returns the path within the site of the page's route. For an embed, that is the full page.
    pub(super) fn shared_path(&self) -> String {
        self.site.story.folder(self.edition) + &self.route.path()
    }

    /// Returns the address of a place that is not on the page. It is absolute if the base URL is known, otherwise relative.
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
