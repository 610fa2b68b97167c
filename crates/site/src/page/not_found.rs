//! The page for addresses that do not exist. It is in every language, because the language of the reader is not known.

use super::{
    document::{Site, render},
    raw,
};
use story::{BaseUrl, Edition};
use vocabulary::Part;
use yew::prelude::*;

/// The whole HTML of `404.html`. It is sent for any path, so its links start at the site's folder.
pub async fn not_found(site: Site<'_>) -> String {
    let folder = site.base_url.map_or("/", BaseUrl::folder);
    let told: Html = site.story.editions.iter().map(|edition| told(site, edition, folder)).collect();
    let first = site.story.editions.first();
    let (language, title) = first.map_or(("en", ""), |edition| (edition.language.as_str(), edition.labels.missing.title.as_str()));
    let page = html! {
        <html lang={language.to_owned()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <title>{ title }</title>
                <link rel="icon" href={format!("{folder}favicon.svg")} type="image/svg+xml" />
                { raw(format!("<style>{}</style>", site.style(language, "plain"))) }
            </head>
            <body><div class="page plain"><main>{ told }</main></div></body>
        </html>
    };
    format!("<!doctype html>\n{}", render(page).await)
}

fn told(site: Site<'_>, edition: &Edition, folder: &str) -> Html {
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
