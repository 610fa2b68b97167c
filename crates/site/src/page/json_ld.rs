//! Makes the description of a page for search engines, in the vocabulary of schema.org.

use super::{Page, citation::Chapter, corrections::CorrectionComment};
use serde::Serialize;

/// The description of a page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NewsArticle {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: String,
    description: String,
    in_language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    date_published: String,
    date_modified: String,
    author: Agent,
    publisher: Agent,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<String>,
    is_based_on: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<CorrectionComment>,
}

/// An author, a publisher or a claimant.
#[derive(Clone, Serialize)]
#[serde(tag = "@type")]
pub(super) enum Agent {
    Organization {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        logo: Option<Logo>,
    },
    Person {
        name: String,
    },
}

#[derive(Clone, Serialize)]
#[serde(tag = "@type", rename = "ImageObject")]
pub(super) struct Logo {
    url: String,
}

impl Agent {
    /// Returns an organisation with only a name.
    pub(super) fn organization(name: String) -> Self {
        Self::Organization { name, url: None, logo: None }
    }
}

impl Page<'_> {
    /// Returns the publisher. If `site.toml` names none, returns the explainer itself.
    pub(super) fn publisher(&self) -> Agent {
        match &self.site.story.imprint.publisher {
            Some(publisher) => Agent::Organization {
                name: publisher.name.clone(),
                url: publisher.url.clone(),
                logo: publisher.logo.clone().map(|url| Logo { url }),
            },
            None => Agent::Organization { name: self.labels().site.name.clone(), url: self.absolute_url(""), logo: None },
        }
    }

    /// Returns the name and the address of the publisher. If `site.toml` names none, returns those of the explainer
    /// itself.
    pub(super) fn publication(&self) -> (&str, Option<String>) {
        match &self.site.story.imprint.publisher {
            Some(publisher) => (&publisher.name, publisher.url.clone()),
            None => (&self.labels().site.name, self.absolute_url(&self.site.story.folder(self.edition))),
        }
    }

    /// Returns the author. If `site.toml` names none, returns the publisher.
    fn author(&self) -> Agent {
        self.site.story.imprint.author.clone().map_or_else(|| self.publisher(), |name| Agent::Person { name })
    }
}

/// The maximum number of sources in the description.
const MOST_SOURCES: usize = 40;

/// Makes the description of `page`. It has the addresses of at most [`MOST_SOURCES`] sources. On the page of a vote,
/// these are sources of the resolution. On the page of a part, the part cites them. On other pages, the opening does.
pub(super) fn json_ld(page: &Page<'_>) -> NewsArticle {
    let sources = match page.shared_vote() {
        Some(resolution) => resolution.sources.iter().copied().collect(),
        None => page.citations.in_chapter(Chapter::of(page.route)),
    };
    // The address of one source may be the address of a copy of another source. Such addresses are left out.
    let is_no_copy = |address: &String| page.edition.sources.iter().all(|source| source.copy.as_ref() != Some(address));
    NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: page.title(),
        description: page.description(),
        in_language: page.edition.language.clone(),
        image: page.picture_address(),
        date_published: page.edition.published.to_string(),
        date_modified: page.edition.modified().to_string(),
        author: page.author(),
        publisher: page.publisher(),
        main_entity_of_page: page.absolute_url(&page.shared_path()),
        is_based_on: sources
            .into_iter()
            .filter_map(|number| page.edition.source(number)?.url.clone())
            .filter(is_no_copy)
            .take(MOST_SOURCES)
            .collect(),
        correction: page.correction_comments(),
    }
}
