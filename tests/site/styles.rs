//! Checks that the styles in the pages contain none of the syntax in [`YOUNGER`]. Some browsers of 2020 lack this
//! syntax.

use tests::written;

/// Newer syntax, its purpose, and the browser versions that lack it. A browser ignores a declaration or a rule that it
/// cannot parse.
const YOUNGER: [(&str, &str); 3] = [
    ("light-dark(", "colours for two themes: Chrome before 123, Firefox before 120, Safari before 17.5"),
    ("{&", "a rule within a rule: Chrome before 112, Firefox before 117, Safari before 16.5"),
    ("(width", "a range of widths: Chrome before 104, Firefox before 63, Safari before 16.4"),
];

#[test]
fn no_style_needs_a_younger_browser_than_promised() {
    for page in written::pages() {
        for style in page.html.split("<style>").skip(1).filter_map(|rest| rest.split("</style>").next()) {
            for (form, who) in YOUNGER {
                assert!(!style.contains(form), "{} has `{form}`, {who}", page.path);
            }
        }
    }
}
