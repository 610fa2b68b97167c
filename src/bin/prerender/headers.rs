//! The headers that the site needs, as a `_headers` file: hosts such as Netlify and Cloudflare Pages read it, and so
//! does `cargo xtask serve`.
//!
//! The policy allows nothing but what the page is made of: its own files, and its inline script and style by
//! their hashes. It holds no `unsafe-inline`, and no request can leave the origin.

use crate::pages::Page;
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fmt::Write, fs, io, path::Path};

/// The headers for the site in the folder `out`, which has these pages.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn headers(pages: &[Page], out: &Path) -> io::Result<String> {
    let scripts = hashes(pages, "<script", "</script>");
    let styles = hashes(pages, "<style", "</style>");
    let mut text = format!(
        "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src{styles}; \
         img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'\n  \
         X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Cross-Origin-Resource-Policy: cross-origin\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()\n  Cache-Control: no-cache\n"
    );
    // Frames with an opaque origin may load script and WASM only if these say so. Their names carry a hash of what is in them.
    for name in hashed_files(out)? {
        // Writing to a String cannot fail.
        let _ = write!(text, "/{name}\n  Access-Control-Allow-Origin: *\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    Ok(text)
}

/// The hashes of all inline elements between `start` and `end`, each once, as sources of a policy.
fn hashes(pages: &[Page], start: &str, end: &str) -> String {
    let inline = |page: &'_ Page| -> Vec<String> {
        let elements = page.html.split(start).skip(1).filter_map(|rest| rest.split_once(end));
        // What is no script, such as a description in JSON, needs no permission.
        let run = elements.filter_map(|(element, _)| element.split_once('>')).filter(|(attributes, _)| !attributes.contains("json"));
        run.map(|(_, inline)| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(inline)))).collect()
    };
    pages.iter().flat_map(inline).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Trunk's files, which carry their hash in their name.
fn hashed_files(out: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(out)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") || name.ends_with(".wasm") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
