//! Makes shared links. This library does not need a browser. If a view is only a resolution that has its own page, the
//! link leads to that page. Otherwise the link leads to the current page. The library also makes the text fragment for
//! a quote.

pub mod messages;
pub mod quote;
#[cfg(test)]
mod tests;

use explainer::view::Parameter;

/// The folder of the pages of recorded votes.
const VOTES: &str = "un-history/";

/// The page and the query that show a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The folder of the page within its edition. `None` means the current page.
    pub folder: Option<String>,
    /// The query for the page, without the question mark. Empty if the page shows the view by default.
    pub query: String,
}

/// Returns the link to the view that `parameters` describe. If the only parameter is a resolution that has its own
/// page, returns the link to that page. `has_page` takes the id of a resolution, and returns whether the resolution has
/// its own page.
pub fn link(parameters: &[(Parameter, &str)], has_page: &dyn Fn(&str) -> bool) -> Link {
    if let [(Parameter::Resolution, id)] = parameters
        && has_page(id)
    {
        return Link { folder: Some([VOTES, id, "/"].concat()), query: String::new() };
    }
    let mut query = String::new();
    for (parameter, value) in parameters {
        for piece in [if query.is_empty() { "" } else { "&" }, parameter.name(), "=", value] {
            query.push_str(piece);
        }
    }
    Link { folder: None, query }
}
