//! Checks that each embed reports its height, is hidden from search engines, and has a canonical link to the full page.

use crate::{
    crawl::Crawl,
    html::Page,
    report::{Finding, Subject},
};
use url::Url;

/// A page whose path ends like this makes the snippets for embeds. It is not an embed.
const HOW: &str = "embed/how/";

/// The names of the fixed themes in addresses.
const THEMES: [&str; 2] = ["light", "dark"];

/// Returns the paths of the pages that select a fixed theme for the embed at `path`. No page of the site links to these
/// pages, because only other sites use their addresses.
pub(crate) fn themed(path: &str) -> Vec<String> {
    let split = path.rfind("embed/").map(|at| path.split_at(at + "embed/".len()));
    let paths = split.map(|(folder, name)| THEMES.map(|theme| format!("{folder}{theme}/{name}")));
    paths.into_iter().flatten().collect()
}

/// Checks every page below `embed/` except [`HOW`].
pub(crate) fn check(crawl: &Crawl, findings: &mut Vec<Finding>) {
    for file in &crawl.files {
        let is_embed = file.path.starts_with("embed/") || file.path.contains("/embed/");
        let Some(page) = file.page.as_ref().filter(|_| is_embed && !file.path.ends_with(HOW)) else { continue };
        let mut fault = |what: String| findings.push(Finding { subject: Subject::Embeds, what, at: format!("/{}", file.path) });
        match page.field("refresh") {
            Some(refresh) if !leads_to_embed(crawl, &file.path, refresh) => {
                fault(format!("redirects to a page that is not an embed ({refresh})"))
            }
            None if !page.says_height => fault("does not report its height to the page that frames it".to_owned()),
            Some(_) | None => {}
        }
        if !page.is_hidden() {
            fault("is not hidden from search engines (robots: noindex)".to_owned());
        }
        if crawl.stated.is_some() {
            let canonical = page.field("link canonical").and_then(|value| Url::parse(value).ok());
            let shared = canonical.and_then(|address| crawl.path_of(&address)).and_then(|path| crawl.file(&path));
            if shared.is_none_or(|shared| shared.page.as_ref().is_none_or(Page::is_hidden)) {
                fault("has no canonical link to the full page".to_owned());
            }
        }
    }
}

/// Returns whether the page at `path` redirects to an embed. `refresh` is the value of the page's `refresh` field.
fn leads_to_embed(crawl: &Crawl, path: &str, refresh: &str) -> bool {
    let to = refresh.split_once("url=").and_then(|(_, to)| crawl.site.join(path).ok()?.join(to).ok());
    let file = to.and_then(|to| crawl.path_of(&to)).and_then(|path| crawl.file(&path));
    file.and_then(|file| file.page.as_ref()).is_some_and(|page| page.says_height)
}
