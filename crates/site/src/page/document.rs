//! The whole HTML of a page, put into the shell that Trunk made.

use super::{
    Page, Places,
    citation::Citations,
    outline::outlined,
    rewrite_links::{Opens, rewrite},
    route::Route,
};
use crate::stylesheet::Styles;
use lol_html::errors::RewritingError;
use std::fmt;
use story::{BaseUrl, Edition, PartialDate, Story};
use vocabulary::Subject;
use yew::{LocalServerRenderer, prelude::*};

/// What all pages of the site are made with.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What they say.
    pub story: &'a Story,
    /// Where they will stand, if that is known.
    pub base_url: Option<&'a BaseUrl>,
    /// Trunk's `index.html`.
    pub shell: &'a str,
    /// The style sheets.
    pub styles: &'a Styles,
    /// The day of the copy that these pages are, if they are one that will not change any more.
    pub frozen: Option<PartialDate>,
    /// The days of all such copies, in order.
    pub versions: &'a [PartialDate],
}

/// Why a page could not be made.
#[derive(Debug)]
pub enum DocumentError {
    /// The shell lacks a place that has to be filled.
    Shell(&'static str),
    /// The description for search engines could not be written.
    Description(serde_json::Error),
    /// The markup of a page could not be rewritten.
    Markup(RewritingError),
    /// The style sheet of a page could not be written.
    Style(String),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shell(place) => write!(f, "index.html has no `{place}`; put it back"),
            Self::Description(error) => write!(f, "the description for search engines cannot be written: {error}"),
            Self::Markup(error) => write!(f, "the markup cannot be rewritten: {error}"),
            Self::Style(error) => write!(f, "the style sheet cannot be written: {error}"),
        }
    }
}

impl std::error::Error for DocumentError {}

impl From<RewritingError> for DocumentError {
    fn from(error: RewritingError) -> Self {
        Self::Markup(error)
    }
}

impl From<serde_json::Error> for DocumentError {
    fn from(error: serde_json::Error) -> Self {
        Self::Description(error)
    }
}

/// How Trunk names its own files; the way to them depends on the page.
const TRUNK_FOLDER: &str = "=\"./";
/// The start of Trunk's script in the shell.
const APP: &str = "<script type=\"module\" id=\"app\"";

/// The page `route` of `edition` as HTML. `places` says where links to other pages lead.
///
/// # Errors
/// When the shell lacks a place to fill, the description for search engines cannot be written, or the markup cannot be
/// rewritten.
pub async fn document(site: Site<'_>, edition: &Edition, route: &Route, places: &Places) -> Result<String, DocumentError> {
    let page = Page { site, edition, route, embed: None, takeaway: None, citations: Citations::default(), places };
    let body = match route {
        Route::Story => page.linked_up(page.story().await).await?,
        Route::Part(part) => page.linked_up(page.part_page(*part).await).await?,
        Route::Vote(_) => page.linked_up(page.vote_page()).await?,
    };
    let styled = if *route == Route::from(Subject::UnHistory) { body.clone() + &render(page.later_answers()).await } else { body.clone() };
    let head = render(page.head(&styled)?).await;
    in_shell(&page, &head, &body, page.has_app())
}

/// `head` and `body` in Trunk's shell, with the app or without it.
pub(super) fn in_shell(page: &Page<'_>, head: &str, body: &str, has_app: bool) -> Result<String, DocumentError> {
    let html = fill(page.site.shell, "<html ", &format!("<html lang=\"{}\" ", page.edition.language))?;
    let html = html.replace(TRUNK_FOLDER, &format!("=\"{}", page.relative_url("")));
    let html = fill(&html, "<!-- head -->", head)?;
    // Trunk puts its script at the end of <body>; the page comes before it.
    let html = fill(&html, "<!-- page -->", body)?;
    if has_app {
        return Ok(html);
    }
    // Nothing moves, so nothing has to be fetched.
    let (before, app) = html.split_once(APP).ok_or(DocumentError::Shell(APP))?;
    let (_, after) = app.split_once("</script>").ok_or(DocumentError::Shell("</script>"))?;
    Ok(format!("{before}{after}"))
}

impl Page<'_> {
    /// The markup of `content` with its links to other pages rewritten, and with the popovers that it needs.
    async fn linked_up(&self, content: Html) -> Result<String, RewritingError> {
        let content = outlined(&render(content).await)?;
        let popovers = render(self.popovers(&content)?).await;
        let elsewhere = |id: &str| self.url_of(&self.places.address(id));
        Ok(rewrite(&(content + &popovers), Opens::Here, elsewhere)? + &render(self.dialogs()).await)
    }
}

/// `html` with `with` in the place of `place`.
pub(super) fn fill(html: &str, place: &'static str, with: &str) -> Result<String, DocumentError> {
    let (before, after) = html.split_once(place).ok_or(DocumentError::Shell(place))?;
    Ok(format!("{before}{with}{after}"))
}

/// Renders markup that will not be hydrated, so without markers.
pub(super) async fn render(markup: Html) -> String {
    LocalServerRenderer::<Markup>::with_props(MarkupProps { markup }).hydratable(false).render().await
}

#[derive(Clone, PartialEq, Properties)]
struct MarkupProps {
    markup: Html,
}

#[component]
fn Markup(props: &MarkupProps) -> Html {
    props.markup.clone()
}
