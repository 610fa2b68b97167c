//! The headers that the site needs, path by path. [`crate::hosting`] writes them as the files of common hosts.
//!
//! The policy allows nothing but what the page is made of: its own files, and its inline script and style by
//! their hashes. It holds no `unsafe-inline`, and no request can leave the origin. Nothing says who may frame a page,
//! so anybody may: neither `frame-ancestors` nor `X-Frame-Options` is ever sent.
//!
//! The site's own origin stands beside `'self'` where it is known: to WebKit, `'self'` is nowhere in a frame whose sandbox
//! takes its origin away, so that script and WASM would be kept out of it.

use crate::pages::Page;
use base64::{Engine, prelude::BASE64_STANDARD};
use explainer::page::frozen_folder;
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, ffi::OsStr, fs, io, path::Path};
use story::{BaseUrl, PartialDate};

/// The script for pages that embed. Its name is in their markup for good, so it is asked for again.
pub(crate) const HOST_SCRIPT: &str = "embed.js";

/// Headers for a path of the site.
pub(crate) struct Rule {
    /// Starts with a slash, and may end in one `*`. Every rule that matches applies; of one name the last one wins.
    pub(crate) path: String,
    /// Names and values.
    pub(crate) headers: Vec<(&'static str, String)>,
}

/// The rules for the site in the folder `out`, which has these pages, and frozen copies of these days, and will stand at
/// `base_url`. One policy is for all of them: hosts differ in what they make of two.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn rules(pages: &[Page], frozen: &[PartialDate], base_url: Option<&BaseUrl>, out: &Path) -> io::Result<Vec<Rule>> {
    let mut inline = Inline::default();
    pages.iter().for_each(|page| inline.add(&page.html));
    let copies: Vec<String> = frozen.iter().map(|date| frozen_folder(*date)).collect();
    for copy in &copies {
        inline.add_below(&out.join(copy))?;
    }
    let Inline { scripts, styles } = inline;
    let [scripts, styles] = [scripts, styles].map(|hashes| hashes.into_iter().collect::<String>());
    let own = base_url.map_or_else(|| "'self'".to_owned(), |base_url| format!("'self' {}", base_url.origin()));
    let policy = format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{scripts}; style-src {own}{styles}; \
         img-src {own} data:; connect-src {own}; frame-src {own}; base-uri 'none'; form-action 'none'"
    );
    let rule = |path: String, headers: &[(&'static str, &str)]| Rule {
        path,
        headers: headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
    };
    let anybody = ("Access-Control-Allow-Origin", "*");
    let mut rules = vec![
        rule(
            "/*".to_owned(),
            &[
                ("Content-Security-Policy", &policy),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "strict-origin-when-cross-origin"),
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
                ("Cache-Control", "no-cache"),
            ],
        ),
        rule(format!("/{HOST_SCRIPT}"), &[anybody, ("Cache-Control", "public, max-age=3600")]),
    ];
    // Frames with an opaque origin may load script and WASM only if these say so.
    for folder in std::iter::once("").chain(copies.iter().map(String::as_str)) {
        if !folder.is_empty() {
            rules.push(rule(format!("/{folder}{HOST_SCRIPT}"), &[anybody]));
        }
        for name in loaded_files(&out.join(folder))? {
            // The names of those that come with the page carry a hash of what is in them. What is loaded later is asked for anew.
            let kept = ("Cache-Control", "public, max-age=31536000, immutable");
            let headers = [anybody, kept];
            rules.push(rule(format!("/{folder}{name}"), &headers[..if name.contains('-') { 2 } else { 1 }]));
        }
    }
    Ok(rules)
}

/// The hashes of inline elements, each once, as sources of a policy.
#[derive(Default)]
struct Inline {
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
}

impl Inline {
    /// Adds those of a page.
    fn add(&mut self, html: &str) {
        self.scripts.extend(hashes(html, "<script", "</script>"));
        self.styles.extend(hashes(html, "<style", "</style>"));
    }

    /// Adds those of every page below `folder`.
    fn add_below(&mut self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.add_below(&path)?;
            } else if path.extension() == Some(OsStr::new("html")) {
                self.add(&fs::read_to_string(&path)?);
            }
        }
        Ok(())
    }
}

/// The hashes of all inline elements between `start` and `end`.
fn hashes(html: &str, start: &'static str, end: &'static str) -> impl Iterator<Item = String> {
    let elements = html.split(start).skip(1).filter_map(move |rest| rest.split_once(end));
    // What is no script, such as a description in JSON, needs no permission.
    let run = elements.filter_map(|(element, _)| element.split_once('>')).filter(|(attributes, _)| !attributes.contains("json"));
    run.map(|(_, inline)| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(inline))))
}

/// Trunk's files.
pub(crate) fn loaded_files(out: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(out)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name != HOST_SCRIPT && (name.ends_with(".js") || name.ends_with(".wasm")) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
