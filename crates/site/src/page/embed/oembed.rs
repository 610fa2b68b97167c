//! The oEmbed answers for pages and embeds. Consumers such as WordPress read them. Each answer is a static JSON file.
//! An embed has further files, one for each theme.
//!
//! The answer is the same for every query in the page's address, so it always frames the default view. The answer also
//! ignores `maxwidth`. This does no harm, because the frame in the answer is as wide as the column around it.
//!
//! From the HTML of an answer, WordPress keeps only a `<blockquote>` with links, and an `<iframe>` after it. If there
//! is a blockquote, WordPress hides the frame and loads its own script. The script shows the frame when the frame has
//! reported its height.

use super::{Embed, Theme};
use crate::page::{PICTURE_SIZE, Page, Places, Route, Site, citation::Citations};
use html_escape::encode_double_quoted_attribute;
use serde::Serialize;
use story::Edition;
use vocabulary::{Figure, Part, Subject};
use yew::prelude::*;

/// The width in the answer, in CSS pixels. Consumers may use another width.
const WIDTH: u16 = 600;
/// The smallest and the largest height that WordPress allows, in CSS pixels.
const HEIGHTS: (u16, u16) = (200, 1000);
/// The time for which consumers may cache the answer, in seconds: one day.
const CACHE_AGE: u32 = 86_400;

#[derive(Serialize)]
struct Answer<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    html: String,
    width: u16,
    height: u16,
    title: String,
    author_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_url: Option<String>,
    provider_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_url: Option<String>,
    cache_age: u32,
    #[serde(flatten)]
    thumbnail: Option<Thumbnail>,
}

/// The page's picture for link previews.
#[derive(Serialize)]
struct Thumbnail {
    #[serde(rename = "thumbnail_url")]
    url: String,
    #[serde(rename = "thumbnail_width")]
    width: u16,
    #[serde(rename = "thumbnail_height")]
    height: u16,
}

/// The page or embed whose address an author pastes.
#[derive(Clone, Debug)]
pub enum Framed {
    /// A full page. The answer frames its compact embed, see [`Embed::compact`].
    Shared(Route),
    /// An embed, optionally with a fixed theme.
    Embed(Embed, Option<Theme>),
}

impl Framed {
    /// Returns all pages and embeds of `edition` that have an oEmbed answer.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let themes = || [None].into_iter().chain(Theme::ALL.map(Some));
        let embeds = Embed::all(edition);
        let embeds = embeds.iter().flat_map(|embed| themes().map(|theme| Self::Embed(embed.clone(), theme)));
        Route::all(edition).into_iter().map(Self::Shared).chain(embeds).collect()
    }

    /// Returns the full page about the same subject.
    fn route(&self) -> Route {
        match self {
            Self::Shared(route) => route.clone(),
            Self::Embed(embed, _) => embed.shared(),
        }
    }

    /// Returns the embed that the `<iframe>` in the answer shows.
    fn embed(&self) -> Embed {
        match self {
            Self::Shared(route) => Embed::compact(route),
            Self::Embed(embed, _) => embed.clone(),
        }
    }

    /// Returns the path of the file with the answer, within the edition's folder.
    fn file(&self) -> String {
        let file_name = |path: &str| path.trim_end_matches('/').replace('/', "-");
        match self {
            Self::Shared(Route::Story) => "oembed/whole.json".to_owned(),
            Self::Shared(route) => format!("oembed/{}.json", file_name(&route.path())),
            Self::Embed(embed, None) => format!("oembed/{}.json", file_name(&embed.path())),
            Self::Embed(embed, Some(theme)) => format!("oembed/{}.json", file_name(&theme.path(embed))),
        }
    }
}

/// Returns the path of the oEmbed file of `framed` within the site, and its JSON. Returns `None` if the base URL is not
/// known.
///
/// # Errors
/// Fails if the answer cannot be serialized.
pub fn oembed(site: Site<'_>, edition: &Edition, framed: &Framed) -> serde_json::Result<Option<(String, String)>> {
    let route = framed.route();
    let embed = framed.embed();
    let own = matches!(framed, Framed::Embed(..)).then_some(&embed);
    let page = Page { site, edition, route: &route, embed: own, takeaway: None, citations: Citations::default(), places: Places::NONE };
    let folder = site.story.folder(edition);
    let (Some(shared), Some(src)) = (page.absolute_url(&page.shared_path()), page.absolute_url(&format!("{folder}{}", embed.path())))
    else {
        return Ok(None);
    };
    let src = match framed {
        Framed::Embed(_, Some(theme)) => format!("{src}?theme={}", theme.name()),
        Framed::Embed(_, None) | Framed::Shared(_) => src,
    };
    let title = own.map_or_else(|| page.title(), |embed| page.embed_title(embed));
    let height = embed.height(edition).clamp(HEIGHTS.0, HEIGHTS.1);
    let [escaped_title, link, src] = [&title, &shared, &src].map(|text| encode_double_quoted_attribute(text));
    // The width is relative, because a width in pixels could be too wide for a phone.
    let html = format!(
        "<blockquote><a href=\"{link}\">{escaped_title}</a></blockquote>\
         <iframe src=\"{src}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" marginwidth=\"0\" marginheight=\"0\" title=\"{escaped_title}\"></iframe>"
    );
    let (provider, provider_url) = page.publication();
    // `site.toml` has no address for an author.
    let (author, author_url) = match &site.story.imprint.author {
        Some(author) => (author.as_str(), None),
        None => (provider, provider_url.clone()),
    };
    let answer = Answer {
        version: "1.0",
        kind: "rich",
        html,
        width: WIDTH,
        height,
        title,
        author_name: author,
        author_url,
        provider_name: provider,
        provider_url,
        cache_age: CACHE_AGE,
        thumbnail: page.picture_address().map(|url| Thumbnail { url, width: PICTURE_SIZE.0, height: PICTURE_SIZE.1 }),
    };
    Ok(Some((folder + &framed.file(), serde_json::to_string(&answer)?)))
}

impl Embed {
    /// Returns the embed that represents the page `route` in an oEmbed answer. For two subjects, this is a figure,
    /// which is not as high as the whole part.
    pub(super) fn compact(route: &Route) -> Self {
        match route {
            Route::Story => Self::Whole,
            Route::Part(Part::Subject(Subject::Shift)) => Self::Figure(Figure::Stairs),
            Route::Part(Part::Subject(Subject::Abductions)) => Self::Figure(Figure::Names),
            Route::Part(Part::Subject(subject)) => Self::Subject(*subject),
            Route::Part(Part::Glossary | Part::Sources | Part::About) => Self::Whole,
            Route::Vote(id) => Self::Vote(id.clone()),
        }
    }
}

impl Page<'_> {
    /// Returns the path of the oEmbed file for this full page, within the site.
    pub(in crate::page) fn oembed_path(&self) -> String {
        self.site.story.folder(self.edition) + &Framed::Shared(self.route.clone()).file()
    }

    /// Renders the `<link>` to the oEmbed file of `embed` in `theme`. Renders nothing if the base URL is not known.
    pub(super) fn oembed_link(&self, embed: &Embed, theme: Option<Theme>) -> Html {
        let file = Framed::Embed(embed.clone(), theme).file();
        match self.absolute_url(&(self.site.story.folder(self.edition) + &file)) {
            Some(address) => {
                html! { <link rel="alternate" type="application/json+oembed" title={self.embed_title(embed)} href={address} /> }
            }
            None => Html::default(),
        }
    }
}
