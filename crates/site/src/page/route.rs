//! The full pages of the site: the story, and a page for each part and for each recorded vote. Crawlers and link
//! previews ignore fragments, so everything that needs its own title has its own path. The paths never change.

use super::{Embed, Page, Takeaway, island::has_islands};
use story::{Edition, Resolution};
use vocabulary::{Figure, Part, Subject};

/// A full page of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The story: the decision in short, and each subject in a few paragraphs.
    Story,
    /// The full content of a part.
    Part(Part),
    /// The recorded vote on the resolution with this id.
    Vote(String),
}

impl Route {
    /// Returns every full page of `edition`.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Story]
            .into_iter()
            .chain(Part::all().map(Self::Part))
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    /// Returns the folder of the page within its edition. It ends with a slash, unless it is empty.
    pub fn path(&self) -> String {
        match self {
            Self::Story => String::new(),
            Self::Part(part) => format!("{}/", part.id()),
            Self::Vote(id) => format!("un-history/{id}/"),
        }
    }

    /// Returns the page about the subject of a figure. Returns the story for a figure without a subject.
    pub(super) fn of_figure(figure: Figure) -> Self {
        figure.subject().map_or(Self::Story, Self::from)
    }

    /// Returns the part to which the page belongs. Returns `None` for the story.
    pub(super) fn part(&self) -> Option<Part> {
        match self {
            Self::Story => None,
            Self::Part(part) => Some(*part),
            Self::Vote(_) => Some(Subject::UnHistory.into()),
        }
    }

    /// Returns whether the page needs the app.
    fn has_islands(&self) -> bool {
        match self {
            Self::Story => true,
            Self::Part(part) => part.subject().is_some_and(has_islands),
            Self::Vote(_) => false,
        }
    }
}

impl From<Subject> for Route {
    fn from(subject: Subject) -> Self {
        Self::Part(subject.into())
    }
}

impl Page<'_> {
    /// Returns the address of `path` relative to this page. Such an address works wherever the site is hosted. `path`
    /// is relative to the site's folder.
    pub(super) fn relative_url(&self, path: &str) -> String {
        relative(&self.path(), path)
    }

    /// Returns the page's folder or file within the site.
    pub(super) fn path(&self) -> String {
        self.site.story.folder(self.edition) + &self.path_within()
    }

    /// Returns the page's folder or file within its edition.
    pub(super) fn path_within(&self) -> String {
        self.embed.map_or_else(|| self.path_in_edition(), Embed::path)
    }

    /// Returns the page's folder or file within its edition. For an embed, returns the folder of the full page.
    fn path_in_edition(&self) -> String {
        self.takeaway.map_or_else(|| self.route.path(), |takeaway| takeaway.path().to_owned())
    }

    /// Returns the absolute address of `path`. `path` is relative to the site's folder. Returns `None` if the base URL
    /// is not known.
    pub(super) fn absolute_url(&self, path: &str) -> Option<String> {
        self.site.base_url.map(|base| base.join(path))
    }

    /// Returns each edition with the path of this page in that edition. The path is relative to the site's folder. For
    /// an embed, it is the path of the full page.
    pub(super) fn translations(&self) -> impl Iterator<Item = (&Edition, String)> {
        let story = self.site.story;
        story.editions.iter().map(move |edition| (edition, story.folder(edition) + &self.path_in_edition()))
    }

    /// Returns whether the page shows subjects in short. This applies to the story, the print edition, and the embeds
    /// of a subject and of the whole explainer. The pages of the parts have the rest. Also returns true for the pages
    /// about data and citing, which show no subjects.
    pub(super) fn is_story(&self) -> bool {
        match self.embed {
            Some(Embed::Whole | Embed::Subject(_)) => true,
            Some(Embed::Vote(_) | Embed::Figure(_) | Embed::How) => false,
            None => *self.route == Route::Story && !self.takeaway.is_some_and(Takeaway::holds_everything),
        }
    }

    /// Returns whether the page is the full page about one part or one vote.
    pub(super) fn is_own_page(&self) -> bool {
        self.embed.is_none() && self.takeaway.is_none() && *self.route != Route::Story
    }

    /// Returns whether the page of the route needs the app. Ignores `embed` and `takeaway`.
    pub(super) fn has_app(&self) -> bool {
        self.route.has_islands()
    }

    /// Returns the resolution that the page is about. Returns `None` if this is not the page or the embed of a vote.
    pub(super) fn shared_vote(&self) -> Option<&Resolution> {
        let Route::Vote(shared) = self.route else { return None };
        self.edition.resolutions.iter().find(|resolution| resolution.id == *shared)
    }
}

/// Returns the address of `path` relative to the page `here`. Both are paths within the same folder.
pub(super) fn relative(here: &str, path: &str) -> String {
    // The length of the longest folder path with which both `here` and `path` begin.
    let shared = here.match_indices('/').map(|(index, _)| index + 1).rfind(|end| path.starts_with(&here[..*end])).unwrap_or(0);
    match "../".repeat(here[shared..].matches('/').count()) + &path[shared..] {
        same if same.is_empty() => "./".to_owned(),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn an_address_leaves_out_what_both_paths_share() {
        let check = |here: &str, path: &str, expected: &str| assert_eq!(relative(here, path), expected, "{here} {path}");
        check("", "shift/", "shift/");
        check("shift/", "", "../");
        check("shift/", "shift/", "./");
        check("shift/", "shift/?year=2019", "?year=2019");
        check("shift/", "why/#reasons", "../why/#reasons");
        check("un-history/ga-60-173/", "un-history/", "../");
        check("un-history/ga-60-173/", "un-history/ga-61-174/", "../ga-61-174/");
        check("ja/embed/light/shift/", "ja/embed/shift/", "../../shift/");
        check("offline.html", "data/", "data/");
    }
}
