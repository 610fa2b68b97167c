//! Rewrites links to elements on other pages. When content is rendered, such a link is only a fragment, such as
//! `#term-co-sponsor`, as if the element were on the same page. This module replaces the fragment by the address of the
//! element.

use lol_html::{RewriteStrSettings, element, errors::RewritingError, rewrite_str};
use std::{cell::RefCell, collections::BTreeSet};

/// The tab in which links to other pages open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// The same tab.
    Here,
    /// A new tab, because the page is in a frame on another site.
    NewTab,
}

/// Returns the ids of the elements in `html`.
///
/// # Errors
/// Fails if the markup cannot be parsed, which would be a bug in the code that rendered it.
pub(super) fn ids(html: &str) -> Result<BTreeSet<String>, RewritingError> {
    values(html, "[id]", "id")
}

/// Returns the ids of the sources that `html` cites.
///
/// # Errors
/// Fails if the markup cannot be parsed, like [`ids`].
pub(super) fn cited_in(html: &str) -> Result<BTreeSet<String>, RewritingError> {
    let links = values(html, "a[role='doc-noteref']", "href")?;
    Ok(links.iter().map(|href| href.trim_start_matches('#').to_owned()).collect())
}

/// Returns the values that `attribute` has in the elements of `html` that match `selector`. Elements without the
/// attribute are left out.
fn values(html: &str, selector: &str, attribute: &str) -> Result<BTreeSet<String>, RewritingError> {
    let values = RefCell::new(BTreeSet::new());
    let collect = element!(selector, |element| {
        values.borrow_mut().extend(element.get_attribute(attribute));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(collect))?;
    Ok(values.into_inner())
}

/// Rewrites each link in `html` whose target id is not in `html`. `elsewhere` returns the new address for an id. With
/// [`Opens::NewTab`], every link that leads out of `html` opens in a new tab.
///
/// # Errors
/// Fails if the markup cannot be parsed, like [`ids`].
pub(super) fn rewrite(html: &str, opens: Opens, elsewhere: impl Fn(&str) -> String) -> Result<String, RewritingError> {
    let ids = ids(html)?;
    let rewrite_link = element!("a[href]", |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        match href.strip_prefix('#') {
            Some(id) if ids.contains(id) => return Ok(()),
            Some(id) => link.set_attribute("href", &elsewhere(id))?,
            None => {}
        }
        if opens == Opens::NewTab {
            link.set_attribute("target", "_blank")?;
            link.set_attribute("rel", "noopener")?;
        }
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(rewrite_link))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(opens: Opens, html: &str, expected: &str) {
        let elsewhere = |id: &str| format!("https://news.example/shift/#{id}");
        assert_eq!(rewrite(html, opens, elsewhere).expect("the markup is sound"), expected);
    }

    #[test]
    fn a_link_to_a_place_on_the_page_stays() {
        for opens in [Opens::Here, Opens::NewTab] {
            check(opens, r##"<a href="#s3">3</a><p id="s3">x</p>"##, r##"<a href="#s3">3</a><p id="s3">x</p>"##);
        }
    }

    #[test]
    fn a_link_to_a_place_elsewhere_gets_its_page() {
        let link = r##"<a class="x" href="#words">w</a>"##;
        check(Opens::Here, link, r#"<a class="x" href="https://news.example/shift/#words">w</a>"#);
        check(Opens::NewTab, link, r#"<a class="x" href="https://news.example/shift/#words" target="_blank" rel="noopener">w</a>"#);
    }

    #[test]
    fn another_address_stays() {
        let link = r#"<a href="../data/votes.csv">t</a>"#;
        check(Opens::Here, link, link);
        check(Opens::NewTab, link, r#"<a href="../data/votes.csv" target="_blank" rel="noopener">t</a>"#);
    }
}
