//! Pages that select the theme of an embed, for sites on which an author pastes only an address. WordPress reads the
//! page at the pasted address. This page links to an oEmbed file, which contains the frame with the theme. A reader who
//! opens the page is redirected to the embed.

use super::Embed;
use crate::page::{Page, Places, Site, citation::Citations, document::render, route::relative};
use story::Edition;
use yew::prelude::*;

/// A fixed theme, which does not follow the reader's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

impl Theme {
    /// Both themes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Returns the name of the theme in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Returns the folder of the page that selects this theme for `embed`. The folder is relative to that of the
    /// edition.
    pub fn path(self, embed: &Embed) -> String {
        embed.path().replacen("embed/", &format!("embed/{}/", self.name()), 1)
    }
}

/// Makes the HTML of the page that selects `theme` for `embed`.
pub async fn themed(site: Site<'_>, edition: &Edition, embed: &Embed, theme: Theme) -> String {
    let route = embed.shared();
    let page =
        Page { site, edition, route: &route, embed: Some(embed), takeaway: None, citations: Citations::default(), places: Places::NONE };
    let title = page.embed_title(embed);
    let folder = site.story.folder(edition);
    let here = format!("{folder}{}", theme.path(embed));
    let framed = relative(&here, &format!("{folder}{}?theme={}", embed.path(), theme.name()));
    let html = html! {
        <html lang={edition.language.clone()}>
            <head>
                <meta charset="utf-8" />
                <title>{ &title }</title>
                <meta name="robots" content="noindex, nofollow, noarchive" />
                <meta http-equiv="refresh" content={format!("0; url={framed}")} />
                if let Some(canonical) = page.absolute_url(&page.shared_path()) {
                    <link rel="canonical" href={canonical} />
                }
                { page.oembed_link(embed, Some(theme)) }
                <link rel="icon" href={relative(&here, "favicon.svg")} type="image/svg+xml" />
            </head>
            <body><p><a href={framed}>{ &title }</a></p></body>
        </html>
    };
    format!("<!doctype html>\n{}", render(html).await)
}
