//! The frame of a page with one part or one vote: its headline and finding, what the decision was, the sources that it
//! cites, and the way to the other pages.

use super::{Page, citation::Chapter, route::Route};
use story::DECISION;
use vocabulary::{Part, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// The page of a part: all that there is on it, laid open.
    pub(super) async fn part_page(&self, part: Part) -> Html {
        let content = self.whole_part(part).await;
        self.own_page(&self.edition.texts.part(part).brief, content)
    }

    /// Returns a page: the headline, `finding`, `content`, the sources that the page cites, and the ways to the other pages.
    pub(super) fn own_page(&self, finding: &str, content: Html) -> Html {
        let masthead = self.own_masthead(finding);
        // By now all that cites has been rendered.
        let sources = if *self.route == Route::Part(Part::Sources) { Html::default() } else { self.cited_sources() };
        html! {
            <>
                <a class="skip" href="#main">{ &self.labels().site.skip }</a>
                <div class="page own beside-contents" id="top">
                    { self.frozen_line() }
                    { self.no_place_line() }
                    { masthead }
                    { self.contents_of_part(&self.url_of(&self.place_in_story())) }
                    // Reader views take the element with the best name for the article.
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
                <p class="kicker"><a href={self.url_of(&self.place_in_story())}>{ &labels.name }</a></p>
                <h1>{ self.title() }</h1>
                <p class="answer">{ finding }</p>
                { self.decision() }
                // The dates stand in the foot.
                <p class="dates">
                    { self.share_button() }
                </p>
                if self.edition.has_readings {
                    { self.readings() }
                }
            </header>
        }
    }

    /// What was decided, for readers who come from elsewhere.
    fn decision(&self) -> Html {
        let Some(section) = self.edition.texts.lead.section(DECISION) else { return Html::default() };
        let place = self.place(&section.id, story::plain(&section.title));
        self.citations.enter(Chapter::Opening);
        let text = self.blocks(&section.blocks, &place);
        self.citations.enter(Chapter::of(self.route));
        html! { <div class="decision" id={section.id.clone()}>{ text }</div> }
    }

    /// Where the page's subject stands in the story.
    fn place_in_story(&self) -> String {
        self.route.part().and_then(Part::subject).map(|subject| format!("#{}", subject.word())).unwrap_or_default()
    }

    /// The way to a page of the edition, or to a place on one.
    pub(super) fn url_of(&self, path: &str) -> String {
        let depth = self.path_within().matches('/').count();
        match "../".repeat(depth) + path {
            here if here.is_empty() => "./".to_owned(),
            way => way,
        }
    }

    /// The ways to the story and to the page of each part.
    pub(super) fn parts(&self) -> Html {
        let labels = &self.labels().site;
        html! {
            <nav class="parts" id="pages" aria-label={labels.parts.clone()}>
                if self.is_story() {
                    <p>{ &labels.all_pages }</p>
                } else {
                    <p><a href={self.url_of(&self.place_in_story())}>{ &labels.back }</a></p>
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
