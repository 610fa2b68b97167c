//! Pages that are framed: that they say their height, stay out of search engines, and name the page that stands for them.

use crate::{
    crawl::Crawl,
    html::Page,
    report::{Finding, Subject},
};
use url::Url;

/// The page that makes snippets, which is not framed itself.
const HOW: &str = "embed/how/";

/// Whether every embed is as its host needs it.
pub(crate) fn check(crawl: &Crawl, findings: &mut Vec<Finding>) {
    for file in &crawl.files {
        let is_embed = file.path.starts_with("embed/") || file.path.contains("/embed/");
        // What only leads on is nothing to be framed.
        let is_framed = |page: &&Page| is_embed && !file.path.ends_with(HOW) && page.field("refresh").is_none();
        let Some(page) = file.page.as_ref().filter(is_framed) else { continue };
        let mut fault = |what: String| findings.push(Finding { subject: Subject::Embeds, what, at: format!("/{}", file.path) });
        if !page.says_height {
            fault("does not say its height to the page that frames it".to_owned());
        }
        if !page.is_hidden() {
            fault("is not hidden from search engines (robots: noindex)".to_owned());
        }
        if crawl.stated.is_some() {
            let canonical = page.field("link canonical").and_then(|said| Url::parse(said).ok());
            let shared = canonical.and_then(|address| crawl.path_of(&address)).and_then(|path| crawl.file(&path));
            if shared.is_none_or(|shared| shared.page.as_ref().is_none_or(Page::is_hidden)) {
                fault("has no canonical link to the page that it comes from".to_owned());
            }
        }
    }
}
