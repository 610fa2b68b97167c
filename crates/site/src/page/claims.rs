//! Makes the structured data about the checked statements: a `ClaimReview` of schema.org for each
//! of them.

use super::{Page, json_ld::Agent};
use serde::Serialize;
use story::{
    Statement, plain,
    vocabulary::{Speaker, Verdict},
};

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct ClaimReview {
    #[serde(rename = "@context")]
    context: &'static str,
    /// The address of the statement. Search engines require it.
    url: String,
    in_language: String,
    date_published: String,
    date_modified: String,
    author: Agent,
    claim_reviewed: String,
    item_reviewed: Claim,
    review_rating: Rating,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Claim {
    author: Agent,
    #[serde(skip_serializing_if = "Option::is_none")]
    appearance: Option<Quotation>,
}

/// The words in which the article makes the statement.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Quotation {
    text: String,
    in_language: String,
}

/// The verdict in words. It has no number, because the verdicts are not points on a scale.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Rating {
    alternate_name: String,
}

impl Page<'_> {
    /// Returns a review of each checked statement. The list is empty if the base URL is not known.
    pub(super) fn claim_reviews(&self) -> Vec<ClaimReview> {
        let Some(address) = self.absolute_url(&self.shared_path()) else { return Vec::new() };
        let statements = self.edition.statements.iter();
        statements.filter(|statement| has_verdict(statement.verdict)).map(|statement| self.claim_review(statement, &address)).collect()
    }

    fn claim_review(&self, statement: &Statement, address: &str) -> ClaimReview {
        let quotation = |words: &String| Quotation { text: words.clone(), in_language: self.edition.article_language().to_owned() };
        ClaimReview {
            context: "https://schema.org",
            url: format!("{address}#statement-{}", statement.number),
            in_language: self.edition.language.clone(),
            date_published: self.edition.published.to_string(),
            date_modified: self.edition.modified().to_string(),
            author: self.publisher(),
            claim_reviewed: plain(&statement.says),
            item_reviewed: Claim { author: self.claimant(statement.speaker), appearance: statement.words.as_ref().map(quotation) },
            review_rating: Rating { alternate_name: self.labels().word(statement.verdict).to_owned() },
        }
    }

    /// Returns the publisher of the article if the article itself makes the claim. Otherwise returns the kind of
    /// speaker.
    fn claimant(&self, speaker: Speaker) -> Agent {
        let name = match speaker {
            Speaker::Article => self.edition.source(self.edition.article).map(|article| article.publisher.clone()),
            Speaker::GovernmentOfJapan
            | Speaker::UnnamedSources
            | Speaker::NorthKorea
            | Speaker::UnitedNations
            | Speaker::Campaigners
            | Speaker::Press
            | Speaker::OtherGovernments
            | Speaker::Lawmakers => None,
        };
        Agent::organization(name.unwrap_or_else(|| self.labels().word(speaker).to_owned()))
    }
}

/// Returns whether a statement with this verdict was checked.
fn has_verdict(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Confirmed | Verdict::ConfirmedImprecise | Verdict::PartlyDisputed => true,
        Verdict::NotChecked => false,
    }
}
