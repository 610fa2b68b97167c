//! The foot of the page: how it was made, the data, the licence.

use super::{Embed, Page};
use yew::prelude::*;

/// The tables that can be downloaded, by file name.
pub(super) const DOWNLOADS: [&str; 7] = ["resolutions", "votes", "countries", "events", "figures", "people", "sources"];

impl Page<'_> {
    /// The way to a table to download; each edition has its own.
    pub(super) fn data(&self, name: &str) -> String {
        self.way_to(&format!("{}data/{name}.csv", self.site.story.folder(self.edition)))
    }

    /// The footer.
    pub(super) fn footer(&self) -> Html {
        let labels = &self.labels().footer;
        let about = &self.edition.texts.about;
        let place = self.place("about", &about.title);
        html! {
            <footer class="footer" id="about">
                <h2>{ self.linked("about", &about.title) }</h2>
                { self.blocks(&about.introduction, &place) }
                <p class="downloads">
                    <span>{ &labels.data }</span>
                    { for DOWNLOADS.map(|name| html! { <>{ " " }<a href={self.data(name)} download="">{ format!("{name}.csv") }</a></> }) }
                </p>
                <p><a href={self.way_to(&format!("{}{}", self.site.story.folder(self.edition), Embed::How.path()))}>{ &self.labels().embed.how }</a></p>
                <p>{ &labels.licence }</p>
                <p class="failed-note" hidden={true}>{ &self.labels().site.failed }</p>
                <p><a href="#top">{ &self.labels().site.top }</a></p>
            </footer>
        }
    }
}
