//! Draws a link as a QR code. The code has dark squares on a light background in every colour scheme, because cameras
//! need this contrast.

use crate::page::messages;
use gloo::utils::document;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use share::messages::MessageKey;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";
/// The width of the quiet zone around the code, in modules. The standard requires this width.
const QUIET: i32 = 4;

/// Returns the QR code of `link` as an SVG element with a title. Returns `None` if `link` is too long for a QR code.
pub(crate) fn code(link: &str) -> Option<Element> {
    // The alphanumeric mode makes smaller codes, but it cannot encode lower-case letters.
    let code = QrCode::encode_segments(&[QrSegment::make_bytes(link.as_bytes())], QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&["M", &(x + QUIET).to_string(), " ", &(y + QUIET).to_string(), "h1v1h-1z"].concat());
        }
    }
    let size = (code.size() + 2 * QUIET).to_string();
    let picture = element("svg", &[("viewBox", &["0 0 ", &size, " ", &size].concat()), ("role", "img")])?;
    let title = element("title", &[])?;
    title.set_text_content(Some(messages().get(MessageKey::CodeTitle)));
    let background = element("rect", &[("width", &size), ("height", &size)])?;
    let squares = element("path", &[("d", &path), ("shape-rendering", "crispEdges")])?;
    for part in [title, background, squares] {
        picture.append_child(&part).ok()?;
    }
    Some(picture)
}

fn element(name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document().create_element_ns(Some(SVG), name).ok()?;
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    Some(element)
}
