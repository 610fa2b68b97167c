//! What was found, by subject, and how each is mended.

use std::{collections::BTreeMap, fmt};

/// So many places are named for a fault that is found at many.
const NAMED: usize = 4;

/// What a finding is about, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Subject {
    /// Pages and files that are not there.
    Missing,
    /// Where the pages say that they stand.
    Place,
    /// `Content-Security-Policy`.
    Policy,
    /// `Content-Type`.
    Types,
    /// `Access-Control-Allow-Origin`.
    Cors,
    /// What forbids frames.
    Framing,
    /// `Cache-Control`.
    Caching,
    /// `Content-Encoding`, and what depends on it.
    Compression,
    /// Addresses without the slash at their end.
    Slashes,
    /// Links within the site.
    Links,
    /// What link previews and search engines read.
    Previews,
    /// What oEmbed consumers such as WordPress read.
    Oembed,
    /// Pages that are framed.
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
                "copy all of dist/ to the host, hidden files and folders too, and let 404.html answer, with status 404, for what there is not"
            }
            Self::Place => {
                "build with `cargo xtask build --base-url` and the address at which readers find the site, and let it answer there without redirects"
            }
            Self::Policy => {
                "send the headers of this very build: dist/_headers at the top of what is published (Netlify, Cloudflare Pages), dist/.htaccess in \
                 the folder of the site (Apache), dist/hosting/nginx.conf included in the server, or dist/hosting/Caddyfile imported by the site; \
                 all are written for the folder in --base-url; and switch off what rewrites pages between server and readers (minifying, \
                 lazy loading of scripts, hiding of mail addresses)"
            }
            Self::Types => {
                "tell the server the types: text/html; charset=utf-8, text/javascript, application/wasm, application/json, text/csv, image/png, image/svg+xml"
            }
            Self::Cors => {
                "send `Access-Control-Allow-Origin: *` with .js and .wasm, as without it an embed in a sandbox, such as that of WordPress, does not \
                 move, and with .csv and .json, which pages of others read"
            }
            Self::Framing => {
                "send neither X-Frame-Options nor frame-ancestors: anybody may frame an embed; and for sites that are isolated (COEP) \
                 `Cross-Origin-Resource-Policy: cross-origin` and `Cross-Origin-Embedder-Policy: require-corp`"
            }
            Self::Caching => {
                "send `no-cache` with pages, so that a correction is seen at once, and `public, max-age=31536000, immutable` with files whose names contain a hash; \
                 where the host decides by itself: --skip caching"
            }
            Self::Compression => {
                "send the .br file to those who accept br, the .gz file to those who accept gzip only, else the plain one, and `Vary: Accept-Encoding`; \
                 let nothing between server and readers compress them again"
            }
            Self::Slashes => {
                "lead from each folder without the slash to the one with it, by a path and not by a whole address: behind a proxy a server does not \
                 know how readers reach it"
            }
            Self::Links => "build again and copy all of dist/ at once; what is then still listed is a mistake in the pages themselves",
            Self::Previews | Self::Oembed => "build with `cargo xtask build --base-url`, and copy all of dist/ to that address",
            Self::Embeds => "copy all of dist/ to the host; pages below embed/ have to arrive as they were built",
        }
    }
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it is about.
    pub subject: Subject,
    /// What is wrong, in words that are the same wherever it is.
    pub what: String,
    /// Where: a path.
    pub at: String,
}

/// All that was found.
#[derive(Debug)]
pub struct Report {
    /// What is wrong, by subject.
    pub findings: Vec<Finding>,
    /// What could not be checked, and why that is no fault.
    pub notes: Vec<String>,
    /// How many pages were read.
    pub pages: usize,
    /// How many files beside them.
    pub files: usize,
}

impl Report {
    pub(crate) fn new(mut findings: Vec<Finding>, notes: Vec<String>, pages: usize, files: usize) -> Self {
        findings.sort();
        findings.dedup();
        Self { findings, notes, pages, files }
    }

    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// In one line: how much is wrong with what.
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
            let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for finding in findings {
                places.entry(&finding.what).or_default().push(&finding.at);
            }
            for (what, at) in places {
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
