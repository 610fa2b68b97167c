//! The whole HTML of a page, put into the shell that Trunk made.

use super::{
    Page,
    citation::{Chapter, Citations},
    raw,
    route::Route,
};
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
    /// The links of an embed, or an edition without the app, could not be rewritten.
    Links(String),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shell(place) => write!(f, "index.html has no `{place}`; put it back"),
            Self::Description(error) => write!(f, "the description for search engines cannot be written: {error}"),
            Self::Links(error) => write!(f, "the markup cannot be rewritten: {error}"),
        }
    }
}

impl std::error::Error for DocumentError {}

impl From<serde_json::Error> for DocumentError {
    fn from(error: serde_json::Error) -> Self {
        Self::Description(error)
    }
}

/// How Trunk names its own files; the way to them depends on the page.
const TRUNK_FOLDER: &str = "=\"./";

/// The script that scrolls to the part at which a page opens, for browsers without `scroll-initial-target`. It runs
/// only on a new visit. On a reload or a return, the browser restores the scroll position.
const ARRIVE: &str = "<script>if(!location.hash&&performance.getEntriesByType(\"navigation\")[0]?.type==\"navigate\")\
                      document.querySelector(\".here\").scrollIntoView()</script>";

/// The page `route` of `edition` as HTML.
///
/// # Errors
/// When the shell lacks a place to fill, or the description for search engines cannot be written.
pub async fn document(site: Site<'_>, edition: &Edition, route: &Route) -> Result<String, DocumentError> {
    let page = Page { site, edition, route, embed: None, takeaway: None, citations: Citations::default() };
    let body = render(page.body().await).await;
    let head = render(page.head()?).await;
    in_shell(&page, &page.marks(), &head, &body)
}

/// `head` and `body` in Trunk's shell, with `marks` on `<html>`.
pub(super) fn in_shell(page: &Page<'_>, marks: &str, head: &str, body: &str) -> Result<String, DocumentError> {
    let html = fill(page.site.shell, "<html ", &format!("<html lang=\"{}\" {marks}", page.edition.language))?;
    let html = html.replace(TRUNK_FOLDER, &format!("=\"{}", page.relative_url("")));
    let html = fill(&html, "<!-- head -->", head)?;
    // Trunk puts its script at the end of <body>; the page comes before it.
    fill(&html, "<!-- page -->", body)
}

impl Page<'_> {
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
                    { masthead }
                    <main id="main">{ for main }</main>
                    { footer }
                </div>
                { popovers }
                { self.dialogs() }
                if self.route.subject().is_some() {
                    { raw(ARRIVE.to_owned()) }
                }
            </>
        }
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

    /// What `<html>` says about the page to the app.
    fn marks(&self) -> String {
        self.shared_vote().map(|resolution| format!("data-resolution=\"{}\" ", resolution.id)).unwrap_or_default()
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
