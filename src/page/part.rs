//! The frame of a part: its heading, the line for readers with thirty seconds, and its body.

use super::Page;
use story::Prose;
use yew::prelude::*;

impl Page<'_> {
    /// The part `id` with its heading, its introduction and `body`.
    pub(super) fn part(&self, id: &str, prose: &Prose, body: Html) -> Html {
        let place = self.place(id, &prose.title);
        let body = html! {
            <div class="body">
                { self.blocks(&prose.introduction, &place) }
                { body }
            </div>
        };
        if let Some(embed) = self.embed {
            return self.embedded_part(embed, id, prose, body);
        }
        html! {
            <section class={classes!("part", self.route.opens_at(id).then_some("here"))} id={id.to_owned()} aria-labelledby={format!("{id}-title")}>
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
