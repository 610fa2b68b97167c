//! The name-plates of each year, on a desk. The European Union's plate is at the back and always stands. Japan's plate
//! is in front, and stands or lies on its face.

use std::collections::BTreeMap;
use story::Edition;
use vocabulary::{Body, Role};

/// The width and the height of the drawing of one year, in drawing units.
pub(crate) const SIZE: (f32, f32) = (96.0, 84.0);

pub(crate) const DESK: &str = "M0 74H96";
/// The path of the side of the back plate.
pub(crate) const BACK: &str = "M40 20H90L94 52H44Z";
/// The path of the face of the back plate.
pub(crate) const BACK_FACE: &str = "M38 22H88V52H38Z";
/// The path of the side of the front plate when it stands.
pub(crate) const SIDE: &str = "M80 42L88 74H80Z";
/// The path of the face of the front plate when it stands.
pub(crate) const FACE: &str = "M8 42H80V74H8Z";
/// The path of the front plate when it lies flat.
pub(crate) const LYING: &str = "M6 74L16 64H92L82 74Z";
/// The path of the edge of the front plate when it lies flat.
pub(crate) const EDGE: &str = "M6 74H82V78H6Z";

/// Returns the years in which the Council adopted a text, up to the year of the decision. The value of a year is true
/// if Japan co-submitted the text. Japan's plate stands in the years whose value is true.
pub(crate) fn years(edition: &Edition) -> BTreeMap<i16, bool> {
    let texts = edition.resolutions.iter().filter(|text| text.body == Body::Council && text.adopted_on.year <= edition.decision.year);
    texts.map(|text| (text.adopted_on.year, text.japan == Role::CoSubmitter)).collect()
}
