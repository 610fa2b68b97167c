//! The HTTP headers of the site. The headers in this module are the same for all files, except `Cache-Control`, which
//! depends only on the name of the file. [`crate::hosting`] writes the headers in the formats of common hosts.
//!
//! Any site may frame a page, so `frame-ancestors` and `X-Frame-Options` are never sent. A
//! cross-origin isolated site can frame only pages that are sent with a
//! `Cross-Origin-Embedder-Policy`, so this header is sent. Any origin may read all files, because
//! frames with an opaque origin need this permission to load scripts and WASM. The files are public
//! anyway.

use crate::content_security_policy;
use std::{fs, io, path::Path};
use story::BaseUrl;

/// The file name of the script for pages on other sites that embed the explainer. The markup of those pages contains
/// this name, so the name never changes and has no hash. Browsers therefore have to revalidate the file after an hour.
pub(crate) const HOST_SCRIPT: &str = "embed.js";

/// The time for which a browser may use a cached file without revalidating it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// No time: the browser revalidates the file before each use, so that readers see a correction at once.
    Asked,
    /// One hour. The file is used on other sites and seldom changes.
    Hour,
    /// One year, without revalidation. The name of the file has a hash of its contents.
    Forever,
}

impl Keeping {
    /// All values except the default, [`Keeping::Asked`].
    pub(crate) const SPECIAL: [Self; 2] = [Self::Forever, Self::Hour];

    /// Returns the value for the file with this name.
    pub(crate) fn of(name: &str) -> Self {
        match name.rsplit_once('.') {
            Some((stem, "js" | "wasm")) if is_hashed(stem) => Self::Forever,
            _ if name == HOST_SCRIPT => Self::Hour,
            _ => Self::Asked,
        }
    }

    /// Returns a regular expression that matches the paths of the files with this value. The expression is empty for
    /// [`Keeping::Asked`]. nginx, Caddy and Apache understand its syntax.
    pub(crate) fn names(self) -> &'static str {
        match self {
            Self::Asked => "",
            Self::Hour => r"(^|/)embed\.js$",
            Self::Forever => r"-[0-9a-f]{8,}(_bg)?\.(js|wasm)$",
        }
    }

    /// Returns the value of the `Cache-Control` header. `no-transform` forbids proxies from rewriting pages. An inline
    /// style or script that a proxy has changed would no longer match its hash in the page's policy.
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Asked => "no-cache, no-transform",
            Self::Hour => "public, max-age=3600",
            Self::Forever => "public, max-age=31536000, immutable",
        }
    }
}

/// Returns the headers that hosts send with every file of a site at `base_url`, except `Cache-Control`.
pub(crate) fn everywhere(base_url: Option<&BaseUrl>) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", content_security_policy::everywhere(base_url)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("Cross-Origin-Embedder-Policy", "require-corp".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()".to_owned()),
    ]
}

/// Returns the files below `folder` whose [`Keeping`] is not the default, sorted by path. The paths are relative to
/// `folder`.
///
/// # Errors
/// Fails if `folder` or a folder below it cannot be read.
pub(crate) fn kept(folder: &Path) -> io::Result<Vec<(String, Keeping)>> {
    fn collect(folder: &Path, within: &str, found: &mut Vec<(String, Keeping)>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                collect(&entry.path(), &format!("{within}{name}/"), found)?;
            } else if Keeping::of(&name) != Keeping::Asked {
                found.push((format!("{within}{name}"), Keeping::of(&name)));
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}

/// Returns the names of the scripts and WebAssembly files that Trunk has put into `out`, sorted. Leaves out
/// [`HOST_SCRIPT`].
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

/// Returns whether a file name without its extension ends with a content hash, such as `explainer-1f0c9a2b7d3e4f56` or
/// `explainer-1f0c9a2b7d3e4f56_bg`.
fn is_hashed(stem: &str) -> bool {
    let hash = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() >= 8 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Keeping) {
        assert_eq!(Keeping::of(name), expected, "{name}");
    }

    #[test]
    fn how_long_a_file_is_kept_follows_from_its_name() {
        check("explainer-1f0c9a2b7d3e4f56.js", Keeping::Forever);
        check("explainer-1f0c9a2b7d3e4f56_bg.wasm", Keeping::Forever);
        check("embed.js", Keeping::Hour);
        check("share.js", Keeping::Asked);
        check("share_bg.wasm", Keeping::Asked);
        check("explainer-1f0c9a2b7d3e4f56.js.br", Keeping::Asked);
        check("abductions-deadbeef.html", Keeping::Asked);
        check("index.html", Keeping::Asked);
    }
}
