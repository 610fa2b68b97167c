//! The imprint: the optional fields of `site.toml` that pages show.

use super::PartialDate;

/// The publisher, the author, the contact for errors, and the day up to which sources were read.
#[derive(Debug, Default)]
pub struct Imprint {
    /// The publication that publishes the explainer. Without one, the metadata of pages names the explainer itself as
    /// the publisher.
    pub publisher: Option<Publisher>,
    /// The person who wrote the explainer. Without an author, the metadata of pages names the publisher as the author.
    pub author: Option<String>,
    /// The address to which readers report errors. It begins with `mailto:` or `https://`.
    pub contact: Option<String>,
    /// The day up to which sources were searched for and read.
    pub read_up_to: Option<PartialDate>,
}

/// A publication.
#[derive(Debug)]
pub struct Publisher {
    /// The name.
    pub name: String,
    /// The https address of the publication's own site.
    pub url: Option<String>,
    /// The https address of a picture of the publication's logo.
    pub logo: Option<String>,
}
