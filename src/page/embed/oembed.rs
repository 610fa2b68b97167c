//! What oEmbed consumers such as WordPress are told about a page to share: static JSON, one file a page and language.
//!
//! WordPress keeps of the markup only what stands here, and only in this order: with the quotation first it loads its
//! own script, which shows the frame once that has said its height.

use super::{Embed, snippet::escaped};
use crate::page::{PICTURE_SIZE, Page, Route, Site, citation::Citations};
use serde::Serialize;
use story::Edition;

/// The width that is asked for; consumers have their own.
const WIDTH: u16 = 600;
/// The heights that WordPress allows.
const HEIGHTS: (u16, u16) = (200, 1000);
/// How long the answer may be kept, in seconds: a day.
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
    author_url: String,
    provider_name: &'a str,
    provider_url: String,
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

/// The file within the site's folder and the JSON in it, where it is known where the site will stand.
///
/// # Errors
/// When the JSON cannot be written.
pub fn oembed(site: Site<'_>, edition: &Edition, route: &Route) -> serde_json::Result<Option<(String, String)>> {
    let page = Page { site, edition, route, embed: None, takeaway: None, citations: Citations::default() };
    let embed = Embed::compact(route);
    let folder = site.story.folder(edition);
    let (Some(shared), Some(framed), Some(home)) =
        (page.address(&page.path()), page.address(&format!("{folder}{}", embed.path())), page.address(&folder))
    else {
        return Ok(None);
    };
    let height = embed.height().clamp(HEIGHTS.0, HEIGHTS.1);
    let [title, link, src] = [&page.title(), &shared, &framed].map(|text| escaped(text));
    let html = format!(
        "<blockquote><a href=\"{link}\">{title}</a></blockquote>\
         <iframe src=\"{src}\" width=\"{WIDTH}\" height=\"{height}\" frameborder=\"0\" marginwidth=\"0\" marginheight=\"0\" title=\"{title}\"></iframe>"
    );
    let name = &page.labels().site.name;
    let answer = Answer {
        version: "1.0",
        kind: "rich",
        html,
        width: WIDTH,
        height,
        title: page.title(),
        author_name: name,
        author_url: home.clone(),
        provider_name: name,
        provider_url: home,
        cache_age: CACHE_AGE,
        thumbnail: page.picture_address().map(|url| Thumbnail { url, width: PICTURE_SIZE.0, height: PICTURE_SIZE.1 }),
    };
    Ok(Some((page.oembed_path(), serde_json::to_string(&answer)?)))
}

impl Embed {
    /// What shows most of a page to share within a thousand pixels.
    fn compact(route: &Route) -> Self {
        match route {
            Route::Whole => Self::Whole,
            Route::Part("shift") => Self::Lanes,
            Route::Part("abductions") => Self::Numbers,
            Route::Part(part) => Self::Part(part),
            Route::Vote(id) => Self::Vote(id.clone()),
        }
    }
}

impl Page<'_> {
    /// The file within the site's folder that describes this page to share.
    pub(in crate::page) fn oembed_path(&self) -> String {
        let name = match self.route.path().trim_end_matches('/') {
            "" => "whole".to_owned(),
            path => path.replace('/', "-"),
        };
        format!("{}oembed/{name}.json", self.site.story.folder(self.edition))
    }
}
