//! Writes the site's headers in the formats of common hosts: `_headers` for Netlify, Cloudflare Pages and
//! `cargo xtask serve`, `.htaccess` for Apache, files to include for nginx and Caddy, and a container file with Caddy.
//! All of them are generated from [`crate::headers`], so they agree. They apply only to the folder of the site.
//!
//! Writing to a `String` cannot fail, so the modules below ignore the result.

mod apache;
mod caddy;
mod listed;
mod nginx;
mod types;

use crate::headers::{self, Keeping};
use std::{io, path::Path};
use story::BaseUrl;

/// Where the files for servers suppose that the site is, until somebody writes another folder there.
const PLACE: &str = "/srv/explainer";

/// Files that are for hosts and not for readers: their paths within the site. A slash at its end makes it a folder.
const HIDDEN: [&str; 3] = ["_headers", ".htaccess", "hosting/"];

/// A site as hosts have to know it.
struct Hosted {
    /// Scheme, host and port, if they are known.
    origin: Option<String>,
    /// Its folder on its host, percent-encoded as in addresses: `/`, or `/explainer/`.
    folder: String,
    /// What is sent with every file.
    everywhere: Vec<(&'static str, String)>,
    /// The files that may be kept longer than others.
    kept: Vec<(String, Keeping)>,
}

impl Hosted {
    /// The folder without encoding, as servers compare it.
    fn plain_folder(&self) -> String {
        percent_encoding::percent_decode_str(&self.folder).decode_utf8_lossy().into_owned()
    }

    /// The folder without the slash at its end, under which readers look for it, too; none at the root.
    fn without_slash(&self) -> Option<String> {
        let folder = self.plain_folder();
        folder.strip_suffix('/').filter(|folder| !folder.is_empty()).map(str::to_owned)
    }
}

/// The files by name, for a site in the folder `out` that will stand at `base_url`.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn files(base_url: Option<&BaseUrl>, out: &Path) -> io::Result<Vec<(&'static str, String)>> {
    let hosted = Hosted {
        origin: base_url.map(BaseUrl::origin),
        folder: base_url.map_or("/", BaseUrl::folder).to_owned(),
        everywhere: headers::everywhere(base_url),
        kept: headers::kept(out)?,
    };
    Ok(vec![
        ("_headers", listed::written(&hosted)),
        (".htaccess", apache::written(&hosted)),
        ("hosting/Caddyfile", caddy::written(&hosted)),
        ("hosting/Containerfile", caddy::container()),
        ("hosting/nginx.conf", nginx::written(&hosted, nginx::Brotli::Without)),
        ("hosting/nginx-brotli.conf", nginx::written(&hosted, nginx::Brotli::With)),
    ])
}
