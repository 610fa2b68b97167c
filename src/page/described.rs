//! What search engines are told about a page, in the vocabulary of schema.org.

use super::{Page, corrections::CorrectionComment};
use serde::Serialize;

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
    author: Organization,
    publisher: Organization,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<String>,
    is_based_on: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<CorrectionComment>,
}

#[derive(Serialize)]
struct Organization {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// The description of `page`, based on the sources of the roll call or the part at which it opens.
pub(super) fn described(page: &Page<'_>) -> NewsArticle {
    let organization = || Organization { kind: "Organization", name: page.labels().site.name.clone(), url: page.address("") };
    let sources = match page.shared_vote() {
        Some(resolution) => resolution.sources.iter().copied().collect(),
        None => page.citations.in_part(page.route.part().unwrap_or("opening")),
    };
    NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: page.title(),
        description: page.description(),
        in_language: page.edition.language.clone(),
        image: page.picture_address(),
        date_published: page.edition.published.to_string(),
        date_modified: page.edition.modified().to_string(),
        author: organization(),
        publisher: organization(),
        main_entity_of_page: page.address(&page.shared_path()),
        is_based_on: sources.into_iter().filter_map(|number| page.edition.source(number)?.url.clone()).collect(),
        correction: page.correction_comments(),
    }
}
