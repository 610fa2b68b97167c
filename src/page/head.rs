//! What stands in `<head>` and is not the same on every page: title, description, style.

use super::{Page, article::pale_style, numbers::count_style, raw, timeline::span_style, what_changed::year_style};
use serde::Serialize;
use yew::prelude::*;

/// What search engines and link previews are told, in the vocabulary of schema.org.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    #[serde(rename = "@type")]
    kind: &'a str,
    headline: &'a str,
    description: &'a str,
    in_language: &'a str,
    date_published: String,
    date_modified: String,
}

impl Page<'_> {
    /// The elements for `<head>`, with the style sheet inline: one request less before the first paint.
    ///
    /// # Errors
    /// When the description for search engines cannot be written.
    pub(super) fn head(&self, style: &str) -> serde_json::Result<Html> {
        let lead = &self.edition.texts.lead;
        let (published, modified) = (self.edition.published.to_string(), self.edition.reviewed.to_string());
        let described = serde_json::to_string(&NewsArticle {
            context: "https://schema.org",
            kind: "NewsArticle",
            headline: &lead.title,
            description: &lead.description,
            in_language: &self.edition.language,
            date_published: published.clone(),
            date_modified: modified.clone(),
        })?;
        Ok(html! {
            <>
                <title>{ format!("{} – {}", lead.title, self.labels().site.name) }</title>
                <meta name="description" content={lead.description.clone()} />
                <meta property="og:type" content="article" />
                <meta property="og:title" content={lead.title.clone()} />
                <meta property="og:description" content={lead.description.clone()} />
                <meta property="article:published_time" content={published} />
                <meta property="article:modified_time" content={modified} />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                { raw(format!("<style>{style}{}{}{}{}</style>", year_style(self.edition), count_style(self.edition), span_style(self.edition), pale_style())) }
                // A bare `<` could end the script element; JSON can do without.
                { raw(format!("<script type=\"application/ld+json\">{}</script>", described.replace('<', "\\u003c"))) }
            </>
        })
    }
}
