//! Makes the complete HTML of an embed. The embed is inserted into the shell, which is the `index.html` that Trunk
//! writes.

use super::Embed;
use crate::page::{
    DocumentError, Page, Places, Site,
    citation::Citations,
    document::{in_shell, render},
    raw,
};
use crate::{scripts::Script, stylesheet::Sheet};
use story::Edition;
use yew::prelude::*;

/// Makes the HTML of `embed` of `edition`.
///
/// # Errors
/// Fails if the shell lacks a text to replace or remove, if the style sheet cannot be made, or if
/// the markup cannot be parsed or rewritten.
pub async fn embed(site: Site<'_>, edition: &Edition, embed: &Embed, places: &Places) -> Result<String, DocumentError> {
    let route = embed.shared();
    let page = Page { site, edition, route: &route, embed: Some(embed), takeaway: None, citations: Citations::default(), places };
    let body = match embed {
        Embed::How => page.snippet_page_body().await + &render(Page::snippet_script()).await,
        _ => page.embed_body(embed).await?,
    };
    let head = render(page.embed_head(embed, &body)?).await;
    in_shell(&page, &head, &body, embed.has_islands())
}

impl Page<'_> {
    /// Renders the elements for `<head>`. The canonical link asks search engines to show the full page instead.
    ///
    /// # Errors
    /// Fails if the style sheet cannot be made.
    fn embed_head(&self, embed: &Embed, body: &str) -> Result<Html, DocumentError> {
        Ok(html! {
            <>
                <title>{ self.labels().share.tab.replace("{title}", &self.embed_title(embed)).replace("{name}", &self.labels().site.name) }</title>
                <meta name="robots" content="noindex, nofollow, noarchive" />
                // This field is from a proposal by which browsers would size a frame by its content.
                <meta name="responsive-embedded-sizing" content="" />
                if let Some(canonical) = self.absolute_url(&self.shared_path()) {
                    <link rel="canonical" href={canonical} />
                }
                // Readers share a figure by the address of its embed, so the embed has the fields for link previews.
                if embed.figure().is_some() {
                    if let Some(own) = self.absolute_url(&self.path()) {
                        <meta property="og:url" content={own} />
                    }
                    <meta name="description" content={self.description()} />
                    { self.preview(&self.embed_title(embed), &self.description()) }
                }
                if *embed != Embed::How {
                    { self.oembed_link(embed, None) }
                }
                <link rel="icon" href={self.relative_url("favicon.svg")} type="image/svg+xml" />
                { self.style(Sheet::Embed, body)? }
                if *embed != Embed::How {
                    { raw(format!("<script>{}</script>", Script::Height.minified())) }
                }
            </>
        })
    }
}
