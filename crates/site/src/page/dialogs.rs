//! The dialogs, and the scripts that open them and show what the address asks for.

use super::{Page, raw};
use crate::scripts::Script;
use yew::prelude::*;

/// The file with the style of all dialogs.
pub const DIALOG_STYLE: &str = "dialog.css";

impl Page<'_> {
    /// The line that says that a link leads to a place that the page does not have. A script shows it.
    pub(super) fn no_place_line(&self) -> Html {
        html! { <p class="no-place" role="status" hidden={true}>{ &self.labels().site.no_place }</p> }
    }

    /// The dialogs and their scripts.
    pub(super) fn dialogs(&self) -> Html {
        html! {
            <>
                { self.share_dialog() }
                { self.search_dialog() }
                { raw(format!("<script>{}{}</script>", Script::Place.minified(), Script::Dialogs.minified())) }
            </>
        }
    }
}
