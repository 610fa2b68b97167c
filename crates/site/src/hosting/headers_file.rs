//! Writes `_headers` in the format of Netlify, Cloudflare Pages and `cargo xtask serve`.
//!
//! If two rules set the same header, some hosts send both values. So no two rules that match the same file set the same
//! header. Files that browsers must revalidate have no `Cache-Control` here, because these hosts ask for revalidation
//! by default.

use super::Hosted;
use std::fmt::Write;

pub(super) fn written(hosted: &Hosted) -> String {
    let folder = &hosted.folder;
    let mut text = "# Hosts read this file at the root of the published folder. If the site is in a subfolder, copy it there.\n".to_owned();
    let _ = writeln!(text, "{folder}*");
    for (name, value) in &hosted.everywhere {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for (path, keeping) in &hosted.kept {
        let _ = writeln!(text, "{folder}{path}\n  Cache-Control: {}", keeping.value());
    }
    text
}
