//! Which kinds of files the site has, told by their paths, and what each may be sent as.

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page.
    Page,
    /// JavaScript.
    Script,
    /// WebAssembly.
    Wasm,
    /// Anything else that shrinks, with the types that it may have.
    Text(&'static [&'static str]),
    /// A picture, which is compressed by itself.
    Png,
    /// What the site itself does not make.
    Other,
}

impl Kind {
    /// The kind of the file at `path`.
    pub(crate) fn of(path: &str) -> Self {
        match path.rsplit('/').next().unwrap_or_default().rsplit_once('.') {
            None => Self::Page,
            Some((_, "html")) => Self::Page,
            Some((_, "js")) => Self::Script,
            Some((_, "wasm")) => Self::Wasm,
            Some((_, "json")) => {
                Self::Text(&["application/json", "application/json+oembed", "application/schema+json", "application/ld+json"])
            }
            Some((_, "csv")) => Self::Text(&["text/csv"]),
            Some((_, "svg")) => Self::Text(&["image/svg+xml"]),
            Some((_, "xml")) => Self::Text(&["application/xml", "text/xml", "application/atom+xml"]),
            Some((_, "txt")) => Self::Text(&["text/plain"]),
            Some((_, "png")) => Self::Png,
            Some(_) => Self::Other,
        }
    }

    /// The types that it may be sent as; none if any will do.
    pub(crate) fn types(self) -> &'static [&'static str] {
        match self {
            Self::Page => &["text/html"],
            Self::Script => &["text/javascript", "application/javascript"],
            Self::Wasm => &["application/wasm"],
            Self::Text(types) => types,
            Self::Png => &["image/png"],
            Self::Other => &[],
        }
    }

    /// Whether it is worth compressing.
    pub(crate) fn shrinks(self) -> bool {
        !matches!(self, Self::Png | Self::Other)
    }
}

/// Whether pages of others load the file at `path`: scripts and WASM in frames without an origin, and data.
pub(crate) fn is_for_others(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ["js", "wasm", "csv", "json"].contains(&ending))
}

/// Whether the name of the file at `path` holds a hash of its content, as `explainer-1f0c9a2b7d3e4f56.js` does.
pub(crate) fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '_', '.']).any(|piece| piece.len() >= 8 && piece.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
