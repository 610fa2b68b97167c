//! Reads the colours of the pictures. They are the colours of the page in its light theme, from `style/tokens.css`.

use super::error::PictureError;
use std::{fs, path::Path};

macro_rules! colours {
    ($($(#[$about:meta])* $colour:ident = $token:literal,)+) => {
        /// A colour of the pictures.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Colour { $($(#[$about])* $colour,)+ }

        const TOKENS: &[(Colour, &str)] = &[$((Colour::$colour, $token),)+];
    };
}

colours! {
    /// The background.
    Paper = "paper",
    /// Text, strong lines, and the side of the front name-plate.
    Ink = "ink",
    /// Less important text, lines and outlines.
    InkSoft = "ink-soft",
    /// The fill of bands and of land.
    PaperDeep = "paper-deep",
    /// Thin lines, and the side of the back name-plate.
    Hairline = "hairline",
    /// Japan, the subject of a picture, and the site's name.
    Accent = "accent",
    /// A light tint of the accent colour, for areas.
    AccentWash = "accent-wash",
    /// The decision, and text about the decision.
    Decision = "decision",
    /// Votes in favour.
    Yes = "yes",
    /// Votes against.
    No = "no",
    /// Abstentions.
    Abstain = "abstain",
    /// Absent members.
    Absent = "absent",
}

/// The values of all colours, in the order of `TOKENS`.
pub(super) struct Palette(Vec<String>);

impl Palette {
    /// Reads the colours from the CSS file `tokens`.
    pub(super) fn read(tokens: &Path) -> Result<Self, PictureError> {
        let css = fs::read_to_string(tokens).map_err(|error| PictureError::File(tokens.to_owned(), error))?;
        Self::from_css(&css)
    }

    fn from_css(css: &str) -> Result<Self, PictureError> {
        let values = TOKENS.iter().map(|(_, token)| light(css, token).map(str::to_owned).ok_or(PictureError::NoColour(token)));
        Ok(Self(values.collect::<Result<_, _>>()?))
    }

    /// Returns a colour as `#rrggbb`.
    pub(super) fn value(&self, colour: Colour) -> &str {
        TOKENS.iter().position(|(known, _)| *known == colour).and_then(|index| self.0.get(index)).map_or("", String::as_str)
    }
}

/// Returns the value of a token in the light theme. Returns `None` if `css` does not define the token with
/// `light-dark()`, or if the value is not written as `#rrggbb`.
fn light<'a>(css: &'a str, token: &str) -> Option<&'a str> {
    let (_, rest) = css.split_once(&format!("--{token}: light-dark("))?;
    let (value, _) = rest.split_once(',')?;
    let digits = value.strip_prefix('#')?;
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, expected: Option<&str>) {
        assert_eq!(light(css, "ink"), expected, "{css}");
    }

    #[test]
    fn a_colour_is_the_light_one_of_its_token() {
        check("--ink-soft: light-dark(#5a544a, #b5ad9f); --ink: light-dark(#1e1b17, #ece7dd);", Some("#1e1b17"));
    }

    #[test]
    fn what_a_picture_could_not_be_painted_with_is_no_colour() {
        check("--ink: #1e1b17;", None);
        check("--ink: light-dark(var(--black), #ece7dd);", None);
        check("--ink-soft: light-dark(#5a544a, #b5ad9f);", None);
    }

    #[test]
    fn the_tokens_of_the_page_have_every_colour() {
        let read = Palette::from_css(include_str!("../../../../style/tokens.css"));
        assert!(read.is_ok(), "{}", read.err().map(|error| error.to_string()).unwrap_or_default());
    }
}
