//! Makes the complete HTML of a page. The page is inserted into the shell, which is the `index.html` that Trunk writes.

use super::{
    Page, Places,
    citation::Citations,
    outline::outlined,
    rewrite_links::{Opens, rewrite},
    route::Route,
};
use crate::stylesheet::Styles;
use lol_html::{RewriteStrSettings, element, errors::RewritingError, rewrite_str};
use std::fmt;
use story::{BaseUrl, Edition, PartialDate, Story};
use vocabulary::Subject;
use yew::{LocalServerRenderer, prelude::*};

/// The inputs that all pages share.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The content.
    pub story: &'a Story,
    /// The address of the site, if it is known.
    pub base_url: Option<&'a BaseUrl>,
    /// The `index.html` that Trunk writes, with the loader of the app inserted.
    pub shell: &'a str,
    /// The style sheets.
    pub styles: &'a Styles,
    /// The day of the frozen copy, if these pages belong to one.
    pub frozen: Option<PartialDate>,
    /// The days of the frozen copies to which the site links, in ascending order.
    pub versions: &'a [PartialDate],
}

/// The reason why a page cannot be rendered, or why the [`Places`] of an edition cannot be found.
#[derive(Debug)]
pub enum DocumentError {
    /// The shell lacks this text, which has to be replaced or removed.
    Shell(&'static str),
    /// The structured data for search engines, or the reference in CSL-JSON, could not be serialized.
    Description(serde_json::Error),
    /// The markup of a page could not be parsed or rewritten.
    Markup(RewritingError),
    /// The style sheet of a page could not be made.
    Style(String),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shell(placeholder) => write!(f, "index.html has no `{placeholder}`; put it back"),
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

/// The start of each relative address in the attributes of the shell. It is replaced, because the
/// address depends on the page's folder.
const TRUNK_FOLDER: &str = "=\"./";
/// The start of the script element that loads the app.
const APP: &str = "<script type=\"module\" id=\"app\"";

/// Makes the HTML of the page `route` of `edition`. `places` has the pages of link targets, and the reading times.
///
/// # Errors
/// Fails if the shell lacks a text to replace or remove, if the structured data for search engines
/// cannot be serialized, if the style sheet cannot be made, or if the markup cannot be parsed or
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

/// Puts `head` and `body` into the shell. Sets the language, and makes the relative addresses fit
/// the page's folder. If `has_app` is false, removes the script that loads the app.
pub(super) fn in_shell(page: &Page<'_>, head: &str, body: &str, has_app: bool) -> Result<String, DocumentError> {
    let html = fill(page.site.shell, "<html ", &format!("<html lang=\"{}\" ", page.edition.language))?;
    let html = html.replace(TRUNK_FOLDER, &format!("=\"{}", page.relative_url("")));
    let html = fill(&html, "<!-- head -->", head)?;
    let html = fill(&html, "<!-- page -->", body)?;
    if has_app {
        return Ok(html);
    }
    let (before, app) = html.split_once(APP).ok_or(DocumentError::Shell(APP))?;
    let (_, after) = app.split_once("</script>").ok_or(DocumentError::Shell("</script>"))?;
    Ok(format!("{before}{after}"))
}

impl Page<'_> {
    /// Renders `content`, the popovers of its terms, and the dialogs. Adjusts the heading levels, and rewrites the
    /// links to elements on other pages.
    async fn linked_up(&self, content: Html) -> Result<String, RewritingError> {
        let content = without_unused_readings_control(&outlined(&render(content).await)?)?;
        let popovers = render(self.popovers(&content)?).await;
        let elsewhere = |id: &str| self.url_of(&self.places.address(id));
        Ok(rewrite(&(content + &popovers), Opens::Here, elsewhere)? + &render(self.dialogs()).await)
    }
}

/// Removes the checkbox for hiding readings if the page has no readings.
fn without_unused_readings_control(html: &str) -> Result<String, RewritingError> {
    if html.contains("<ruby") {
        return Ok(html.to_owned());
    }
    let remove = element!(".masthead .readings", |form| {
        form.remove();
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(remove))
}

/// Replaces the first occurrence of the text `placeholder` in `html` by `with`.
pub(super) fn fill(html: &str, placeholder: &'static str, with: &str) -> Result<String, DocumentError> {
    let (before, after) = html.split_once(placeholder).ok_or(DocumentError::Shell(placeholder))?;
    Ok(format!("{before}{with}{after}"))
}

/// Renders markup without the comments that hydration needs.
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
