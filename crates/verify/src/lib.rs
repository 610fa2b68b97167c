//! What can be wrong with a site once it is deployed: headers, types, compression, links, what link previews and embeds need.
//!
//! ```text
//! address -> crawl (every page and file of the site, once) -> one module a subject -> findings -> report
//! ```
//!
//! It knows the site only as anybody on the web does. Nothing but the site itself is asked for anything: addresses elsewhere are not
//! followed.

mod crawl;
mod embeds;
mod encoding;
mod fetch;
mod headers;
mod html;
mod kind;
mod oembed;
mod place;
mod previews;
mod report;
mod slashes;

pub use report::{Finding, Report, Subject};

use anyhow::Result;
use crawl::Crawl;
use std::path::PathBuf;
use url::Url;

/// What to leave out, and whom to trust.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Subjects of which nothing is to be said.
    pub skip: Vec<Subject>,
    /// The file with the certificates to trust instead of those of the public authorities, in PEM.
    pub certificates: Option<PathBuf>,
}

/// Reads the site at `site`, whose path ends with a slash, and reports all that is wrong with it. `progress` hears how many addresses
/// have been read, and of how many.
///
/// # Errors
/// If the host does not answer, its answer is no page of the explainer, or the certificates cannot be read.
pub fn verify(site: &Url, options: &Options, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Report> {
    let crawl = Crawl::of(site, options.certificates.as_deref(), progress)?;
    let mut findings = Vec::new();
    place::check(&crawl, &mut findings);
    crawl.check_files(&mut findings);
    slashes::check(&crawl, &mut findings)?;
    crawl.check_links(&mut findings);
    previews::check(&crawl, &mut findings);
    oembed::check(&crawl, &mut findings);
    embeds::check(&crawl, &mut findings);
    findings.retain(|finding| !options.skip.contains(&finding.subject));
    let pages = crawl.files.iter().filter(|file| file.page.is_some()).count();
    Ok(Report::new(findings, crawl.notes(), pages, crawl.files.len() - pages))
}
