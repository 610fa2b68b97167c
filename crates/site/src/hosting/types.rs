//! The MIME types of the site's files, by file extension. They are listed here because each server knows a different
//! set.

/// The type of a file.
pub(super) struct Type {
    /// The ending of its name, without the dot.
    pub(super) ending: &'static str,
    /// What it is sent as.
    pub(super) mime: &'static str,
    /// Whether it is text, which is UTF-8.
    pub(super) is_text: bool,
}

impl Type {
    /// Whether files of this type shrink when they are compressed.
    pub(super) fn shrinks(&self) -> bool {
        self.is_text || self.ending == "wasm"
    }
}

/// All of them.
pub(super) const TYPES: [Type; 14] = [
    text("html", "text/html"),
    text("css", "text/css"),
    text("js", "text/javascript"),
    text("json", "application/json"),
    text("csv", "text/csv"),
    text("txt", "text/plain"),
    text("md", "text/markdown"),
    text("xml", "application/xml"),
    text("svg", "image/svg+xml"),
    text("bib", "application/x-bibtex"),
    text("ris", "application/x-research-info-systems"),
    binary("wasm", "application/wasm"),
    binary("png", "image/png"),
    binary("zip", "application/zip"),
];

const fn text(ending: &'static str, mime: &'static str) -> Type {
    Type { ending, mime, is_text: true }
}

const fn binary(ending: &'static str, mime: &'static str) -> Type {
    Type { ending, mime, is_text: false }
}
