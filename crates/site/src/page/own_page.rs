//! Renders what surrounds the content on the page of a part or vote: the headline, the finding, the decision, the cited
//! sources, and the links to the other pages.

use super::{
    Page,
    citation::Chapter,
    route::{Route, relative},
};
use story::DECISION;
use vocabulary::{Part, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    pub(super) async fn part_page(&self, part: Part) -> Html {
        let content = self.whole_part(part).await;
        self.own_page(&self.edition.texts.part(part).brief, content)
    }

    /// Renders a page with the headline, `finding`, `content`, the cited sources, and links to the other pages. Leaves
    /// out the cited sources on the page with the list of all sources.
    pub(super) fn own_page(&self, finding: &str, content: Html) -> Html {
        let masthead = self.own_masthead(finding);
        // The list of sources must be rendered after everything that cites them.
        let sources = if *self.route == Route::Part(Part::Sources) { Html::default() } else { self.cited_sources() };
        html! {
            <>
                <a class="skip" href="#main">{ &self.labels().site.skip }</a>
                <div class="page own beside-contents" id="top">
                    { self.frozen_line() }
                    { self.no_place_line() }
                    { masthead }
                    { self.contents_of_part(&self.url_of(&self.place_in_story())) }
                    // The class "article" makes reader views choose this element.
                    <main id="main" class="article">
                        { content }
                        { sources }
                        { self.parts() }
                    </main>
                    { self.short_footer() }
                </div>
            </>
        }
    }

    fn own_masthead(&self, finding: &str) -> Html {
        let labels = &self.labels().site;
        html! {
            <header class="masthead">
                { self.languages() }
                <p class="kicker"><a href={self.url_of(&self.place_in_story())} data-back="">{ &labels.name }</a></p>
                <h1>{ self.title() }</h1>
                <p class="answer">{ finding }</p>
                { self.decision() }
                // On this page, only the footer has the dates.
                <p class="dates">
                    { self.share_button() }
                </p>
                if self.edition.has_readings {
                    { self.readings() }
                }
            </header>
        }
    }

    /// Renders a summary of the decision, for readers who have not read the story.
    fn decision(&self) -> Html {
        let Some(section) = self.edition.texts.lead.section(DECISION) else { return Html::default() };
        let place = self.place(&section.id, story::plain(&section.title));
        self.citations.enter(Chapter::Opening);
        let text = self.blocks(&section.blocks, &place);
        self.citations.enter(Chapter::of(self.route));
        html! { <div class="decision" id={section.id.clone()}>{ text }</div> }
    }

    /// Returns the fragment of the page's subject in the story. It is empty for pages that belong to no subject.
    fn place_in_story(&self) -> String {
        self.route.part().and_then(Part::subject).map(|subject| format!("#{}", subject.word())).unwrap_or_default()
    }

    /// Returns the address of `path` relative to this page. `path` is relative to the edition's folder, and may have a
    /// fragment.
    pub(super) fn url_of(&self, path: &str) -> String {
        relative(&self.path_within(), path)
    }

    /// Renders the links to the pages of all parts. On pages other than the story, also renders a link back to the
    /// story.
    pub(super) fn parts(&self) -> Html {
        let labels = &self.labels().site;
        html! {
            <nav class="parts" id="pages" aria-label={labels.parts.clone()}>
                if self.is_story() {
                    <p>{ &labels.all_pages }</p>
                } else {
                    <p><a href={self.url_of(&self.place_in_story())} data-back="">{ &labels.back }</a></p>
                }
                <ol>
                    { for Part::all().map(|part| {
                        let route = Route::Part(part);
                        let current = (*self.route == route).then_some("page");
                        html! {
                            <li>
                                <a href={self.url_of(&route.path())} aria-current={current}>{ &self.edition.texts.part(part).title }</a>
                                { self.minutes_of(part) }
                            </li>
                        }
                    }) }
                </ol>
            </nav>
        }
    }
}
