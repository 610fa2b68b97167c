//! The kinds of files of the site. The path of a file determines its kind. The kind determines with which content types
//! the file may be sent.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Page,
    Script,
    Wasm,
    /// Another text file, with its allowed content types.
    Text(&'static [&'static str]),
    Png,
    /// Any other file. Its content type is not checked.
    Other,
}

impl Kind {
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

    /// Returns the content types with which files of this kind may be sent. Returns an empty list if every type is
    /// allowed.
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

    /// Returns whether files of this kind should be sent compressed.
    pub(crate) fn shrinks(self) -> bool {
        !matches!(self, Self::Png | Self::Other)
    }
}

/// Returns whether other origins load the file at `path`. Other sites load data. Sandboxed frames,
/// which have an opaque origin, load scripts and WASM.
pub(crate) fn is_for_others(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ["js", "wasm", "csv", "json"].contains(&ending))
}

/// Returns whether the name of the file at `path` seems to have a hash, as `explainer-1f0c9a2b7d3e4f56.js` does.
pub(crate) fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '_', '.']).any(|piece| piece.len() >= 8 && piece.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
