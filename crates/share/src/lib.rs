//! What a shared link is made of, as far as that can be said without a browser: the page that shows a view with the
//! shortest address, and the text fragment that leads to a quote.

pub mod messages;
pub mod quote;
#[cfg(test)]
mod tests;

use explainer::view::Parameter;

/// The folder of the pages of recorded votes.
const VOTES: &str = "un-history/";

/// Where a view is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The page's folder within its edition; `None` is the page where the reader is.
    pub folder: Option<String>,
    /// What the page cannot know by itself, as a query without its question mark.
    pub query: String,
}

/// Returns the link to the view that the parameters `asked` describe. A roll call by itself may have a page of its own.
/// `has_page` tells whether the resolution with an id has one.
pub fn link(asked: &[(Parameter, &str)], has_page: &dyn Fn(&str) -> bool) -> Link {
    if let [(Parameter::Resolution, id)] = asked
        && has_page(id)
    {
        return Link { folder: Some([VOTES, id, "/"].concat()), query: String::new() };
    }
    let mut query = String::new();
    for (parameter, value) in asked {
        for piece in [if query.is_empty() { "" } else { "&" }, parameter.name(), "=", value] {
            query.push_str(piece);
        }
    }
    Link { folder: None, query }
}
