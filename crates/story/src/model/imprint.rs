//! Who publishes the explainer, and how to reach them.

use super::PartialDate;

/// Who answers for the explainer, as far as `site.toml` says.
#[derive(Debug, Default)]
pub struct Imprint {
    /// The publication. Without it the explainer's own name stands in its place.
    pub publisher: Option<Publisher>,
    /// The person who wrote it, where it is not the publication as a whole.
    pub author: Option<String>,
    /// Where readers report an error: an address that begins with `mailto:` or `https://`.
    pub contact: Option<String>,
    /// The day up to which sources were looked for and read.
    pub read_up_to: Option<PartialDate>,
}

/// A publication.
#[derive(Debug)]
pub struct Publisher {
    /// Its name.
    pub name: String,
    /// Its own site; always https.
    pub url: Option<String>,
    /// A picture with its logo; always https.
    pub logo: Option<String>,
}
