//! Finds the page of each place of an edition, and the reading time of each page.

use super::{
    Page, Site,
    citation::Citations,
    document::{DocumentError, render},
    reading_time,
    rewrite_links::ids,
    route::Route,
};
use explainer::view::Depth;
use lol_html::{RewriteStrSettings, element, errors::RewritingError, rewrite_str};
use std::collections::BTreeMap;
use story::Edition;
use vocabulary::Part;
use yew::Html;

/// The name of the file, within an edition's folder, with the places of each page.
pub const PLACES: &str = "places.json";

/// The pages of an edition: their places and their reading times.
#[derive(Debug, Default)]
pub struct Places {
    /// The part whose page has a place, by the id of the place. A place without an entry is in the story.
    pages: BTreeMap<String, Part>,
    /// The ids of the places that are only in the story.
    only_in_story: Vec<String>,
    /// The minutes to read each part in full.
    parts: BTreeMap<Part, usize>,
    /// The minutes to read the opening of the story.
    in_short: usize,
    /// The minutes to read the story with its cards closed.
    story: usize,
}

impl Places {
    /// No places and no reading times. Every link leads to the story.
    pub(super) const NONE: &'static Self =
        &Self { pages: BTreeMap::new(), only_in_story: Vec::new(), parts: BTreeMap::new(), in_short: 0, story: 0 };

    /// Finds the places of `edition` and measures its pages, by rendering each part.
    ///
    /// # Errors
    /// Fails if the markup cannot be parsed.
    pub async fn find(site: Site<'_>, edition: &Edition) -> Result<Self, DocumentError> {
        let mut places = Self::default();
        let minutes = |html: &str| reading_time::minutes(&edition.language, html);
        for part in Part::all() {
            let route = Route::Part(part);
            let html = render(page(site, edition, &route).whole_part(part).await).await;
            for id in ids(&html)? {
                places.pages.entry(id).or_insert(part);
            }
            places.parts.insert(part, minutes(&html)?);
        }
        let story = page(site, edition, &Route::Story);
        let opening: Html = [story.masthead(), story.in_short()].into_iter().collect();
        places.in_short = minutes(&render(opening).await)?;
        let html = render(story.story().await).await;
        places.story = minutes(&without_cards(&html)?)?;
        places.only_in_story = ids(&html)?.into_iter().filter(|id| !places.pages.contains_key(id)).collect();
        Ok(places)
    }

    /// Returns the path within the edition of the page that has the place `id`, with the fragment.
    pub(crate) fn address(&self, id: &str) -> String {
        let page = self.pages.get(id).map_or(Route::Story, |part| Route::Part(*part));
        format!("{}#{id}", page.path())
    }

    /// Returns the ids of the places on each page, by the page's path. A script forwards links to a page that lacks the place.
    pub(crate) fn by_page(&self) -> BTreeMap<String, Vec<&str>> {
        let mut pages = BTreeMap::from([(Route::Story.path(), self.only_in_story.iter().map(String::as_str).collect::<Vec<_>>())]);
        for (id, part) in &self.pages {
            pages.entry(Route::Part(*part).path()).or_default().push(id);
        }
        pages
    }

    /// Returns the minutes to read a part in full. Returns `None` for the glossary, the sources and the part about the explainer.
    pub(super) fn minutes(&self, part: Part) -> Option<usize> {
        part.subject()?;
        self.parts.get(&part).copied()
    }

    /// Returns the minutes to read the explainer at `depth`.
    pub(super) fn minutes_at(&self, depth: Depth) -> usize {
        match depth {
            Depth::Brief => self.in_short,
            Depth::Standard => self.story,
            Depth::Everything => self.in_short + self.parts.keys().filter_map(|part| self.minutes(*part)).sum::<usize>(),
        }
    }
}

fn page<'a>(site: Site<'a>, edition: &'a Edition, route: &'a Route) -> Page<'a> {
    Page { site, edition, route, embed: None, takeaway: None, citations: Citations::default(), places: Places::NONE }
}

/// Removes the bodies of the cards, and the dialogs, from `html`.
fn without_cards(html: &str) -> Result<String, RewritingError> {
    let remove = element!("details > .card-body, dialog", |body| {
        body.remove();
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(remove))
}
