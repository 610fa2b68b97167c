//! The HTTP headers of the site. The headers of a file depend on the kind of the file, never on a list of pages.
//! [`crate::hosting`] writes them in the formats of common hosts.
//!
//! Any site may frame a page, so `frame-ancestors` and `X-Frame-Options` are never sent. Sites that are isolated frame only what is
//! isolated itself, so `Cross-Origin-Embedder-Policy` is sent. Any origin may read all files: frames with an opaque origin need this to
//! load script and WASM, and the data is public.

use crate::content_security_policy;
use std::{fs, io, path::Path};
use story::BaseUrl;

/// The script for pages that embed. Its name is in their markup for good, so it is asked for again.
pub(crate) const HOST_SCRIPT: &str = "embed.js";

/// For how long a file may be kept without asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// It may be kept, but is asked for before each use: a correction is seen at once.
    Asked,
    /// An hour: others have it on their pages, and it seldom changes.
    Hour,
    /// For good: its name holds a hash of what is in it.
    Forever,
}

impl Keeping {
    /// Those that hold for some files only.
    pub(crate) const SPECIAL: [Self; 2] = [Self::Forever, Self::Hour];

    /// Of the file with this name.
    pub(crate) fn of(name: &str) -> Self {
        match name.rsplit_once('.') {
            Some((stem, "js" | "wasm")) if is_hashed(stem) => Self::Forever,
            _ if name == HOST_SCRIPT => Self::Hour,
            _ => Self::Asked,
        }
    }

    /// The names of files that are kept so, as a regular expression of the kind that all hosts know; all others have none.
    pub(crate) fn names(self) -> &'static str {
        match self {
            Self::Asked => "",
            Self::Hour => r"(^|/)embed\.js$",
            Self::Forever => r"-[0-9a-f]{8,}(_bg)?\.(js|wasm)$",
        }
    }

    /// The value of `Cache-Control`. A proxy that rewrites a page breaks its policy, which knows styles and scripts by their hashes.
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Asked => "no-cache, no-transform",
            Self::Hour => "public, max-age=3600",
            Self::Forever => "public, max-age=31536000, immutable",
        }
    }
}

/// What is sent with every file of a site at `base_url`, beside for how long it may be kept.
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

/// The files below `folder` that may be kept longer than others, by their paths within it, in order.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn kept(folder: &Path) -> io::Result<Vec<(String, Keeping)>> {
    fn collect(folder: &Path, within: &str, kept: &mut Vec<(String, Keeping)>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                collect(&entry.path(), &format!("{within}{name}/"), kept)?;
            } else if Keeping::of(&name) != Keeping::Asked {
                kept.push((format!("{within}{name}"), Keeping::of(&name)));
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
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

/// Whether a name ends in a hash, as Trunk's do: `explainer-1f0c9a2b7d3e4f56`, `explainer-1f0c9a2b7d3e4f56_bg`.
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
