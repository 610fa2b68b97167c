//! The dialogs, and the script that opens them at once and loads what is behind them: style and piece come when one is
//! asked for, not with the page.

use super::{Page, raw};
use crate::view::LONGEST_VALUE;
use yew::prelude::*;

/// Shows the controls, opens their dialogs, "/" that of the search, and loads their pieces; copies the address of a place
/// whose link is pressed, which has to happen while it is pressed. It comes with every visit, so it is small.
const SCRIPT: &str = include_str!("dialogs.js");
/// Opens what the address asks for before the browser scrolls to where it leads, or to where the reader was. Where browsers do
/// not do so themselves (`overflow-anchor`, which Safari lacks), what is being read stays in its place while something above it grows
/// or goes. `LONGEST` stands for what is too long for [`ViewState`](crate::view::ViewState).
const PLACE: &str = include_str!("place.js");
/// The file with the style of all dialogs.
pub const DIALOG_STYLE: &str = "dialog.css";

impl Page<'_> {
    /// Both, and what goes with them.
    pub(super) fn dialogs(&self) -> Html {
        let place = PLACE.replace("LONGEST", &LONGEST_VALUE.to_string());
        html! {
            <>
                { self.share_dialog() }
                { self.search_dialog() }
                { raw(format!("<script>{place}{SCRIPT}</script>")) }
            </>
        }
    }
}
