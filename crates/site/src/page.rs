//! Renders the pages natively, when the site is written. None of this code reaches the browser.
//!
//! [`document`] makes the complete HTML of the page of a [`Route`]. [`Embed`] lists the pages that
//! other sites can frame, and the page that makes snippets for them. [`Takeaway`] lists the pages
//! for printing, downloading or citing the explainer. Most modules render one part of a page, or
//! one element that several parts use, such as citations and dates. They turn the [`story`] into
//! [`Html`]. The interactive components are in [`explainer::islands`].

mod abductions;
mod article;
mod before_after;
mod card;
mod cases;
mod choices;
mod citation;
mod cite_page;
mod claims;
mod coast;
mod contents;
mod corrections;
mod counts;
mod data;
mod dates;
mod depth;
mod dialogs;
mod document;
mod embed;
mod empty_years;
mod events;
mod evidence;
mod figure;
mod footer;
mod frozen;
mod geneva_votes;
mod glossary;
mod guess;
mod head;
mod island;
mod json_ld;
mod landmarks;
mod lead_figure;
mod link_preview;
mod lists;
mod masthead;
mod names;
mod not_found;
mod outline;
mod own_page;
mod part;
mod picture;
mod picture_text;
mod placeholders;
mod places;
mod plain_page;
mod police_chart;
mod print_offline;
mod prose;
mod reading_times;
mod reasons;
mod rewrite_links;
mod roll_call_notes;
mod route;
mod search;
mod share;
mod shared_roll_call;
mod shift;
mod sources;
mod stages;
mod stairs;
mod statement_strip;
mod story_page;
mod takeaway;
mod tally;
mod timeline;
mod titles;
mod un_history;
mod vote_columns;
mod vote_explorer;
mod vote_page;
mod vote_strips;
mod what_next;
mod why;

pub use cite_page::cite_page;
pub(crate) use corrections::correction_path;
pub use data::data_page;
pub use dialogs::DIALOG_STYLE;
pub use document::{DocumentError, Site, document};
pub use embed::{Embed, Framed, Theme, embed, oembed, themed};
pub use footer::FEED;
pub use frozen::{FROZEN, frozen_folder};
pub use link_preview::PICTURE_SIZE;
pub use not_found::not_found;
pub use picture::Picture;
pub use places::{PLACES, Places};
pub use print_offline::print_offline;
pub use route::Route;
pub use takeaway::Takeaway;

use citation::Citations;
use story::{Edition, Labels};
use yew::prelude::*;

/// The page that is being rendered, with the citations made so far. Most functions that render content are methods of
/// this type.
struct Page<'a> {
    site: Site<'a>,
    edition: &'a Edition,
    /// The route of the page. For an embed, this is the route of the full page about the same subject. For a
    /// [`Takeaway`], this is [`Route::Story`].
    route: &'a Route,
    embed: Option<&'a Embed>,
    takeaway: Option<Takeaway>,
    citations: Citations,
    places: &'a Places,
}

impl<'a> Page<'a> {
    /// Creates the state for rendering a [`Takeaway`].
    fn beside(site: Site<'a>, edition: &'a Edition, takeaway: Takeaway) -> Self {
        const STORY: &Route = &Route::Story;
        Self { site, edition, route: STORY, embed: None, takeaway: Some(takeaway), citations: Citations::default(), places: Places::NONE }
    }

    fn labels(&self) -> &Labels {
        &self.edition.labels
    }
}

/// Wraps rendered markup without escaping it.
fn raw(markup: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(markup))
}

#[cfg(test)]
mod growth_tests;
#[cfg(test)]
mod tests;
