//! Renders the frame of a part: its heading, its finding and its introduction. On the page of the part, the masthead
//! has the heading and the finding instead.

use super::{Page, Route};
use story::Prose;
use vocabulary::{Part, Subject};
use yew::prelude::*;

impl Page<'_> {
    /// Renders a part: its heading, its finding, its introduction and `body`. If [`Self::is_story`] is true, a link to
    /// the page of its subject follows. Leaves out the heading and the finding on the page of the part and in the embed
    /// of its subject.
    pub(super) fn part(&self, part: impl Into<Part>, body: Html) -> Html {
        let part = part.into();
        let id = part.id();
        let prose = self.edition.texts.part(part);
        let place = self.place(id, &prose.title);
        let body = html! {
            <div class="body">
                { self.blocks(&prose.introduction, &place) }
                { body }
                if self.is_story() && let Some(subject) = part.subject() {
                    { self.way_on(subject) }
                }
            </div>
        };
        if let Some(embed) = self.embed {
            return self.embedded_part(embed, part, prose, body);
        }
        if self.is_own_page() {
            return html! { <section class="part" id={id} aria-label={prose.title.clone()}>{ body }</section> };
        }
        html! {
            <section class="part" id={id} aria-labelledby={format!("{id}-title")}>
                <h2 id={format!("{id}-title")}>{ self.linked(id, &prose.title) }</h2>
                <p class="brief">{ &prose.brief }</p>
                { body }
            </section>
        }
    }

    /// Renders the link to the page of a subject, with its reading time.
    pub(super) fn way_on(&self, subject: Subject) -> Html {
        let words = self.labels().site.in_full.replace("{title}", &self.edition.texts.part(subject).title);
        html! { <p class="way-on"><a href={self.url_of(&Route::from(subject).path())}>{ words }</a>{ self.minutes_of(subject.into()) }</p> }
    }

    /// Renders the reading time of the page of a part. Renders nothing if there is none.
    pub(super) fn minutes_of(&self, part: Part) -> Html {
        match self.places.reading_times.of_part(part) {
            Some(minutes) => html! { <>{ " " }<span class="minutes">{ self.minutes_text(minutes) }</span></> },
            None => Html::default(),
        }
    }

    pub(super) fn minutes_text(&self, minutes: usize) -> String {
        self.labels().depth.minutes.replace("{n}", &minutes.to_string())
    }

    /// Renders all sections of a part except those whose ids are in `excluded`.
    pub(super) fn sections_but(&self, prose: &Prose, excluded: &[&str]) -> Html {
        prose
            .sections
            .iter()
            .filter(|section| !excluded.contains(&section.id.as_str()))
            .map(|section| self.section(Some(section), Html::default()))
            .collect()
    }
}
