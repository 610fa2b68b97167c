//! Renders the page with the story: the opening, and each subject in short. Also renders the whole explainer on one
//! page, for the offline file.

use super::{Page, citation::Chapter};
use vocabulary::{Part, Subject};
use yew::prelude::*;

impl Page<'_> {
    pub(super) async fn story(&self) -> Html {
        self.citations.enter(Chapter::Opening);
        let masthead = self.masthead();
        let mut main = vec![self.opening()];
        for subject in Subject::ALL {
            main.push(self.subject(subject).await);
        }
        // The list of sources is rendered after everything that cites them.
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

    /// Renders the complete explainer on one page: the opening, and every part in full.
    pub(super) async fn everything(&self) -> Html {
        self.citations.enter(Chapter::Opening);
        let masthead = self.masthead();
        let mut main = vec![self.opening()];
        for subject in Subject::ALL {
            main.push(self.subject(subject).await);
        }
        main.push(self.glossary());
        let footer = self.footer();
        // The list of sources is rendered after everything that cites them.
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

    /// Renders the content of a part for its own page.
    pub(super) async fn whole_part(&self, part: Part) -> Html {
        match part {
            Part::Subject(subject) => self.subject(subject).await,
            Part::Glossary => self.glossary(),
            Part::Sources => self.sources_with_all_that_rests_on_them().await,
            Part::About => self.about(),
        }
    }

    /// Renders the part about a subject: in short if [`Self::is_story`] is true, otherwise complete.
    pub(super) async fn subject(&self, subject: Subject) -> Html {
        self.citations.enter(Chapter::Part(subject.into()));
        match subject {
            Subject::Shift => self.shift().await,
            Subject::Why => self.why(),
            Subject::Abductions => self.abductions().await,
            Subject::UnHistory => self.un_history().await,
            Subject::Timeline => self.timeline().await,
            Subject::Article => self.article().await,
            Subject::WhatNext => self.what_next(),
        }
    }

    /// Renders the decision in short. At the smallest depth, style sheets hide the introduction and the parts.
    pub(super) fn in_short(&self) -> Html {
        self.section(self.edition.texts.lead.section("in-short"), Html::default())
    }

    /// Renders the opening: the decision in short, then the introduction.
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
