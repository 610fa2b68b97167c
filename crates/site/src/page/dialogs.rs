//! Renders the dialogs and a popover at the end of a page, and the inline scripts after them. Among
//! other things, the scripts open the dialogs and apply some parameters of the address.

use super::{Page, raw};
use crate::scripts::Script;
use yew::prelude::*;

/// The name of the style sheet of all dialogs.
pub const DIALOG_STYLE: &str = "dialog.css";

impl Page<'_> {
    /// Renders the message for an address whose fragment names no element of the site. A script shows the message.
    pub(super) fn no_place_line(&self) -> Html {
        html! { <p class="no-place" role="status" hidden={true}>{ &self.labels().site.no_place }</p> }
    }

    /// Renders the popover that shows the sources of a citation, or the quotations to which a mark in the table of
    /// reasons leads. A script fills it.
    fn cited_box(&self) -> Html {
        let labels = &self.labels().sources;
        html! {
            <div
                popover="auto"
                class="popover cited"
                id="cited"
                role="note"
                tabindex="-1"
                aria-label={labels.opened.clone()}
                data-rests={labels.rests_count.clone()}
            ></div>
        }
    }

    /// Returns the scripts that follow the dialogs.
    fn scripts(&self) -> impl Iterator<Item = Script> {
        let everywhere = [Script::ApplyAddress, Script::Popovers, Script::Contents, Script::Dialogs];
        let here = [self.is_own_page().then_some(Script::BackToStory), self.marks_stages().then_some(Script::Stages)];
        everywhere.into_iter().chain(here.into_iter().flatten())
    }

    pub(super) fn dialogs(&self) -> Html {
        html! {
            <>
                { self.share_dialog() }
                { self.search_dialog() }
                { self.cited_box() }
                { raw(format!("<script>{}</script>", self.scripts().map(Script::minified).collect::<String>())) }
            </>
        }
    }
}
