//! Checks the addresses of folders without the trailing slash, which people type and link to. They must redirect to the addresses with the
//! slash, because all links in a page are relative to the folder.

use crate::{
    crawl::Crawl,
    encoding,
    report::{Finding, Subject},
};
use anyhow::Result;
use std::collections::BTreeMap;
use url::Url;

/// Checks the address of the site's own folder and of one page at each depth. A host treats all folders of the same depth alike.
///
/// # Errors
/// Fails if the host does not answer.
pub(crate) fn check(crawl: &Crawl, findings: &mut Vec<Finding>) -> Result<()> {
    let folders = crawl.files.iter().filter(|file| file.page.is_some() && (file.path.is_empty() || file.path.ends_with('/')));
    let mut by_depth: BTreeMap<usize, &str> = BTreeMap::new();
    for file in folders {
        by_depth.entry(file.path.matches('/').count()).or_insert(&file.path);
    }
    for path in by_depth.into_values() {
        let there = crawl.site.join(path)?;
        let mut without = there.clone();
        without.set_path(there.path().trim_end_matches('/'));
        // The address of a host's root is the same with and without the slash.
        if without == there {
            continue;
        }
        let answer = crawl.client.get(&without, encoding::GZIP)?;
        let leads = answer.headers.get("location").and_then(|location| without.join(location.to_str().ok()?).ok());
        let what = match (answer.status, leads) {
            (300..400, Some(to)) if to == there || crawl.same(&to, &there) => continue,
            (300..400, Some(to)) => format!("without the slash at its end leads to {to}, not to {there}"),
            (200, _) => "is sent without the slash at its end, too, and then all of its links are wrong without script".to_owned(),
            (status, _) => format!("without the slash at its end is answered with status {status}"),
        };
        findings.push(Finding { subject: Subject::Slashes, what, at: format!("/{path}") });
    }
    Ok(())
}

impl Crawl {
    /// Returns whether two addresses have the same path within the site. Each may be below the address at which the
    /// site was read, or below the address that the pages state.
    fn same(&self, one: &Url, other: &Url) -> bool {
        let path = self.path_of(one);
        path.is_some() && path == self.path_of(other)
    }
}
