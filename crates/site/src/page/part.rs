//! The frame of a part: its heading, the line for readers with thirty seconds, and its body.

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
        html! {
            <section class={classes!("part", self.route.opens_at(part).then_some("here"))} id={id} aria-labelledby={format!("{id}-title")}>
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
