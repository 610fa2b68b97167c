//! The foot of the page: how it was made, the data, the licence.

use super::Page;
use yew::prelude::*;

/// The tables that can be downloaded, by file name.
pub(super) const DOWNLOADS: [&str; 7] = ["resolutions", "votes", "countries", "events", "figures", "people", "sources"];

impl Page<'_> {
    /// The footer.
    pub(super) fn footer(&self) -> Html {
        let labels = &self.labels().footer;
        let about = &self.edition.texts.about;
        let place = self.place("about", &about.title);
        html! {
            <footer class="footer" id="about">
                <h2>{ &about.title }</h2>
                { self.blocks(&about.introduction, &place) }
                <p class="downloads">
                    <span>{ &labels.data }</span>
                    { for DOWNLOADS.map(|name| html! { <>{ " " }<a href={format!("/data/{name}.csv")} download="">{ format!("{name}.csv") }</a></> }) }
                </p>
                <p>{ &labels.licence }</p>
                <p class="failed-note">{ &self.labels().site.failed }</p>
                <p><a href="#top">{ &self.labels().site.top }</a></p>
            </footer>
        }
    }
}
