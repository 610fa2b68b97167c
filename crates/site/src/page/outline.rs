//! Adjusts the heading levels on a page without `<h2>`, so that its highest headings are one level below the title of
//! the page. In the story, the same headings are below the heading of a part.
//!
//! This module sets `aria-level` on the headings and keeps their elements, because style sheets select headings by
//! element.

use lol_html::{RewriteStrSettings, element, end_tag, errors::RewritingError, rewrite_str};
use std::{cell::Cell, rc::Rc};

/// Sets `aria-level` on the headings of `html`, if `html` has no `<h2>`. Two kinds of headings keep their levels:
///
/// - Headings inside open background information. The heading of the background information itself is raised to the
///   level above them.
/// - Headings inside an island. The app adds more headings to an island later, and nothing would set their
///   `aria-level`.
///
/// # Errors
/// Fails if the markup cannot be parsed, which would be a bug in the code that rendered it.
pub(super) fn outlined(html: &str) -> Result<String, RewritingError> {
    let highest = Cell::new(u8::MAX);
    let find_highest = element!("h2, h3, h4, h5, h6", |heading| {
        highest.set(highest.get().min(level(&heading.tag_name())));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(find_highest))?;
    let missing = highest.get().saturating_sub(2);
    if missing == 0 {
        return Ok(html.to_owned());
    }
    let depth = Rc::new(Cell::new(0_u32));
    let background = element!(".laid-open, [data-island]", |body| {
        depth.set(depth.get() + 1);
        if let Some(handlers) = body.end_tag_handlers() {
            let depth = Rc::clone(&depth);
            handlers.push(end_tag!(move |_| {
                depth.set(depth.get() - 1);
                Ok(())
            }));
        }
        Ok(())
    });
    let raise = element!("h3, h4, h5, h6", |heading| {
        if depth.get() == 0 {
            let level = level(&heading.tag_name()) - missing;
            heading.set_attribute("aria-level", &level.to_string())?;
        }
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(background).append_element_content_handler(raise))
}

/// Returns the level of a heading element, such as 3 for `h3`.
fn level(tag: &str) -> u8 {
    tag.trim_start_matches('h').parse().unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(outlined(html).expect("the markup is sound"), expected);
    }

    #[test]
    fn the_first_heading_below_the_title_is_a_second_one() {
        check("<h1>a</h1><h3>b</h3><h4>c</h4>", r#"<h1>a</h1><h3 aria-level="2">b</h3><h4 aria-level="3">c</h4>"#);
        check("<h1>a</h1><h4>b</h4>", r#"<h1>a</h1><h4 aria-level="2">b</h4>"#);
    }

    #[test]
    fn open_background_stands_below_its_own_heading() {
        check(
            r#"<h1>a</h1><section class="opened"><h3>b</h3><section class="laid-open"><h3>c</h3></section></section><h3>d</h3>"#,
            r#"<h1>a</h1><section class="opened"><h3 aria-level="2">b</h3><section class="laid-open"><h3>c</h3></section></section><h3 aria-level="2">d</h3>"#,
        );
    }

    #[test]
    fn a_sound_outline_stays_as_it_is() {
        check("<h1>a</h1><h2>b</h2><h3>c</h3>", "<h1>a</h1><h2>b</h2><h3>c</h3>");
        check("<h1>a</h1>", "<h1>a</h1>");
    }
}
