//! What crawlers ask for: `robots.txt`, and the list of pages with their translations.

use explainer::page::Route;
use story::{BaseUrl, Story};

/// The files by name. Addresses in a sitemap are absolute, so there is none as long as the base URL is not known.
pub(crate) fn files(story: &Story, base_url: Option<&BaseUrl>) -> Vec<(&'static str, String)> {
    let everybody = "User-agent: *\nAllow: /\n";
    match base_url {
        None => vec![("robots.txt", everybody.to_owned())],
        Some(base) => {
            let robots = format!("{everybody}Sitemap: {}\n", base.join("sitemap.xml"));
            vec![("robots.txt", robots), ("sitemap.xml", sitemap(story, base))]
        }
    }
}

/// All that stands in it is made of ids and of a URL, so nothing needs escaping but what a URL may hold.
fn sitemap(story: &Story, base: &BaseUrl) -> String {
    let address = |path: &str| base.join(path).replace('&', "&amp;").replace('\'', "&apos;");
    let mut entries = String::new();
    for edition in &story.editions {
        for route in Route::all(edition) {
            let path = |language| story.folder(language) + &route.path();
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
