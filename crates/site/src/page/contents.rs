//! Renders the table of contents of a page: a bar with a list of the sections. In most browsers, the bar stays in view.
//! On wide screens, the bar is a column.

use super::{Page, Route, article, timeline, what_next};
use vocabulary::{Part, Subject, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the table of contents of the story.
    pub(super) fn contents(&self) -> Html {
        let subjects = Subject::ALL.iter().map(|subject| (subject.word(), self.labels().word(*subject).to_owned()));
        let in_short = self.edition.texts.lead.section("in-short").map(|section| ("in-short", story::plain(&section.title)));
        let cited = (Part::Sources.id(), self.labels().sources.cited.clone());
        let list: Vec<_> = in_short.into_iter().chain(subjects).chain([cited]).collect();
        self.bar("#top", &self.labels().site.name, &list)
    }

    /// Renders the table of contents of the page of a part or vote. The table begins with a link to
    /// the address `back`. Then it lists the sections of the part, its [main list](Self::main_list)
    /// and the sources. For a vote, leaves out the sections and the main list.
    pub(super) fn contents_of_part(&self, back: &str) -> Html {
        let part = self.route.part().filter(|_| self.shared_vote().is_none());
        let sections = part.map(|part| self.edition.texts.part(part).sections.as_slice()).unwrap_or_default();
        let mut list: Vec<_> = sections.iter().map(|section| (section.id.as_str(), story::plain(&section.title))).collect();
        if let Some((id, title, next)) = part.and_then(Part::subject).and_then(|subject| self.main_list(subject)) {
            let at = list.iter().position(|(section, _)| Some(*section) == next).unwrap_or(list.len());
            list.insert(at, (id, title));
        }
        let labels = &self.labels().sources;
        let cited = if *self.route == Route::Part(Part::Sources) { &labels.opened } else { &labels.cited };
        list.push((Part::Sources.id(), cited.clone()));
        self.bar(back, &self.labels().site.back, &list)
    }

    /// Returns the id and the title of the main list of a subject's page, such as the list of all events. Also returns
    /// the id of a section. The table of contents names the list before this section or, if the id is `None`, after all
    /// sections. Returns `None` if the page has no main list.
    fn main_list(&self, subject: Subject) -> Option<(&'static str, String, Option<&'static str>)> {
        let labels = self.labels();
        match subject {
            Subject::Timeline => Some((timeline::CARD, labels.events.open.clone(), None)),
            Subject::Article => Some((article::CARD, labels.article.open.clone(), Some("reading"))),
            Subject::WhatNext => Some((what_next::CARD, labels.events.after.clone(), Some("open"))),
            Subject::Shift | Subject::Why | Subject::Abductions | Subject::UnHistory => None,
        }
    }

    /// Renders the bar. It begins with a link to `address` with the text `words`. A script writes
    /// the title of the current section into the bar.
    fn bar(&self, address: &str, words: &str, list: &[(&str, String)]) -> Html {
        let labels = &self.labels().site;
        html! {
            <nav class="contents" aria-label={labels.contents.clone()}>
                <p><a href={address.to_owned()} data-back={self.is_own_page().then_some("")}>{ words }</a></p>
                <p class="here" aria-hidden="true"></p>
                // Without script or popovers, the list is always visible, and this button is hidden.
                <button type="button" popovertarget="contents-list">{ &labels.contents }</button>
                { self.search_button() }
                <ol popover="auto" id="contents-list">
                    { for list.iter().map(|(id, title)| html! { <li><a href={format!("#{id}")}>{ title }</a></li> }) }
                </ol>
            </nav>
        }
    }
}
