//! Which page of an edition holds which place.

use super::{
    Page, Site,
    citation::Citations,
    document::{DocumentError, render},
    rewrite_links::ids,
    route::Route,
};
use std::collections::BTreeMap;
use story::Edition;
use vocabulary::{Subject, Vocabulary};

/// The pages of the places of an edition, by the ids of the places. A place that is not listed is on the first page.
#[derive(Debug, Default)]
pub struct Places(BTreeMap<String, Subject>);

impl Places {
    /// No places: every link leads to the first page.
    pub(super) const NONE: &'static Self = &Self(BTreeMap::new());

    /// Finds the places of `edition` by rendering each subject.
    ///
    /// # Errors
    /// If the markup cannot be parsed.
    pub async fn find(site: Site<'_>, edition: &Edition) -> Result<Self, DocumentError> {
        let mut places = BTreeMap::new();
        for (_, subject) in Subject::WORDS {
            let route = Route::Subject(*subject);
            let page =
                Page { site, edition, route: &route, embed: None, takeaway: None, citations: Citations::default(), places: Self::NONE };
            for id in ids(&render(page.subject(*subject).await).await)? {
                places.entry(id).or_insert(*subject);
            }
        }
        Ok(Self(places))
    }

    /// The path within the edition of the page that holds the place `id`, with the place.
    pub(crate) fn address(&self, id: &str) -> String {
        let page = self.0.get(id).map_or(Route::Whole, |subject| Route::Subject(*subject));
        format!("{}#{id}", page.path())
    }
}
