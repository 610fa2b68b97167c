//! The way through the page: a link to each part.

use super::Page;
use story::Prose;
use yew::prelude::*;

impl Page<'_> {
    /// The parts with their ids, in the order of the page.
    pub(super) fn parts(&self) -> [(&'static str, &Prose); 9] {
        let texts = &self.edition.texts;
        [
            ("shift", &texts.shift),
            ("why", &texts.why),
            ("abductions", &texts.abductions),
            ("un-history", &texts.un_history),
            ("timeline", &texts.timeline),
            ("article", &texts.article),
            ("what-next", &texts.what_next),
            ("words", &texts.words),
            ("sources", &texts.sources),
        ]
    }

    /// The list of parts.
    pub(super) fn contents(&self) -> Html {
        html! {
            <nav class="contents" aria-label={self.labels().site.contents.clone()}>
                <ol>{ for self.parts().map(|(id, prose)| html! { <li><a href={format!("#{id}")}>{ &prose.title }</a></li> }) }</ol>
            </nav>
        }
    }
}
