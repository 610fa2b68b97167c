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

    /// The box in which the sources of a citation open. A script fills it.
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

    /// The scripts that the page has in its markup.
    fn scripts(&self) -> impl Iterator<Item = Script> {
        let everywhere = [Script::Place, Script::Popovers, Script::Contents, Script::Dialogs];
        let here = [self.is_own_page().then_some(Script::Back), self.marks_stages().then_some(Script::Stages)];
        everywhere.into_iter().chain(here.into_iter().flatten())
    }

    /// The dialogs and their scripts.
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
