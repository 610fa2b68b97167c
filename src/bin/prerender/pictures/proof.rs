//! Reads a drawing before it is printed: every character is in the fonts, every word lies within what every preview
//! shows, and none lies on another.

use super::{error::PictureError, lettering::texts};
use resvg::usvg::{Rect, Text, Tree};

/// X cuts pictures to 2:1, so words stay within the middle 600 of 630 pixels.
const TOP: f32 = 15.0;
const BOTTOM: f32 = 615.0;
const LEFT: f32 = 40.0;
const RIGHT: f32 = 1160.0;

/// Refuses a drawing, `svg` as it was read into `tree`, that nobody could read.
pub(super) fn proof(svg: &str, tree: &Tree) -> Result<(), PictureError> {
    let texts = texts(tree.root());
    // Words that cannot be set at all are left out of the tree.
    if texts.len() != svg.matches("<text ").count() {
        return Err(PictureError::Drawing("some words have no font".to_owned()));
    }
    for (number, text) in texts.iter().enumerate() {
        if text.layouted().iter().flat_map(|span| &span.positioned_glyphs).any(|glyph| glyph.id.0 == 0) {
            return Err(PictureError::NoGlyph(said(text)));
        }
        let place = extent(text);
        let inside = place.left() >= LEFT && place.right() <= RIGHT && place.top() >= TOP && place.bottom() <= BOTTOM;
        if !inside || texts[..number].iter().any(|before| touch(extent(before), place)) {
            return Err(PictureError::Misplaced(said(text)));
        }
    }
    Ok(())
}

/// What a text's letters cover.
fn extent(text: &Text) -> Rect {
    text.flattened().abs_bounding_box()
}

fn touch(one: Rect, other: Rect) -> bool {
    one.left() < other.right() && other.left() < one.right() && one.top() < other.bottom() && other.top() < one.bottom()
}

fn said(text: &Text) -> String {
    text.chunks().iter().map(|chunk| chunk.text()).collect()
}
