//! Copies of the site that no longer change, for those who quote or embed it: each stands in a folder of its own, `v/` and the
//! day, and every page of it says so.

use super::Page;
use story::PartialDate;
use yew::prelude::*;

/// The folder within the site that holds the copies.
pub const FROZEN: &str = "v/";

/// The folder within the site of the copy of that day.
pub fn frozen_folder(date: PartialDate) -> String {
    format!("{FROZEN}{date}/")
}

impl Page<'_> {
    /// The line that says that this page is of a frozen copy, if it is one, with the way to the living page.
    pub(super) fn frozen_line(&self) -> Html {
        let Some(date) = self.site.frozen else { return Html::default() };
        let labels = &self.labels().editions;
        // Out of the copy's own folder.
        let out = "../".repeat(frozen_folder(date).matches('/').count());
        let here = if self.embed.is_some() { self.shared_path() } else { self.path() };
        let current = format!("{}{out}{here}", "../".repeat(self.path().matches('/').count()));
        html! {
            <p class="frozen">
                <span>{ labels.frozen.replace("{date}", &self.date_text(date)) }</span>
                if self.takeaway.is_none_or(|takeaway| !takeaway.is_copy()) {
                    { " " }<a href={current}>{ &labels.current }</a>
                }
            </p>
        }
    }
}
