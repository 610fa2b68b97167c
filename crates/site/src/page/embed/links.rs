//! Rewrites the links of an embed. Links to a place in the embed stay in the frame. All other links open in a new tab.

use lol_html::{RewriteStrSettings, element, errors::RewritingError, rewrite_str};
use std::{cell::RefCell, collections::BTreeSet};

/// Rewrites the links in `html`: those to ids that are not in it lead to the page `shared`.
///
/// # Errors
/// When the markup is none, which would be a mistake in what rendered it.
pub(super) fn rewrite(html: &str, shared: &str) -> Result<String, RewritingError> {
    let ids = RefCell::new(BTreeSet::new());
    let note = element!("[id]", |element| {
        ids.borrow_mut().extend(element.get_attribute("id"));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(note))?;
    let ids = ids.into_inner();
    let lead_out = element!("a[href]", |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        match href.strip_prefix('#') {
            Some(id) if ids.contains(id) => return Ok(()),
            Some(_) => link.set_attribute("href", &format!("{shared}{href}"))?,
            None => {}
        }
        link.set_attribute("target", "_blank")?;
        link.set_attribute("rel", "noopener")?;
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(lead_out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(rewrite(html, "https://news.example/shift/").expect("the markup is sound"), expected);
    }

    #[test]
    fn a_place_in_the_embed_is_led_to_in_the_frame() {
        check(r##"<a href="#s3">3</a><p id="s3">x</p>"##, r##"<a href="#s3">3</a><p id="s3">x</p>"##);
    }

    #[test]
    fn a_place_elsewhere_is_led_to_on_the_page_to_share() {
        check(
            r##"<a class="x" href="#words">w</a>"##,
            r#"<a class="x" href="https://news.example/shift/#words" target="_blank" rel="noopener">w</a>"#,
        );
    }

    #[test]
    fn another_address_stays_and_opens_beside_the_page() {
        check(r#"<a href="../data/votes.csv">t</a>"#, r#"<a href="../data/votes.csv" target="_blank" rel="noopener">t</a>"#);
    }
}
