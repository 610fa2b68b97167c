//! The pages of the site: the story, and a page for each subject and for each recorded vote. Crawlers and link previews
//! know pages only by their paths, so whatever is worth a title of its own has one. The paths are stable for ever.

use super::{Embed, Page, island::has_islands};
use story::{Edition, Resolution};
use vocabulary::{Subject, Vocabulary};

/// A page of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The explainer from its beginning.
    Whole,
    /// A subject.
    Subject(Subject),
    /// The roll call of the resolution with this id, which has a recorded vote.
    Vote(String),
}

impl Route {
    /// Every page of `edition`.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Whole]
            .into_iter()
            .chain(Subject::WORDS.iter().map(|(_, subject)| Self::Subject(*subject)))
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    /// The page's folder within its edition, with a slash at its end unless it is the edition's own.
    pub fn path(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Subject(subject) => format!("{}/", subject.word()),
            Self::Vote(id) => format!("un-history/{id}/"),
        }
    }

    /// The file with the page's picture for link previews, within the edition's folder.
    pub fn picture(&self) -> String {
        let name = match self {
            Self::Whole => "explainer",
            Self::Subject(subject) => subject.word(),
            Self::Vote(id) => id,
        };
        format!("pictures/{name}.png")
    }

    /// The subject to which the page belongs.
    pub(super) fn subject(&self) -> Option<Subject> {
        match self {
            Self::Whole => None,
            Self::Subject(subject) => Some(*subject),
            Self::Vote(_) => Some(Subject::UnHistory),
        }
    }

    /// Whether something on the page moves, so that it needs the app.
    fn has_islands(&self) -> bool {
        match self {
            Self::Whole => true,
            Self::Subject(subject) => has_islands(*subject),
            Self::Vote(_) => false,
        }
    }
}

impl Page<'_> {
    /// The way from this page to `path`, which is relative to the site's folder: it works wherever that stands.
    pub(super) fn relative_url(&self, path: &str) -> String {
        let depth = self.path().matches('/').count();
        match "../".repeat(depth) + path {
            here if here.is_empty() => "./".to_owned(),
            way => way,
        }
    }

    /// The page's folder within the site.
    pub(super) fn path(&self) -> String {
        self.site.story.folder(self.edition) + &self.path_within()
    }

    /// The page's folder or file within its edition.
    pub(super) fn path_within(&self) -> String {
        self.embed.map_or_else(|| self.path_in_edition(), Embed::path)
    }

    /// The page's folder or file within its edition, unless it is an embed.
    fn path_in_edition(&self) -> String {
        self.takeaway.map_or_else(|| self.route.path(), |takeaway| takeaway.path().to_owned())
    }

    /// The absolute address of `path` within the site, if it is known where the site will stand.
    pub(super) fn absolute_url(&self, path: &str) -> Option<String> {
        self.site.base_url.map(|base| base.join(path))
    }

    /// This page in every language: the language, and the page's folder within the site.
    pub(super) fn translations(&self) -> impl Iterator<Item = (&Edition, String)> {
        let story = self.site.story;
        story.editions.iter().map(move |edition| (edition, story.folder(edition) + &self.path_in_edition()))
    }

    /// Whether the page is one of the site's own pages and has only one subject, or one vote.
    pub(super) fn is_own_page(&self) -> bool {
        self.embed.is_none() && self.takeaway.is_none() && *self.route != Route::Whole
    }

    /// Whether the page loads the app.
    pub(super) fn has_app(&self) -> bool {
        self.route.has_islands()
    }

    /// The resolution whose roll call the page shows.
    pub(super) fn shared_vote(&self) -> Option<&Resolution> {
        let Route::Vote(shared) = self.route else { return None };
        self.edition.resolutions.iter().find(|resolution| resolution.id == *shared)
    }
}
