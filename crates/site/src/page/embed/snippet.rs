//! The templates of the snippets that publishers paste. On the page that makes snippets, the templates are filled for
//! the whole explainer. `snippets.js` fills them again for each choice of the reader.

use html_escape::encode_double_quoted_attribute;

/// A frame in a `<div>`. Themes of WordPress align a `<div>` with the text, but have special rules for a frame outside
/// a `<div>`. The snippet has no script. Many sites already have one that sets the height of frames.
pub(super) const FRAME: &str = "<div><iframe src=\"{embed}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" \
    style=\"display:block;width:100%;border:0\" allow=\"web-share; clipboard-write\"><a href=\"{page}\">{title}</a></iframe></div>";

/// The element that `embed.js` defines.
pub(super) const ELEMENT: &str = "<script async src=\"{base}embed.js\"></script>\n\
    <policy-shift-explainer part=\"{part}\" lang=\"{lang}\" theme=\"{theme}\"><a href=\"{page}\">{title}</a></policy-shift-explainer>";

/// The address of a page. WordPress gets the frame from the page's oEmbed answer.
pub(super) const WORDPRESS: &str = "{paste}";

/// A frame for AMP pages. AMP requires the `overflow` element, which readers press if AMP does not let the frame grow.
pub(super) const AMP: &str = "<script async custom-element=\"amp-iframe\" src=\"https://cdn.ampproject.org/v0/amp-iframe-0.1.js\"></script>\n\
    <amp-iframe src=\"{embed}\" title=\"{title}\" layout=\"fixed-height\" height=\"{height}\" frameborder=\"0\" resizable \
    sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\">\n\
    <div placeholder></div>\n<div overflow tabindex=\"0\" role=\"button\" aria-label=\"{more}\">{more}</div>\n</amp-iframe>";

/// Replaces each `{name}` of `values` in `template` by the escaped value.
pub(super) fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), &encode_double_quoted_attribute(value)))
}
