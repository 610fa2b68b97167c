//! The pages of the site: each is the full explainer, opened at one of its parts. Crawlers and link previews know
//! pages only by their paths, so whatever is worth a title of its own has one. The paths are stable for ever.

use super::{Embed, Page};
use story::{Edition, Resolution};

/// The parts that can be shared as pages. The list of words and that of the sources belong to every part.
pub const SHARED_PARTS: [&str; 7] = ["shift", "why", "abductions", "un-history", "timeline", "article", "what-next"];

/// A page of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The explainer from its beginning.
    Whole,
    /// Opened at a part, one of [`SHARED_PARTS`].
    Part(&'static str),
    /// Opened at the roll call of the resolution with this id, which has a recorded vote.
    Vote(String),
}

impl Route {
    /// Every page of `edition`.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Whole]
            .into_iter()
            .chain(SHARED_PARTS.map(Self::Part))
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    /// The page's folder within its edition, with a slash at its end unless it is the edition's own.
    pub fn path(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Part(part) => format!("{part}/"),
            Self::Vote(id) => format!("un-history/{id}/"),
        }
    }

    /// The file with the page's picture for link previews, within the edition's folder.
    pub fn picture(&self) -> String {
        let name = match self {
            Self::Whole => "explainer",
            Self::Part(part) => part,
            Self::Vote(id) => id,
        };
        format!("pictures/{name}.png")
    }

    /// The part at which the page opens.
    pub(super) fn part(&self) -> Option<&'static str> {
        match self {
            Self::Whole => None,
            Self::Part(part) => Some(part),
            Self::Vote(_) => Some("un-history"),
        }
    }

    /// Whether the page opens at the element with this id.
    pub(super) fn opens_at(&self, id: &str) -> bool {
        match self {
            Self::Whole => false,
            Self::Part(part) => *part == id,
            Self::Vote(_) => id == "roll-call",
        }
    }
}

impl Page<'_> {
    /// The way from this page to `path`, which is relative to the site's folder: it works wherever that stands.
    pub(super) fn way_to(&self, path: &str) -> String {
        let depth = self.path().matches('/').count();
        match "../".repeat(depth) + path {
            here if here.is_empty() => "./".to_owned(),
            way => way,
        }
    }

    /// The page's folder within the site.
    pub(super) fn path(&self) -> String {
        self.site.story.folder(self.edition) + &self.embed.map_or_else(|| self.path_in_edition(), Embed::path)
    }

    /// The page's folder or file within its edition, unless it is an embed.
    fn path_in_edition(&self) -> String {
        self.takeaway.map_or_else(|| self.route.path(), |takeaway| takeaway.path().to_owned())
    }

    /// The absolute address of `path` within the site, if it is known where the site will stand.
    pub(super) fn address(&self, path: &str) -> Option<String> {
        self.site.base_url.map(|base| base.join(path))
    }

    /// This page in every language: the language, and the page's folder within the site.
    pub(super) fn translations(&self) -> impl Iterator<Item = (&Edition, String)> {
        let story = self.site.story;
        story.editions.iter().map(move |edition| (edition, story.folder(edition) + &self.path_in_edition()))
    }

    /// The resolution at whose roll call the page opens.
    pub(super) fn shared_vote(&self) -> Option<&Resolution> {
        let Route::Vote(shared) = self.route else { return None };
        self.edition.resolutions.iter().find(|resolution| resolution.id == *shared)
    }
}
