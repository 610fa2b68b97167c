//! Renders the elements of `<head>` that differ from page to page: the title, the description, the addresses, the link
//! preview, the style, and the structured data for search engines.

use super::{
    DocumentError, Page, article::pale_style, counts::count_style, empty_years::empty_years_style, footer::FEED, json_ld::json_ld,
    landmarks::landmark_style, raw, route::Route, shift::year_style, timeline::span_style,
};
use crate::stylesheet::Sheet;
use vocabulary::Subject;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the elements for `<head>`. The style sheet is inline, which saves a request before
    /// the first paint. `body` must have been rendered from this [`Page`], because rendering
    /// records the sources that the description for search engines names.
    ///
    /// # Errors
    /// Fails if the description for search engines cannot be serialized, or if the style sheet
    /// cannot be made.
    pub(super) fn head(&self, body: &str) -> Result<Html, DocumentError> {
        let mut descriptions = vec![serde_json::to_string(&json_ld(self))?];
        if *self.route == Route::from(Subject::Article) {
            let reviews = self.claim_reviews();
            if !reviews.is_empty() {
                descriptions.push(serde_json::to_string(&reviews)?);
            }
        }
        Ok(html! {
            <>
                <title>{ self.tab_title() }</title>
                <meta name="description" content={self.description()} />
                { self.addresses() }
                { self.preview(&self.title(), &self.description()) }
                <link rel="icon" href={self.relative_url("favicon.svg")} type="image/svg+xml" />
                { self.style(Sheet::Web, body)? }
                { for descriptions.iter().map(|description| in_script(description)) }
            </>
        })
    }

    /// Renders the rules that `body` uses, from the style sheet and from the generated CSS. The
    /// generated CSS is for native controls, for the positions of the landmarks, and for the years
    /// without events.
    ///
    /// # Errors
    /// Fails if the style sheet cannot be made.
    pub(super) fn style(&self, sheet: Sheet, body: &str) -> Result<Html, DocumentError> {
        let edition = self.edition;
        // At each press, browsers evaluate rules with `:has()` even if these rules match no element of the page. So
        // only pages with the filters of the timeline or of the statements have the rules for these filters.
        let has = |class: &str| body.contains(&format!("class=\"{class}"));
        let mut choices = [year_style(edition), count_style(edition), landmark_style(edition)].concat();
        if has("years\"") {
            choices += &[span_style(edition), empty_years_style(edition)].concat();
        }
        if has("choices stand-out") {
            choices += &pale_style();
        }
        let used = self.site.styles.used_by(body, &edition.language, sheet, &choices).map_err(DocumentError::Style)?;
        Ok(raw(format!("<style>{used}</style>")))
    }

    /// Renders the link to the oEmbed file, and the links of [`Self::translated_addresses`]. Renders nothing if the
    /// base URL is not known, because these addresses must be absolute.
    fn addresses(&self) -> Html {
        let Some(oembed) = self.absolute_url(&self.oembed_path()) else { return Html::default() };
        html! {
            <>
                // This link comes first, because WordPress looks for it only in the first part of the page.
                <link rel="alternate" type="application/json+oembed" title={self.title()} href={oembed} />
                { self.translated_addresses() }
            </>
        }
    }

    /// Renders the links to the page's own address, to its translations and to the feed. Renders nothing if the base
    /// URL is not known.
    pub(super) fn translated_addresses(&self) -> Html {
        let Some(canonical) = self.absolute_url(&self.path()) else { return Html::default() };
        let alternate = |language: &str, path: &str| {
            html! { <link rel="alternate" hreflang={language.to_owned()} href={self.absolute_url(path)} /> }
        };
        let translations: Vec<_> = self.translations().collect();
        html! {
            <>
                <link rel="canonical" href={canonical.clone()} />
                <meta property="og:url" content={canonical} />
                <link rel="alternate" type="application/atom+xml" title={self.labels().footer.feed.clone()} href={self.absolute_url(&(self.site.story.folder(self.edition) + FEED))} />
                if let [(_, default), _, ..] = &translations[..] {
                    { for translations.iter().map(|(edition, path)| alternate(&edition.language, path)) }
                    { alternate("x-default", default) }
                }
            </>
        }
    }

    /// Renders the fields for link previews. X (formerly Twitter) reads the Open Graph fields too, unless a page has
    /// the corresponding `twitter:` field.
    pub(super) fn preview(&self, title: &str, description: &str) -> Html {
        let labels = &self.labels().site;
        let others = self.translations().filter(|(edition, _)| edition.language != self.edition.language);
        // The pages about data and citing are not articles.
        let kind = if self.takeaway.is_some() { "website" } else { "article" };
        html! {
            <>
                <meta property="og:type" content={kind} />
                <meta property="og:site_name" content={self.publication().0.to_owned()} />
                <meta property="og:title" content={title.to_owned()} />
                <meta property="og:description" content={description.to_owned()} />
                <meta property="og:locale" content={labels.locale.clone()} />
                { for others.map(|(edition, _)| html! {
                    <meta property="og:locale:alternate" content={edition.labels.site.locale.clone()} />
                }) }
                { self.picture() }
                <meta property="article:published_time" content={self.edition.published.to_string()} />
                <meta property="article:modified_time" content={self.edition.modified().to_string()} />
                <meta property="article:section" content={labels.section.clone()} />
                { for labels.tags.split(',').map(|tag| html! { <meta property="article:tag" content={tag.trim().to_owned()} /> }) }
                <meta name="twitter:card" content="summary_large_image" />
            </>
        }
    }
}

/// Renders the script element with a description for search engines. Escapes `<`, because `</script>` would end the
/// element.
pub(super) fn in_script(description: &str) -> Html {
    raw(format!("<script type=\"application/ld+json\">{}</script>", description.replace('<', "\\u003c")))
}
