//! The pages for printing, downloading or citing the explainer. Their paths never change, like those of
//! [`Route`](super::Route).

use strum::VariantArray;

/// A page for printing, downloading or citing the explainer. Every edition has all of these pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Takeaway {
    /// The print edition of the story.
    Print,
    /// The complete explainer in one file, which can be read without a network and can be printed.
    Offline,
    /// The page with the tables to download.
    Data,
    /// The page with references to copy and links to the frozen copies.
    Cite,
}

impl Takeaway {
    /// Returns the path within the edition: a folder that ends with a slash, or a file.
    pub fn path(self) -> &'static str {
        match self {
            Self::Print => "print/",
            Self::Offline => "offline.html",
            Self::Data => "data/",
            Self::Cite => "cite/",
        }
    }

    /// Returns whether the page is a copy of the explainer in another form. Search engines must not index such pages.
    pub fn is_copy(self) -> bool {
        match self {
            Self::Print | Self::Offline => true,
            Self::Data | Self::Cite => false,
        }
    }

    /// Returns whether the page has the complete explainer.
    pub(super) fn holds_everything(self) -> bool {
        match self {
            Self::Offline => true,
            Self::Print | Self::Data | Self::Cite => false,
        }
    }
}
