//! What a shared link is made of, as far as that can be said without a browser: the page that shows a view with the
//! shortest address, and the text fragment that leads to a quote.

pub mod quote;
#[cfg(test)]
mod tests;

use crate::view::ViewState;

/// The part whose pages open at a roll call.
const VOTES: &str = "un-history/";

/// Where a view is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The page's folder within its edition; `None` is the page where the reader is.
    pub folder: Option<String>,
    /// What the page cannot know by itself, as a query without its question mark.
    pub query: String,
}

/// The link to `view` for a reader whose page opens at the roll call of the resolution `opened`, if at any. `has_page`
/// tells whether there is a page that opens at a resolution. What others have added to the address is left behind.
pub fn link(view: &ViewState, opened: Option<&str>, has_page: impl Fn(&str) -> bool) -> Link {
    let mut rest = view.clone();
    let own_page = rest.resolution.take_if(|id| has_page(id)).map(|id| format!("{VOTES}{id}/"));
    // A page that opens at a roll call would show that one, or be called after it.
    let folder = own_page.or_else(|| opened.map(|_| VOTES.to_owned()));
    Link { folder, query: rest.serialise("") }
}
