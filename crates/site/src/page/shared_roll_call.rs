//! Renders the roll call on the page of a vote and in the embed of a vote, without controls. The app renders its roll
//! calls with the same function.

use super::Page;
use explainer::islands::votes::roll_call;
use story::Resolution;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the table row of the page's resolution, and the roll call of its vote. Both are
    /// empty on pages that are not about a vote.
    pub(super) fn shared_roll_call(&self) -> (Html, Html) {
        let Some(resolution) = self.shared_vote() else { return Default::default() };
        let row =
            html! { <table><tbody>{ self.resolution_row(resolution, Some(format!("resolution-{}", resolution.id))) }</tbody></table> };
        (row, self.roll_call(resolution))
    }

    fn roll_call(&self, resolution: &Resolution) -> Html {
        let record = self.vote_record();
        record.vote(&resolution.id).map(|vote| roll_call(&record, vote, None)).unwrap_or_default()
    }
}
