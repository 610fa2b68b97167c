//! The error for a picture that cannot be drawn. If authors can remedy the error, its message contains the remedy.

use crate::{cache::NotKept, page::Picture};
use std::{fmt, io, path::PathBuf};
use story::Edition;

#[derive(Debug)]
pub(crate) enum PictureError {
    /// A package with fonts is not installed.
    NoFonts {
        /// The name and version of the package.
        package: String,
        /// The folder in which it should be installed.
        folder: PathBuf,
    },
    /// A file cannot be read or written.
    File(PathBuf, io::Error),
    /// `Cargo.toml` cannot be parsed, or does not pin the version of a package with fonts.
    Pins(String),
    /// `style/tokens.css` does not define the colour with this name, or not in the expected form.
    NoColour(&'static str),
    /// The font files do not contain the font family with this name.
    NotAFont(PathBuf),
    /// A text is too long for its space.
    TooLong(String),
    /// The font size of a text is too small for a small preview.
    TooSmall(String),
    /// A text overlaps another text, or lies outside the area that every preview shows.
    Misplaced(String),
    /// A text has a character that its font does not have.
    NoGlyph(String),
    /// The SVG is not valid, has a text without a font, or cannot be rendered as PNG. This would be a bug in this
    /// program.
    Drawing(String),
    /// Another error, together with a text that names the file and the edition of the picture.
    Picture(String, Box<PictureError>),
}

impl From<NotKept> for PictureError {
    fn from(NotKept(path, error): NotKept) -> Self {
        Self::File(path, error)
    }
}

impl PictureError {
    /// Adds the file and the edition of the picture to the error.
    pub(super) fn on(self, edition: &Edition, picture: &Picture) -> Self {
        Self::Picture(format!("{} in the edition `{}`", picture.file(), edition.language), Box::new(self))
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFonts { package, folder } => write!(
                f,
                "the pictures for link previews need the fonts of the npm package {package}, which is not in {}; \
                 `cargo xtask build` installs it, and so does\n  npm install --ignore-scripts --prefix {} {package}",
                folder.display(),
                folder.display()
            ),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Pins(why) => {
                write!(f, "Cargo.toml does not say which fonts the pictures need, in [workspace.metadata.tools.fonts]: {why}")
            }
            Self::NoColour(name) => write!(f, "style/tokens.css has no `--{name}: light-dark(#rrggbb, ...)`, which the pictures need"),
            Self::NotAFont(path) => {
                write!(f, "{} is not the font that the pictures need; remove its package and run `cargo xtask build`", path.display())
            }
            Self::TooLong(text) => write!(f, "\"{text}\" is too long for it, even in the smallest type; shorten the text"),
            Self::TooSmall(text) => write!(f, "\"{text}\" is set too small to be read in a preview 300 pixels wide; set it larger"),
            Self::Misplaced(text) => write!(f, "\"{text}\" overlaps other words or leaves what every preview shows; shorten the text"),
            Self::NoGlyph(text) => write!(f, "the fonts cannot write \"{text}\"; write it otherwise, or give its language other fonts"),
            Self::Drawing(why) => write!(f, "the drawing is not sound: {why}"),
            Self::Picture(picture, why) => write!(f, "the picture {picture}: {why}"),
        }
    }
}

impl std::error::Error for PictureError {}
