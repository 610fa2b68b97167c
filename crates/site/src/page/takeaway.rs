//! The pages with which the explainer is taken away: an edition to print, a file to keep, the data, how to cite it. Their
//! paths are stable for ever, like those of the routes.

/// A page beside the explainer, once in every edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takeaway {
    /// The story, for paper.
    Print,
    /// Everything in one file, to keep for times without a network, and to print.
    Offline,
    /// The tables to download.
    Data,
    /// References and frozen copies.
    Cite,
}

impl Takeaway {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Print, Self::Offline, Self::Data, Self::Cite];

    /// Its path within its edition: a folder with a slash at its end, or a file.
    pub fn path(self) -> &'static str {
        match self {
            Self::Print => "print/",
            Self::Offline => "offline.html",
            Self::Data => "data/",
            Self::Cite => "cite/",
        }
    }

    /// Whether it is the explainer itself in another form, and so nothing for search engines.
    pub fn is_copy(self) -> bool {
        match self {
            Self::Print | Self::Offline => true,
            Self::Data | Self::Cite => false,
        }
    }

    /// Whether it has everything that is on the pages of the parts.
    pub(super) fn holds_everything(self) -> bool {
        match self {
            Self::Offline => true,
            Self::Print | Self::Data | Self::Cite => false,
        }
    }
}
