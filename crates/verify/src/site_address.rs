//! Compares the address of the site with the address that its first page states.

use crate::{
    crawl::Crawl,
    fetch::is_this_computer,
    report::{Finding, Subject},
};

/// Checks that the site is served with encryption, at the address that its first page states. Does not check a site on
/// this computer, because such a site is only a preview.
pub(crate) fn check(crawl: &Crawl, findings: &mut Vec<Finding>) {
    if is_this_computer(&crawl.site) {
        return;
    }
    let mut fault = |what: String| findings.push(Finding { subject: Subject::Place, what, at: "/".to_owned() });
    if crawl.site.scheme() != "https" {
        fault("is served without encryption, so that no encrypted page can frame it".to_owned());
    }
    match &crawl.stated {
        None => fault("does not state its own address, so link previews have no picture and search engines no address".to_owned()),
        Some(stated) if *stated != crawl.site => fault(format!("states {stated} as its address, but was read at {}", crawl.site)),
        Some(_) => {}
    }
}
