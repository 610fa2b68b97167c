//! The dialogs, and the scripts that open them and show what the address asks for.

use super::{Page, raw};
use crate::scripts::Script;
use yew::prelude::*;

/// The file with the style of all dialogs.
pub const DIALOG_STYLE: &str = "dialog.css";

impl Page<'_> {
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
