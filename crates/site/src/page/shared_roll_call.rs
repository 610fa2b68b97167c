//! The roll call on the page of a vote and in its embed: the same function as in the browser, without anything to press.

use super::Page;
use explainer::islands::votes::roll_call;
use story::Resolution;
use yew::prelude::*;

impl Page<'_> {
    /// The row of the resolution that is shared, and its roll call.
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
