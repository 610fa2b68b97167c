//! What a shared link is made of, as far as that can be said without a browser: the page that shows a view with the
//! shortest address, and the text fragment that leads to a quote.

pub mod messages;
pub mod quote;
#[cfg(test)]
mod tests;

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

/// The link to what the parameters `asked` show, for a reader whose page opens at the roll call of the resolution
/// `opened`, if at any. `has_page` tells whether there is a page that opens at a resolution.
pub fn link(asked: &[(&str, &str)], opened: Option<&str>, has_page: &dyn Fn(&str) -> bool) -> Link {
    let mut folder = None;
    let mut query = String::new();
    for (name, value) in asked {
        if *name == "resolution" && has_page(value) {
            folder = Some([VOTES, value, "/"].concat());
            continue;
        }
        for piece in [if query.is_empty() { "" } else { "&" }, name, "=", value] {
            query.push_str(piece);
        }
    }
    // A page that opens at a roll call would show that one, or be called after it.
    Link { folder: folder.or_else(|| opened.map(|_| VOTES.to_owned())), query }
}
