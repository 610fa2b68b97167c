//! The pages with which the explainer is taken away: an edition to print, a file to keep, the data, how to cite it. Their
//! paths are stable for ever, like those of the routes.

use strum::VariantArray;

/// A page beside the explainer, once in every edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Takeaway {
    /// The story, for paper.
    Print,
    /// Everything, for paper.
    PrintEverything,
    /// Everything in one file, for those without a network.
    Offline,
    /// The tables to download.
    Data,
    /// References and frozen copies.
    Cite,
}

impl Takeaway {
    /// Its path within its edition: a folder with a slash at its end, or a file.
    pub fn path(self) -> &'static str {
        match self {
            Self::Print => "print/",
            Self::PrintEverything => "print/everything/",
            Self::Offline => "offline.html",
            Self::Data => "data/",
            Self::Cite => "cite/",
        }
    }

    /// Whether it is the explainer itself in another form, and so nothing for search engines.
    pub fn is_copy(self) -> bool {
        match self {
            Self::Print | Self::PrintEverything | Self::Offline => true,
            Self::Data | Self::Cite => false,
        }
    }

    /// Whether it has everything that is on the pages of the parts.
    pub(super) fn holds_everything(self) -> bool {
        match self {
            Self::PrintEverything | Self::Offline => true,
            Self::Print | Self::Data | Self::Cite => false,
        }
    }

    /// Whether it is for paper.
    pub(super) fn is_paper(self) -> bool {
        match self {
            Self::Print | Self::PrintEverything => true,
            Self::Offline | Self::Data | Self::Cite => false,
        }
    }
}
