//! The search: the control in the masthead and its dialog. What they do is in `bin/search`, which the browser loads when it
//! is asked for. Without script there is none: everything is in the page, where the browser's own search finds it.

use super::Page;
use yew::prelude::*;

impl Page<'_> {
    /// The control. It takes its place before the first paint where there is script, and is not there without.
    pub(super) fn search_button(&self) -> Html {
        html! {
            <button
                type="button"
                class="search"
                hidden={true}
                command="show-modal"
                commandfor="search"
                aria-keyshortcuts="/"
            >
                { &self.labels().search.open }
            </button>
        }
    }

    /// The dialog.
    pub(super) fn search_dialog(&self) -> Html {
        let labels = &self.labels().search;
        // In the order in which the piece counts them.
        let words = [
            &labels.statement,
            &labels.event,
            &labels.resolution,
            &labels.term,
            &labels.source,
            &labels.found,
            &labels.first,
            &labels.nothing,
        ];
        html! {
            <dialog
                id="search"
                closedby="any"
                aria-labelledby="search-title"
                data-piece={self.relative_url("") + "search.js"}
                data-words={words.map(String::as_str).join("|")}
                data-missing={labels.failed.clone()}
            >
                <h2 id="search-title">{ &labels.title }</h2>
                <label>
                    <span>{ &labels.field }</span>
                    <input type="search" autofocus={true} />
                </label>
                <p class="said" role="status"></p>
                <ol></ol>
                <p class="ways"><button type="button" value="close" command="close" commandfor="search">{ &self.labels().share.close }</button></p>
            </dialog>
        }
    }
}
