//! Renders the button and the dialog of the search. The program of the search is in `crates/search`. The browser loads
//! the program and the index when the reader opens the dialog. Without script there is no search.

use super::Page;
use crate::search_index;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the button that opens the search. A script shows the button if the browser supports `<dialog>`.
    pub(super) fn search_button(&self) -> Html {
        html! {
            <with-script>
                <button type="button" class="search" hidden={true} command="show-modal" commandfor="search">{ &self.labels().search.open }</button>
            </with-script>
        }
    }

    /// Renders the dialog of the search. Its attributes have the addresses and messages that `dialogs.js` and the
    /// search program need.
    pub(super) fn search_dialog(&self) -> Html {
        let labels = &self.labels().search;
        html! {
            <dialog
                id="search"
                closedby="any"
                aria-labelledby="search-title"
                data-piece={self.relative_url("") + "search.js"}
                data-index={self.url_of(search_index::FILE)}
                data-edition={self.url_of("")}
                data-found={labels.found.clone()}
                data-first={labels.first.clone()}
                data-nothing={labels.nothing.clone()}
                data-missing={labels.failed.clone()}
            >
                <h2 id="search-title">{ &labels.title }</h2>
                <label>
                    <span>{ &labels.field }</span>
                    <input type="search" autofocus={true} />
                </label>
                <p class="status" role="status"></p>
                <ol></ol>
                <p class="ways"><button type="button" value="close" command="close" commandfor="search">{ &self.labels().share.close }</button></p>
            </dialog>
        }
    }
}
