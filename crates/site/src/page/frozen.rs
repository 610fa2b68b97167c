//! Renders the line that identifies a page as part of a frozen copy of the site. Frozen copies are
//! for people who quote or embed the site. Each copy is in its own folder, `v/DATE/`.

use super::Page;
use story::PartialDate;
use yew::prelude::*;

/// The folder within the site that has the copies.
pub const FROZEN: &str = "v/";

/// Returns the folder of the copy of `date` within the site.
pub fn frozen_folder(date: PartialDate) -> String {
    format!("{FROZEN}{date}/")
}

impl Page<'_> {
    /// Renders the line on the pages of a frozen copy. The line links to the current version of the page. In an embed,
    /// it links to the current version of the full page. In the print edition and the offline file, the line has no
    /// link. Renders nothing on pages of the current site.
    pub(super) fn frozen_line(&self) -> Html {
        let Some(date) = self.site.frozen else { return Html::default() };
        let labels = &self.labels().editions;
        // The address of the current site's folder, relative to the folder of the copy.
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
