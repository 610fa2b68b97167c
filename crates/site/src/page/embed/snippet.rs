//! What a publisher pastes: markup with places in braces, filled here for all of the explainer and by `how.js` for what
//! is chosen.

use html_escape::encode_double_quoted_attribute;

/// A frame, as plain as can be, in an element that themes put in line with the text: those of WordPress have rules of their own for bare
/// frames. Many pages have a listener that will give it the height of its content.
pub(super) const FRAME: &str = "<div><iframe src=\"{embed}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" \
    style=\"display:block;width:100%;border:0\" allow=\"web-share; clipboard-write\"><a href=\"{page}\">{title}</a></iframe></div>";

/// The element that `embed.js` defines.
pub(super) const ELEMENT: &str = "<script async src=\"{base}embed.js\"></script>\n\
    <policy-shift-explainer part=\"{part}\" lang=\"{lang}\" theme=\"{theme}\"><a href=\"{page}\">{title}</a></policy-shift-explainer>";

/// WordPress finds out the rest by itself, from an address that shows what is chosen.
pub(super) const WORDPRESS: &str = "{paste}";

/// A frame that may grow needs a place to press, where AMP does not let it grow by itself.
pub(super) const AMP: &str = "<script async custom-element=\"amp-iframe\" src=\"https://cdn.ampproject.org/v0/amp-iframe-0.1.js\"></script>\n\
    <amp-iframe src=\"{embed}\" title=\"{title}\" layout=\"fixed-height\" height=\"{height}\" frameborder=\"0\" resizable \
    sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\">\n\
    <div placeholder></div>\n<div overflow tabindex=\"0\" role=\"button\" aria-label=\"{more}\">{more}</div>\n</amp-iframe>";

/// `template` with each name in braces replaced by what it stands for, made safe for markup.
pub(super) fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), &encode_double_quoted_attribute(value)))
}
