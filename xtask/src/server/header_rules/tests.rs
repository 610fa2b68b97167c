//! Tests the headers that a `_headers` file sets for a path, and the messages for mistakes.

use super::*;

/// Checks that `file` sets the headers `expected` for `path`. `expected` has one header on each line. If `file` has a
/// mistake, checks that the message is `expected`.
#[track_caller]
fn check(file: &str, path: &str, expected: &str) {
    let actual = match file.parse::<HeaderRules>() {
        Ok(rules) => {
            rules.for_path(path).map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or("?"))).collect::<Vec<_>>().join("\n")
        }
        Err(error) => error.to_string(),
    };
    assert_eq!(actual, expected, "{file}");
}

#[test]
fn every_matching_rule_applies_in_the_order_of_the_file() {
    let file = "# all\n/*\n  A: 1\n\n  B: two: words\n/assets/*\n\tA: 3\n/ja/\n  C: 4\n";
    check(file, "/", "a: 1\nb: two: words");
    check(file, "/assets/x.js", "a: 1\nb: two: words\na: 3");
    check(file, "/assets", "a: 1\nb: two: words");
    check(file, "/ja/", "a: 1\nb: two: words\nc: 4");
    check(file, "/ja/x", "a: 1\nb: two: words");
}

#[test]
fn a_site_that_is_written_for_a_folder_is_served_anywhere() {
    let file = "# all\n/a/b/*\n  A: 1\n/a/b/x.js\n  B: 2\n";
    check(file, "/", "a: 1");
    check(file, "/x.js", "a: 1\nb: 2");
    check(file, "/y/x.js", "a: 1");
}

#[test]
fn windows_line_ends_and_an_empty_file_are_fine() {
    check("/\r\n  A: 1\r\n", "/", "a: 1");
    check("", "/", "");
}

#[test]
fn an_invalid_line_is_reported() {
    check("/*\n  A: 1\nB: 2\n", "/", "line 3: a path has to start with \"/\"; a header has to be indented");
    check("https://example.org/*\n", "/", "line 1: a path has to start with \"/\"; a header has to be indented");
    check("\n/a*b\n", "/", "line 2: a path may contain one \"*\", as its last character");
    check("/**\n", "/", "line 1: a path may contain one \"*\", as its last character");
    check("  A: 1\n", "/", "line 1: a header needs a line with a path before it");
    check("/\n  ! A\n", "/", "line 2: a header has to look like \"Name: value\"");
    check("/\n  A b: 1\n", "/", "line 2: this header's name or value contains characters that are not allowed there");
    check("/\n  : 1\n", "/", "line 2: this header's name or value contains characters that are not allowed there");
}
