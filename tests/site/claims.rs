//! Checks the `ClaimReview` descriptions for search engines. The page about the article has one description for each
//! statement that was checked. The other shared pages have none.

use crate::shared::{descriptions, for_each_page};
use serde_json::Value;
use story::{Edition, Statement, plain, vocabulary::Verdict};
use tests::written::{self, base_url};

/// Returns the claim reviews among the JSON-LD descriptions of a page. The claim reviews are in an array. The other
/// descriptions are objects.
fn reviews(descriptions: Vec<Value>) -> Vec<Value> {
    descriptions.into_iter().filter_map(|described| described.as_array().cloned()).flatten().collect()
}

fn reviewed(edition: &Edition) -> impl Iterator<Item = &Statement> {
    edition.statements.iter().filter(|statement| statement.verdict != Verdict::NotChecked)
}

#[test]
fn the_article_is_reviewed_on_its_page_alone() {
    for_each_page(|edition, path, head| {
        let found = reviews(descriptions(head, path)).len();
        let expected = if path.ends_with("/article/") { reviewed(edition).count() } else { 0 };
        assert_eq!(found, expected, "{path}");
    });
}

#[test]
fn a_review_has_the_required_fields() {
    let story = written::story();
    let publisher = |edition: &Edition| {
        let named = story.imprint.publisher.as_ref().map(|publisher| publisher.name.clone());
        named.unwrap_or_else(|| edition.labels.site.name.clone())
    };
    for_each_page(|edition, path, head| {
        for (review, statement) in reviews(descriptions(head, path)).iter().zip(reviewed(edition)) {
            let place = base_url().join(&format!("{}article/#statement-{}", story.folder(edition), statement.number));
            assert_eq!(review["@context"], "https://schema.org");
            assert_eq!(review["@type"], "ClaimReview");
            assert_eq!(review["url"], place);
            assert_eq!(review["inLanguage"], edition.language);
            assert_eq!(review["datePublished"], edition.published.to_string());
            assert_eq!(review["claimReviewed"], plain(&statement.says));
            assert_eq!(review["author"]["@type"], "Organization");
            assert_eq!(review["author"]["name"], publisher(edition));
            assert_eq!(review["itemReviewed"]["@type"], "Claim");
            assert_eq!(review["itemReviewed"]["author"]["@type"], "Organization");
            let claimant = review["itemReviewed"]["author"]["name"].as_str();
            assert!(claimant.is_some_and(|name| !name.is_empty()), "statement {} has no claimant", statement.number);
            assert_eq!(review["itemReviewed"]["appearance"]["text"].as_str(), statement.words.as_deref());
        }
    });
}

#[test]
fn a_verdict_is_given_in_words_and_never_in_numbers() {
    for_each_page(|edition, path, head| {
        for (review, statement) in reviews(descriptions(head, path)).iter().zip(reviewed(edition)) {
            let rating = review["reviewRating"].as_object().expect("it has the verdict");
            assert_eq!(rating["@type"], "Rating");
            assert_eq!(rating["alternateName"], edition.labels.word(statement.verdict));
            assert_eq!(rating.len(), 2, "{path}: {rating:?}");
        }
    });
}
