//! The MIME types of the site's files, by file extension. They are listed here because the built-in lists of servers
//! differ.

/// The MIME type for a file extension.
pub(super) struct Type {
    /// The file extension, without the dot.
    pub(super) ending: &'static str,
    /// The MIME type, without parameters.
    pub(super) mime: &'static str,
    /// Whether the file is text, which is always UTF-8.
    pub(super) is_text: bool,
}

impl Type {
    /// Returns whether compression makes files of this type smaller.
    pub(super) fn shrinks(&self) -> bool {
        self.is_text || self.ending == "wasm"
    }
}

/// The types of the files that hosts send to readers.
pub(super) const TYPES: [Type; 10] = [
    text("html", "text/html"),
    text("css", "text/css"),
    text("js", "text/javascript"),
    text("json", "application/json"),
    text("csv", "text/csv"),
    text("txt", "text/plain"),
    text("xml", "application/xml"),
    text("svg", "image/svg+xml"),
    binary("wasm", "application/wasm"),
    binary("png", "image/png"),
];

const fn text(ending: &'static str, mime: &'static str) -> Type {
    Type { ending, mime, is_text: true }
}

const fn binary(ending: &'static str, mime: &'static str) -> Type {
    Type { ending, mime, is_text: false }
}
