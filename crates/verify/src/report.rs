//! The report: the findings by subject, with a remedy for each subject.

use std::{collections::BTreeMap, fmt};

/// The maximum number of paths that the report lists for each fault.
const NAMED: usize = 4;

/// The subject of a finding. The report has the subjects in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Subject {
    /// Missing pages and files.
    Missing,
    /// The address of the site.
    Place,
    /// `Content-Security-Policy` and `X-Content-Type-Options`.
    Policy,
    /// `Content-Type`.
    Types,
    /// `Access-Control-Allow-Origin`.
    Cors,
    /// The headers that can keep other sites from framing or loading a page or file.
    Framing,
    /// `Cache-Control`.
    Caching,
    /// `Content-Encoding` and `Vary`.
    Compression,
    /// Addresses of folders without the slash at their end.
    Slashes,
    /// Links within the site.
    Links,
    /// The fields for link previews and search engines.
    Previews,
    /// The oEmbed answers, which sites such as WordPress read.
    Oembed,
    /// The embeds.
    Embeds,
}

impl Subject {
    fn title(self) -> &'static str {
        match self {
            Self::Missing => "Missing pages and files",
            Self::Place => "Address of the site",
            Self::Policy => "Content-Security-Policy and nosniff",
            Self::Types => "Content-Type",
            Self::Cors => "Access-Control-Allow-Origin",
            Self::Framing => "Frames",
            Self::Caching => "Cache-Control",
            Self::Compression => "Compression",
            Self::Slashes => "Addresses without a slash",
            Self::Links => "Links",
            Self::Previews => "Link previews",
            Self::Oembed => "oEmbed",
            Self::Embeds => "Embeds",
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Self::Missing => {
                "copy all of dist/ to the host, hidden files and folders too, and send 404.html with status 404 for addresses that do not exist"
            }
            Self::Place => {
                "build with `cargo xtask build --base-url` and the address at which readers find the site, and serve the site there without redirects"
            }
            Self::Policy => {
                "send the headers of this build: dist/_headers at the root of the published folder (Netlify, Cloudflare Pages), dist/.htaccess in \
                 the folder of the site (Apache), dist/hosting/nginx.conf included in the server, or dist/hosting/Caddyfile imported by the site; \
                 all are written for the folder in --base-url; and switch off what rewrites pages between server and readers (minifying, \
                 lazy loading of scripts, hiding of mail addresses)"
            }
            Self::Types => {
                "tell the server the types: text/html; charset=utf-8, text/javascript, application/wasm, application/json, text/csv, image/png, image/svg+xml"
            }
            Self::Cors => {
                "send `Access-Control-Allow-Origin: *` with .js and .wasm, because an embed in a sandbox, such as that of WordPress, cannot load \
                 them without it; send it with .csv and .json too, because other sites read them"
            }
            Self::Framing => {
                "send neither X-Frame-Options nor frame-ancestors, so that any site may frame an embed; for isolated sites (COEP), send \
                  `Cross-Origin-Resource-Policy: cross-origin` and `Cross-Origin-Embedder-Policy: require-corp`"
            }
            Self::Caching => {
                "send `no-cache` with pages, so that a correction is seen at once, and `public, max-age=31536000, immutable` with files whose names contain a hash; \
                 if the host sets this header and you cannot change it, use --skip caching"
            }
            Self::Compression => {
                "send the .br file to those who accept br, the plain one in gzip to those who accept gzip only, else the plain one, and `Vary: Accept-Encoding`; \
                 let nothing between server and readers compress them again"
            }
            Self::Slashes => {
                "redirect from the address of each folder without the slash to that with the slash; redirect to a path and not to an absolute \
                 address, because behind a proxy a server does not know its public address"
            }
            Self::Links => {
                "build again and copy all of dist/ at once; links that are still listed then are mistakes in the pages themselves"
            }
            Self::Previews | Self::Oembed => "build with `cargo xtask build --base-url`, and copy all of dist/ to that address",
            Self::Embeds => "copy all of dist/ to the host; it must send the pages below embed/ unchanged",
        }
    }
}

/// A fault of a page or file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The subject.
    pub subject: Subject,
    /// The description of the fault, without the path, so that the report can group equal faults.
    pub what: String,
    /// The path of the page or file. If the site lacks this page or file, the path of the page that refers to it may
    /// follow.
    pub at: String,
}

/// The result of the check.
#[derive(Debug)]
pub struct Report {
    /// The findings, sorted by subject.
    pub findings: Vec<Finding>,
    /// Notes about checks that were not possible or were made at another address, and about pages that proxies may
    /// rewrite.
    pub notes: Vec<String>,
    /// The number of pages that were read.
    pub pages: usize,
    /// The number of other files that were read.
    pub files: usize,
}

impl Report {
    pub(crate) fn new(mut findings: Vec<Finding>, notes: Vec<String>, pages: usize, files: usize) -> Self {
        findings.sort();
        findings.dedup();
        Self { findings, notes, pages, files }
    }

    /// Returns whether there are no findings.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// Returns one line with the number of findings for each subject that has findings.
    pub fn summary(&self) -> String {
        let titles: Vec<_> = self.subjects().map(|(subject, findings)| format!("{} ({})", subject.title(), findings.len())).collect();
        titles.join(", ")
    }

    fn subjects(&self) -> impl Iterator<Item = (Subject, &[Finding])> {
        self.findings.chunk_by(|one, other| one.subject == other.subject).filter_map(|group| Some((group.first()?.subject, group)))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (subject, findings) in self.subjects() {
            writeln!(f, "\n{}", subject.title())?;
            let mut paths_by_fault: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for finding in findings {
                paths_by_fault.entry(&finding.what).or_default().push(&finding.at);
            }
            for (what, at) in paths_by_fault {
                let more = at.len().saturating_sub(NAMED);
                let named = at.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
                writeln!(f, "  {named}{}\n    {what}", if more == 0 { String::new() } else { format!(" and {more} more") })?;
            }
            writeln!(f, "  To mend it: {}.", subject.remedy())?;
        }
        for note in &self.notes {
            writeln!(f, "\nnote: {note}")?;
        }
        Ok(())
    }
}
