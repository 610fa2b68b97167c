//! Checks that a picture is legible. Every character must have a glyph, and every text must be
//! large enough for a preview 300 pixels wide. Every text must lie within the area that all link
//! previews show. No two texts may overlap.

use super::{error::PictureError, text_layout::texts};
use resvg::usvg::{Rect, Text, Tree};

/// The upper edge of the area that every link preview shows, in pixels. X crops pictures to 2:1 and shows only the
/// middle 600 pixels of the height.
const TOP: f32 = 15.0;
/// The lower edge of the area that every link preview shows, in pixels.
const BOTTOM: f32 = 615.0;
/// The left edge of the area that every link preview shows, in pixels.
const LEFT: f32 = 40.0;
/// The right edge of the area that every link preview shows, in pixels.
const RIGHT: f32 = 1160.0;

/// The smallest allowed font size, in pixels. Some chat apps show a picture 300 pixels wide, which
/// reduces the font size to a quarter.
const SMALLEST: f32 = 32.0;

/// Checks the picture `svg`, which was parsed into `tree`.
pub(super) fn check_legibility(svg: &str, tree: &Tree) -> Result<(), PictureError> {
    let texts = texts(tree.root());
    // The parser leaves out text for which it finds no font.
    if texts.len() != svg.matches("<text ").count() {
        return Err(PictureError::Drawing("some words have no font".to_owned()));
    }
    for (number, text) in texts.iter().enumerate() {
        if text.layouted().iter().flat_map(|span| &span.positioned_glyphs).any(|glyph| glyph.id.0 == 0) {
            return Err(PictureError::NoGlyph(words(text)));
        }
        if text.chunks().iter().flat_map(|chunk| chunk.spans()).any(|span| span.font_size().get() < SMALLEST) {
            return Err(PictureError::TooSmall(words(text)));
        }
        let bounds = extent(text);
        let inside = bounds.left() >= LEFT && bounds.right() <= RIGHT && bounds.top() >= TOP && bounds.bottom() <= BOTTOM;
        if !inside || texts[..number].iter().any(|before| overlap(extent(before), bounds)) {
            return Err(PictureError::Misplaced(words(text)));
        }
    }
    Ok(())
}

/// Returns the bounding box of a text's letters, in pixels.
fn extent(text: &Text) -> Rect {
    text.flattened().abs_bounding_box()
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.left() < other.right() && other.left() < one.right() && one.top() < other.bottom() && other.top() < one.bottom()
}

fn words(text: &Text) -> String {
    text.chunks().iter().map(|chunk| chunk.text()).collect()
}
