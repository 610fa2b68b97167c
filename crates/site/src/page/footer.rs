//! Renders the footer and the part about how the explainer was made. The footer has the publisher,
//! the author, the contact, the dates and the licence. It also has links to the pages for printing,
//! downloading, citing or embedding the explainer.

use super::{Embed, Page, Route, citation::Chapter, placeholders::filled, takeaway::Takeaway};
use vocabulary::Part;
use yew::prelude::*;

/// The name of the file with the feed of corrections and updates. Each edition's folder has such a
/// file if the base URL is known.
pub const FEED: &str = "feed.xml";

impl Page<'_> {
    /// Returns the address of the CSV file of a table in this edition.
    pub(super) fn data(&self, name: &str) -> String {
        self.url_of(&format!("data/{name}.csv"))
    }

    pub(super) fn about(&self) -> Html {
        self.citations.enter(Chapter::Part(Part::About));
        // The part does not name the publisher, because the footer of its page does.
        self.part(Part::About, self.corrections())
    }

    /// Renders the footer of the offline file. The footer includes the part about how the explainer was made.
    pub(super) fn footer(&self) -> Html {
        self.citations.enter(Chapter::Part(Part::About));
        let labels = &self.labels().footer;
        let about = &self.edition.texts.about;
        let place = self.place("about", &about.title);
        html! {
            <footer class="footer" id="about">
                <h2>{ self.linked("about", &about.title) }</h2>
                { self.blocks(&about.introduction, &place) }
                { self.imprint() }
                { self.corrections() }
                { self.takeaway_links() }
                <p>{ &labels.licence }</p>
                <p class="failed-note" hidden={true}>{ &self.labels().site.failed }</p>
                <p><a href="#top">{ &self.labels().site.top }</a></p>
            </footer>
        }
    }

    /// Renders the footer of the story, of the print edition, and of the pages of parts and votes.
    /// The footer has a link to the page about how the explainer was made.
    pub(super) fn short_footer(&self) -> Html {
        let labels = self.labels();
        html! {
            <footer class="footer">
                { self.imprint() }
                <p><a href={self.url_of(&Route::Part(Part::About).path())}>{ &self.edition.texts.about.title }</a></p>
                { self.takeaway_links() }
                <p>{ &labels.footer.licence }</p>
                if self.has_app() {
                    <p class="failed-note" hidden={true}>{ &labels.site.failed }</p>
                }
                <p><a href="#top">{ &labels.site.top }</a></p>
            </footer>
        }
    }

    /// Renders the publisher, the author, the contact for errors, and the dates.
    fn imprint(&self) -> Html {
        let labels = &self.labels().footer;
        let imprint = &self.site.story.imprint;
        html! {
            <div class="imprint">
                if let Some(publisher) = &imprint.publisher {
                    <p>{ filled(&labels.publisher, [("name", optional_link(publisher.url.as_ref(), &publisher.name))]) }</p>
                }
                if let Some(author) = &imprint.author {
                    <p>{ labels.author.replace("{name}", author) }</p>
                }
                if let Some(contact) = &imprint.contact {
                    <p>{ filled(&labels.contact, [("address", optional_link(Some(contact), contact.trim_start_matches("mailto:")))]) }</p>
                }
                <p class="dates">{ self.dates() }</p>
            </div>
        }
    }

    fn takeaway_links(&self) -> Html {
        let labels = &self.labels().footer;
        let takeaway = |takeaway: Takeaway, words: &str| html! { <li><a href={self.url_of(takeaway.path())}>{ words }</a></li> };
        html! {
            <nav class="take" aria-label={labels.take.clone()}>
                <ul>
                    { takeaway(Takeaway::Print, &labels.print) }
                    { takeaway(Takeaway::Offline, &labels.print_everything) }
                    <li><a href={self.url_of(Takeaway::Offline.path())} download="">{ &labels.offline }</a></li>
                    { takeaway(Takeaway::Data, &labels.data) }
                    { takeaway(Takeaway::Cite, &labels.cite) }
                    // The site has a feed only if the base URL is known.
                    if self.site.base_url.is_some() {
                        <li><a href={self.url_of(FEED)}>{ &labels.feed }</a></li>
                    }
                    <li><a href={self.url_of(&Embed::How.path())}>{ &self.labels().embed.how }</a></li>
                </ul>
            </nav>
        }
    }
}

/// Renders `words` as a link to `address`, or as plain text if there is no address.
fn optional_link(address: Option<&String>, words: &str) -> Html {
    match address {
        Some(address) => html! { <a href={address.clone()}>{ words }</a> },
        None => html! { { words } },
    }
}
