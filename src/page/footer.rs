//! The foot of the page: how it was made, what was corrected, how to take it away, the licence.

use super::{Embed, Page, takeaway::Takeaway};
use yew::prelude::*;

/// The file within an edition that is the feed of its corrections and updates.
pub const FEED: &str = "feed.xml";

impl Page<'_> {
    /// The way to a table to download; each edition has its own.
    pub(super) fn data(&self, name: &str) -> String {
        self.way_within(&format!("data/{name}.csv"))
    }

    /// The way to `path` within the page's edition.
    fn way_within(&self, path: &str) -> String {
        self.way_to(&format!("{}{path}", self.site.story.folder(self.edition)))
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
                { self.corrections() }
                { self.ways_to_take() }
                <p>{ &labels.licence }</p>
                <p class="failed-note" hidden={true}>{ &self.labels().site.failed }</p>
                <p><a href="#top">{ &self.labels().site.top }</a></p>
            </footer>
        }
    }

    /// The ways to the pages beside the explainer.
    fn ways_to_take(&self) -> Html {
        let labels = &self.labels().footer;
        let takeaway = |takeaway: Takeaway, words: &str| html! { <li><a href={self.way_within(takeaway.path())}>{ words }</a></li> };
        html! {
            <nav class="take" aria-label={labels.take.clone()}>
                <ul>
                    { takeaway(Takeaway::Print, &labels.print) }
                    <li><a href={self.way_within(Takeaway::Offline.path())} download="">{ &labels.offline }</a></li>
                    { takeaway(Takeaway::Data, &labels.data) }
                    { takeaway(Takeaway::Cite, &labels.cite) }
                    // There is one where it is known where the site will stand.
                    if self.site.base_url.is_some() {
                        <li><a href={self.way_within(FEED)}>{ &labels.feed }</a></li>
                    }
                    <li><a href={self.way_within(&Embed::How.path())}>{ &self.labels().embed.how }</a></li>
                </ul>
            </nav>
        }
    }
}
