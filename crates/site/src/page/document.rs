//! The whole HTML of a page, put into the shell that Trunk made.

use super::{
    Page, Places,
    citation::{Chapter, Citations},
    outline::outlined,
    rewrite_links::{Opens, rewrite},
    route::Route,
};
use lol_html::errors::RewritingError;
use std::{collections::BTreeMap, fmt};
use story::{BaseUrl, Edition, PartialDate, Story};
use vocabulary::{Part, Subject, Vocabulary};
use yew::{LocalServerRenderer, prelude::*};

/// Style sheets by language and by name: `main`, and those of embeds that [`super::Embed::style`] names.
pub type Styles = BTreeMap<(String, &'static str), String>;

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

impl Site<'_> {
    /// The style sheet called `name` for pages in `language`.
    pub(super) fn style(&self, language: &str, name: &'static str) -> &str {
        self.styles.get(&(language.to_owned(), name)).map_or("", String::as_str)
    }
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
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shell(place) => write!(f, "index.html has no `{place}`; put it back"),
            Self::Description(error) => write!(f, "the description for search engines cannot be written: {error}"),
            Self::Markup(error) => write!(f, "the markup cannot be rewritten: {error}"),
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
        Route::Whole => render(page.body().await).await,
        Route::Subject(subject) => page.on_its_own(page.subject_page(*subject).await).await?,
        Route::Vote(_) => page.on_its_own(page.vote_page()).await?,
    };
    let head = render(page.head()?).await;
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
    /// The explainer from its beginning to its end.
    pub(super) async fn body(&self) -> Html {
        self.citations.enter(Chapter::Opening);
        let (masthead, figure) = (self.masthead(), self.lead_figure());
        let mut main = vec![figure, self.contents(), self.in_short()];
        for (_, subject) in Subject::WORDS {
            main.push(self.subject(*subject).await);
        }
        self.citations.enter(Chapter::Part(Part::Glossary));
        main.push(self.glossary());
        self.citations.enter(Chapter::About);
        let (popovers, footer) = (self.popovers(|_| true), self.footer());
        // Last, because by then every citation has been noted.
        main.push(self.sources());
        html! {
            <>
                <a class="skip" href="#main">{ &self.labels().site.skip }</a>
                <div class="page" id="top">
                    { self.frozen_line() }
                    { self.print_offline_line() }
                    { self.no_place_line() }
                    { masthead }
                    <main id="main">{ for main }</main>
                    { footer }
                </div>
                { popovers }
                { self.dialogs() }
            </>
        }
    }

    /// The markup of a page with one subject: `content` with its links rewritten, and with the popovers that it needs.
    async fn on_its_own(&self, content: Html) -> Result<String, RewritingError> {
        let content = outlined(&render(content).await)?;
        let popovers = render(self.popovers(|id| content.contains(&format!("popovertarget=\"word-{id}\"")))).await;
        let elsewhere = |id: &str| self.url_of(&self.places.address(id));
        Ok(rewrite(&(content + &popovers), Opens::Here, elsewhere)? + &render(self.dialogs()).await)
    }

    /// The part on a subject.
    pub(super) async fn subject(&self, subject: Subject) -> Html {
        self.citations.enter(Chapter::Part(subject.into()));
        match subject {
            Subject::Shift => self.what_changed().await,
            Subject::Why => self.why_now(),
            Subject::Abductions => self.abductions().await,
            Subject::UnHistory => self.un_history(),
            Subject::Timeline => self.timeline().await,
            Subject::Article => self.article().await,
            Subject::WhatNext => self.what_next(),
        }
    }

    /// The opening: what was announced, what changed, what is known; and the same in a few lines.
    fn in_short(&self) -> Html {
        let prose = &self.edition.texts.lead;
        let place = self.place("opening", self.labels().lead.opening.clone());
        html! {
            <div class="opening" id={place.anchor.clone()}>
                <div class="body">{ self.blocks(&prose.introduction, &place) }</div>
                { self.section(prose.section("in-short"), Html::default()) }
            </div>
        }
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
