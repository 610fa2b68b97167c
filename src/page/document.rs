//! The whole HTML of an edition, put into the shell that Trunk made.

use super::{Page, citation::Citations};
use std::fmt;
use story::Edition;
use yew::{LocalServerRenderer, prelude::*};

/// Why a page could not be made.
#[derive(Debug)]
pub enum DocumentError {
    /// The shell lacks a place that has to be filled.
    Shell(&'static str),
    /// The description for search engines could not be written.
    Description(serde_json::Error),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shell(place) => write!(f, "index.html has no `{place}`; put it back"),
            Self::Description(error) => write!(f, "the description for search engines cannot be written: {error}"),
        }
    }
}

impl std::error::Error for DocumentError {}

impl From<serde_json::Error> for DocumentError {
    fn from(error: serde_json::Error) -> Self {
        Self::Description(error)
    }
}

/// The page of `edition` as HTML. `shell` is Trunk's `index.html`, `style` the style sheet to put into it.
///
/// # Errors
/// When the shell lacks a place to fill, or the description for search engines cannot be written.
pub async fn document(edition: &Edition, shell: &str, style: &str) -> Result<String, DocumentError> {
    let page = Page { edition, citations: Citations::default() };
    let head = render(page.head(style)?).await;
    let body = render(page.body().await).await;
    let html = fill(shell, "<html ", &format!("<html lang=\"{}\" ", edition.language))?;
    // Trunk puts its script at the end of <body>; the page comes before it.
    let html = fill(&html, "<!-- head -->", &head)?;
    fill(&html, "<!-- page -->", &body)
}

impl Page<'_> {
    async fn body(&self) -> Html {
        let main = html! {
            <>
                { self.in_short() }
                { self.what_changed().await }
                { self.why_now() }
                { self.abductions().await }
                { self.un_history() }
                { self.timeline().await }
                { self.article().await }
                { self.what_next() }
                { self.words() }
            </>
        };
        let popovers = self.popovers();
        let footer = self.footer();
        html! {
            <>
                <a class="skip" href="#main">{ &self.labels().site.skip }</a>
                <div class="page" id="top">
                    <article>
                        { self.masthead() }
                        { self.lead_figure() }
                        { self.contents() }
                        <main id="main">{ main }{ self.sources() }</main>
                    </article>
                    { footer }
                </div>
                { popovers }
            </>
        }
    }

    /// The opening: what was announced, what changed, what is known; and the same in a few lines.
    fn in_short(&self) -> Html {
        let prose = &self.edition.texts.lead;
        let place = self.place("opening", self.labels().lead.opening.clone());
        html! {
            <section class="opening" id={place.anchor.clone()}>
                <div class="body">{ self.blocks(&prose.introduction, &place) }</div>
                { self.section(prose.section("in-short"), Html::default()) }
            </section>
        }
    }
}

fn fill(html: &str, place: &'static str, with: &str) -> Result<String, DocumentError> {
    let (before, after) = html.split_once(place).ok_or(DocumentError::Shell(place))?;
    Ok(format!("{before}{with}{after}"))
}

/// Renders markup that will not be hydrated, so without markers.
async fn render(markup: Html) -> String {
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
