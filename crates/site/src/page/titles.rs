//! Makes the title and the description of a page, for its `<title>`, search engines and link previews.

use super::{Page, route::Route};
use story::Prose;

impl Page<'_> {
    /// Returns the title of the page, without the name of the site.
    pub(super) fn title(&self) -> String {
        match self.shared_vote() {
            Some(resolution) => self.about_vote(resolution, &self.labels().share.vote_title),
            None => self.page_prose().title.clone(),
        }
    }

    /// Returns the description of the page.
    pub(super) fn description(&self) -> String {
        match self.shared_vote() {
            Some(resolution) => self.about_vote(resolution, &self.labels().share.vote_description),
            None => self.page_prose().description.clone(),
        }
    }

    /// Returns the texts of the page's part, or of the story's opening.
    fn page_prose(&self) -> &Prose {
        let texts = &self.edition.texts;
        self.route.part().map_or(&texts.lead, |part| texts.part(part))
    }

    /// Returns the title for the browser's tab: the title of the page, followed by the title of the story. For the
    /// story itself, the name of the site follows.
    pub(super) fn tab_title(&self) -> String {
        let name = match self.route {
            Route::Story => &self.labels().site.name,
            Route::Part(_) | Route::Vote(_) => &self.edition.texts.lead.title,
        };
        self.labels().share.tab.replace("{title}", &self.title()).replace("{name}", name)
    }
}
