//! The page with the story: the decision, the same in short, and each subject in a few paragraphs with its figure. The rest
//! is on the pages of the parts.

use super::{Page, citation::Chapter};
use vocabulary::{Part, Subject, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// The story with its frame.
    pub(super) async fn story(&self) -> Html {
        self.citations.enter(Chapter::Opening);
        let masthead = self.masthead();
        let mut main = vec![self.opening()];
        for (_, subject) in Subject::WORDS {
            main.push(self.subject(*subject).await);
        }
        // By now all that cites has been rendered.
        main.push(self.cited_sources());
        main.push(self.parts());
        html! {
            <>
                <a class="skip" href="#main">{ &self.labels().site.skip }</a>
                <div class="page beside-contents" id="top">
                    { self.frozen_line() }
                    { self.print_offline_line() }
                    { self.no_place_line() }
                    { masthead }
                    { self.contents() }
                    <main id="main" class="article">{ for main }</main>
                    { self.short_footer() }
                </div>
            </>
        }
    }

    /// The explainer from its beginning to its end: the opening, every part in full, every source.
    pub(super) async fn everything(&self) -> Html {
        self.citations.enter(Chapter::Opening);
        let masthead = self.masthead();
        let mut main = vec![self.opening()];
        for (_, subject) in Subject::WORDS {
            main.push(self.subject(*subject).await);
        }
        main.push(self.glossary());
        let footer = self.footer();
        // Last, because by then every citation has been noted.
        main.push(self.sources());
        html! {
            <>
                <div class="page" id="top">
                    { self.frozen_line() }
                    { self.print_offline_line() }
                    { masthead }
                    <main id="main" class="article">{ for main }</main>
                    { footer }
                </div>
            </>
        }
    }

    /// A part with all that there is on it.
    pub(super) async fn whole_part(&self, part: Part) -> Html {
        match part {
            Part::Subject(subject) => self.subject(subject).await,
            Part::Glossary => self.glossary(),
            Part::Sources => self.sources_with_all_that_rests_on_them().await,
            Part::About => self.about(),
        }
    }

    /// The part on a subject: in the story a few paragraphs and a figure, elsewhere all that there is on it.
    pub(super) async fn subject(&self, subject: Subject) -> Html {
        self.citations.enter(Chapter::Part(subject.into()));
        match subject {
            Subject::Shift => self.what_changed().await,
            Subject::Why => self.why_now(),
            Subject::Abductions => self.abductions().await,
            Subject::UnHistory => self.un_history().await,
            Subject::Timeline => self.timeline().await,
            Subject::Article => self.article().await,
            Subject::WhatNext => self.what_next(),
        }
    }

    /// The decision in short: what the shortest depth shows.
    pub(super) fn in_short(&self) -> Html {
        self.section(self.edition.texts.lead.section("in-short"), Html::default())
    }

    /// The opening: the decision in short, then what was announced, what changed and what is known.
    pub(super) fn opening(&self) -> Html {
        self.citations.enter(Chapter::Opening);
        let prose = &self.edition.texts.lead;
        let place = self.place("opening", self.labels().lead.opening.clone());
        html! {
            <div class="opening" id={place.anchor.clone()}>
                { self.in_short() }
                <div class="body">{ self.blocks(&prose.introduction, &place) }</div>
            </div>
        }
    }
}
