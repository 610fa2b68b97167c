//! Renders the page for addresses that do not exist. The page has a message in every language, because the language of
//! the reader is not known.

use super::{
    document::{DocumentError, Site, render},
    raw,
};
use crate::stylesheet::Sheet;
use story::{BaseUrl, Edition};
use vocabulary::Part;
use yew::prelude::*;

/// Makes the HTML of `404.html`. Hosts send this page for missing pages in any folder, so its links are absolute paths
/// that start with the site's folder.
///
/// # Errors
/// Fails if the style sheet cannot be written.
pub async fn not_found(site: Site<'_>) -> Result<String, DocumentError> {
    let folder = site.base_url.map_or("/", BaseUrl::folder);
    let messages: Html = site.story.editions.iter().map(|edition| message(site, edition, folder)).collect();
    let first = site.story.editions.first();
    let (language, title) = first.map_or(("en", ""), |edition| (edition.language.as_str(), edition.labels.missing.title.as_str()));
    let body = render(html! { <div class="page plain"><main>{ messages }</main></div> }).await;
    let style = site.styles.used_by(&body, language, Sheet::Plain, "").map_err(DocumentError::Style)?;
    let page = html! {
        <html lang={language.to_owned()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <title>{ title }</title>
                <link rel="icon" href={format!("{folder}favicon.svg")} type="image/svg+xml" />
                { raw(format!("<style>{style}</style>")) }
            </head>
            <body>{ raw(body) }</body>
        </html>
    };
    Ok(format!("<!doctype html>\n{}", render(page).await))
}

fn message(site: Site<'_>, edition: &Edition, folder: &str) -> Html {
    let own = format!("{folder}{}", site.story.folder(edition));
    let missing = &edition.labels.missing;
    html! {
        <section lang={edition.language.clone()}>
            <h1>{ &missing.title }</h1>
            <p>{ &missing.text }</p>
            <ul>
                <li><a href={own.clone()}>{ &edition.texts.lead.title }</a></li>
                { for Part::all().map(|part| html! {
                    <li><a href={format!("{own}{}/", part.id())}>{ &edition.texts.part(part).title }</a></li>
                }) }
            </ul>
        </section>
    }
}
