//! The frame of a part: its heading, the line for readers with thirty seconds, and its body. On the page of its subject,
//! the page's own headline takes the place of the heading.

use super::Page;
use story::Prose;
use vocabulary::Part;
use yew::prelude::*;

impl Page<'_> {
    /// A part with its heading, its introduction and `body`.
    pub(super) fn part(&self, part: impl Into<Part>, body: Html) -> Html {
        let part = part.into();
        let id = part.id();
        let prose = self.edition.texts.part(part);
        let place = self.place(id, &prose.title);
        let body = html! {
            <div class="body">
                { self.blocks(&prose.introduction, &place) }
                { body }
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

    /// All of a part's sections that are not named in `apart`, in order.
    pub(super) fn sections_but(&self, prose: &Prose, apart: &[&str]) -> Html {
        prose
            .sections
            .iter()
            .filter(|section| !apart.contains(&section.id.as_str()))
            .map(|section| self.section(Some(section), Html::default()))
            .collect()
    }
}
