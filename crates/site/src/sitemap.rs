//! Makes the files for crawlers: `robots.txt` and `sitemap.xml`. The sitemap has each page that search engines should
//! list, with its translations.

use crate::page::{Route, Takeaway};
use html_escape::encode_quoted_attribute;
use story::{BaseUrl, Story};
use strum::VariantArray;

/// Returns the name and the contents of each file. A sitemap needs absolute addresses, so a site without a base URL has
/// no sitemap. Crawlers look for `robots.txt` only at the root of a host, so a site whose base URL has a subfolder has
/// no `robots.txt`. The host's own `robots.txt` should then name the sitemap.
pub(crate) fn files(story: &Story, base_url: Option<&BaseUrl>) -> Vec<(&'static str, String)> {
    let allow_all = "User-agent: *\nAllow: /\n";
    match base_url {
        None => vec![("robots.txt", allow_all.to_owned())],
        Some(base) => {
            let sitemap = ("sitemap.xml", sitemap(story, base));
            if base.folder() != "/" {
                return vec![sitemap];
            }
            vec![("robots.txt", format!("{allow_all}Sitemap: {}\n", base.join("sitemap.xml"))), sitemap]
        }
    }
}

/// Makes the sitemap. Its URLs may contain `&` and `'`, which need escaping. The HTML escapes of these characters are
/// also valid in XML.
fn sitemap(story: &Story, base: &BaseUrl) -> String {
    let address = |path: &str| encode_quoted_attribute(&base.join(path)).into_owned();
    let mut entries = String::new();
    for edition in &story.editions {
        let takeaways = Takeaway::VARIANTS.iter().filter(|takeaway| !takeaway.is_copy()).map(|takeaway| takeaway.path().to_owned());
        for within in Route::all(edition).iter().map(Route::path).chain(takeaways) {
            let path = |language| story.folder(language) + &within;
            let alternate = |language: &str, path: &str| {
                format!("    <xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>\n", address(path))
            };
            entries += &format!("  <url>\n    <loc>{}</loc>\n    <lastmod>{}</lastmod>\n", address(&path(edition)), edition.modified());
            if let [default, _, ..] = &story.editions[..] {
                entries.extend(story.editions.iter().map(|language| alternate(&language.language, &path(language))));
                entries += &alternate("x-default", &path(default));
            }
            entries += "  </url>\n";
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    )
}
