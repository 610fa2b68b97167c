//! The way through the page: a link to each part.

use super::Page;
use vocabulary::Part;
use yew::prelude::*;

impl Page<'_> {
    /// The list of parts.
    pub(super) fn contents(&self) -> Html {
        html! {
            <nav class="contents" aria-label={self.labels().site.contents.clone()}>
                <ol>
                    { for Part::all().map(|part| html! {
                        <li><a href={format!("#{}", part.id())}>{ &self.edition.texts.part(part).title }</a></li>
                    }) }
                </ol>
            </nav>
        }
    }
}
