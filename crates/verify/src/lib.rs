//! Checks a deployed site: its headers, content types, compression, links, link previews and embeds.
//!
//! ```text
//! address -> crawl (the pages and files that links reach) -> checks, each in a module -> findings -> report
//! ```
//!
//! The check sends HTTP requests only to the host of the site, and does not follow links to other sites.

mod crawl;
mod embeds;
mod encoding;
mod fetch;
mod headers;
mod html;
mod kind;
mod oembed;
mod previews;
mod report;
mod site_address;
mod slashes;

pub use report::{Finding, Report, Subject};

use anyhow::Result;
use crawl::Crawl;
use std::path::PathBuf;
use url::Url;

/// The options of the check.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The subjects to leave out of the report.
    pub skip: Vec<Subject>,
    /// A PEM file with the certificates to trust instead of those of the public authorities.
    pub certificates: Option<PathBuf>,
}

/// Checks the site at `site`, whose path must end with a slash. Calls `progress` with the number of addresses read so
/// far and the number of addresses known so far.
///
/// # Errors
/// Fails if a request fails, if an answer is incomplete or too large, if `site` is not the address
/// of the first page of an explainer, or if no certificate can be read from the file with
/// certificates.
pub fn verify(site: &Url, options: &Options, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Report> {
    let crawl = Crawl::of(site, options.certificates.as_deref(), progress)?;
    let mut findings = Vec::new();
    site_address::check(&crawl, &mut findings);
    crawl.check_files(&mut findings);
    slashes::check(&crawl, &mut findings)?;
    crawl.check_links(&mut findings);
    previews::check(&crawl, &mut findings);
    oembed::check(&crawl, &mut findings);
    embeds::check(&crawl, &mut findings);
    findings.retain(|finding| !options.skip.contains(&finding.subject));
    let pages = crawl.files.iter().filter(|file| file.page.is_some()).count();
    let files = crawl.files.iter().filter(|file| file.page.is_none() && file.answer.status == 200).count();
    Ok(Report::new(findings, crawl.notes(), pages, files))
}
