//! Finds the page of each place in the story and its parts. A place is an element with an id, to which links can lead.

use super::{
    Page, Site,
    citation::Citations,
    document::{DocumentError, render},
    reading_times::ReadingTimes,
    rewrite_links::ids,
    route::Route,
};
use std::collections::BTreeMap;
use story::Edition;
use vocabulary::Part;
use yew::Html;

/// The name of the file that lists the places of an edition by page. Each edition's folder has such a file.
pub const PLACES: &str = "places.json";

/// The page of each place in the story and its parts, and the reading times.
#[derive(Debug, Default)]
pub struct Places {
    /// The part whose page has each place, by the id of the place. If the pages of several parts have a place with the
    /// same id, the value is the first of these parts in the order of [`Part::all`].
    pages: BTreeMap<String, Part>,
    /// The ids of the places that are only in the story.
    only_in_story: Vec<String>,
    pub(super) reading_times: ReadingTimes,
}

impl Places {
    /// No places and no reading times. [`Self::address`] then leads to the story for every id.
    pub(super) const NONE: &'static Self = &Self { pages: BTreeMap::new(), only_in_story: Vec::new(), reading_times: ReadingTimes::NONE };

    /// Finds the places of `edition` and estimates the reading times, by rendering each part and the story.
    ///
    /// # Errors
    /// Fails if the markup cannot be parsed.
    pub async fn find(site: Site<'_>, edition: &Edition) -> Result<Self, DocumentError> {
        let mut places = Self::default();
        let times = &mut places.reading_times;
        for part in Part::all() {
            let route = Route::Part(part);
            let html = render(page(site, edition, &route).whole_part(part).await).await;
            for id in ids(&html)? {
                places.pages.entry(id).or_insert(part);
            }
            times.add_part(part, &edition.language, &html)?;
        }
        let story = page(site, edition, &Route::Story);
        let opening: Html = [story.masthead(), story.in_short()].into_iter().collect();
        let html = render(story.story().await).await;
        times.set_story(&edition.language, &render(opening).await, &html)?;
        places.only_in_story = ids(&html)?.into_iter().filter(|id| !places.pages.contains_key(id)).collect();
        Ok(places)
    }

    /// Returns the path, within the edition, of the page that has the place `id`. The path ends with the fragment
    /// `#id`. An unknown id leads to the story.
    pub(crate) fn address(&self, id: &str) -> String {
        let page = self.pages.get(id).map_or(Route::Story, |part| Route::Part(*part));
        format!("{}#{id}", page.path())
    }

    /// Returns the ids of the places by the path of their page. The entry of the story has only the places that no page
    /// of a part has. If a page lacks the target of the address's fragment, a script uses these ids to forward the
    /// reader to the page that has the target.
    pub(crate) fn by_page(&self) -> BTreeMap<String, Vec<&str>> {
        let mut pages = BTreeMap::from([(Route::Story.path(), self.only_in_story.iter().map(String::as_str).collect::<Vec<_>>())]);
        for (id, part) in &self.pages {
            pages.entry(Route::Part(*part).path()).or_default().push(id);
        }
        pages
    }
}

fn page<'a>(site: Site<'a>, edition: &'a Edition, route: &'a Route) -> Page<'a> {
    Page { site, edition, route, embed: None, takeaway: None, citations: Citations::default(), places: Places::NONE }
}
