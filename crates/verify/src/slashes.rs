//! Checks what the host answers if the trailing slash of a folder's address is missing. People type such addresses and
//! link to them. Such an address must redirect to the address with the slash, because the links in a page are relative
//! to its folder.

use crate::{
    crawl::Crawl,
    encoding,
    report::{Finding, Subject},
};
use anyhow::Result;
use std::collections::BTreeMap;
use url::Url;

/// Checks the address of the site's own folder and of one folder at each depth, because hosts treat all folders of one
/// depth alike.
///
/// # Errors
/// Fails if [`Client::get`](crate::fetch::Client::get) fails.
pub(crate) fn check(crawl: &Crawl, findings: &mut Vec<Finding>) -> Result<()> {
    let folders = crawl.files.iter().filter(|file| file.page.is_some() && (file.path.is_empty() || file.path.ends_with('/')));
    let mut by_depth: BTreeMap<usize, &str> = BTreeMap::new();
    for file in folders {
        by_depth.entry(file.path.matches('/').count()).or_insert(&file.path);
    }
    for path in by_depth.into_values() {
        let with_slash = crawl.site.join(path)?;
        let mut without_slash = with_slash.clone();
        without_slash.set_path(with_slash.path().trim_end_matches('/'));
        // The address of the root of a host is the same with and without the slash.
        if without_slash == with_slash {
            continue;
        }
        let answer = crawl.client.get(&without_slash, encoding::GZIP)?;
        let target = answer.headers.get("location").and_then(|location| without_slash.join(location.to_str().ok()?).ok());
        let what = match (answer.status, target) {
            (300..400, Some(to)) if to == with_slash || crawl.same(&to, &with_slash) => continue,
            (300..400, Some(to)) => format!("without the slash at its end leads to {to}, not to {with_slash}"),
            (200, _) => "is sent without the slash at its end, too, and then all of its links are wrong without script".to_owned(),
            (status, _) => format!("without the slash at its end is answered with status {status}"),
        };
        findings.push(Finding { subject: Subject::Slashes, what, at: format!("/{path}") });
    }
    Ok(())
}

impl Crawl {
    /// Returns whether two addresses have the same path within the site. One may be below the address at which the site
    /// was read, and the other below the address that the first page states.
    fn same(&self, one: &Url, other: &Url) -> bool {
        let path = self.path_of(one);
        path.is_some() && path == self.path_of(other)
    }
}
