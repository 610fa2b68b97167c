//! Writes the files for common hosts: `_headers` for Netlify, Cloudflare Pages and `cargo xtask serve`, `.htaccess` for
//! Apache, files to include for nginx and Caddy, and a container file with Caddy. [`crate::headers`] has the values of
//! the headers, so the files agree. The headers apply only to the folder of the site.
//!
//! Writing to a `String` cannot fail, so the submodules ignore the result.

mod apache;
mod caddy;
mod headers_file;
mod nginx;
mod types;

use crate::headers::{self, Keeping};
use std::{io, path::Path};
use story::BaseUrl;

/// The folder of the site on the server, as written in the files for nginx and Caddy. An administrator who uses another
/// folder has to replace this path.
const PLACE: &str = "/srv/explainer";

/// Paths within the site that hosts must not send to readers. A path that ends with a slash is a folder.
const HIDDEN: [&str; 3] = ["_headers", ".htaccess", "hosting/"];

/// The facts about a site that a host needs.
struct Hosted {
    /// The scheme, host and port of the site, if they are known.
    origin: Option<String>,
    /// The folder of the site on its host, percent-encoded, such as `/` or `/explainer/`.
    folder: String,
    /// The headers for every file.
    everywhere: Vec<(&'static str, String)>,
    /// The files whose `Cache-Control` is not the default.
    kept: Vec<(String, Keeping)>,
}

impl Hosted {
    /// Returns the folder without percent-encoding, because servers match decoded paths.
    fn plain_folder(&self) -> String {
        percent_encoding::percent_decode_str(&self.folder).decode_utf8_lossy().into_owned()
    }

    /// Returns the plain folder without its last slash, which readers may leave out. Returns `None` for the root.
    fn without_slash(&self) -> Option<String> {
        let folder = self.plain_folder();
        folder.strip_suffix('/').filter(|folder| !folder.is_empty()).map(str::to_owned)
    }
}

/// Returns the names and contents of the files for hosts. The site is in the folder `out`. `base_url` is its address,
/// if it is known.
///
/// # Errors
/// Fails if `out` or a folder below it cannot be read.
pub(crate) fn files(base_url: Option<&BaseUrl>, out: &Path) -> io::Result<Vec<(&'static str, String)>> {
    let hosted = Hosted {
        origin: base_url.map(BaseUrl::origin),
        folder: base_url.map_or("/", BaseUrl::folder).to_owned(),
        everywhere: headers::everywhere(base_url),
        kept: headers::kept(out)?,
    };
    Ok(vec![
        ("_headers", headers_file::written(&hosted)),
        (".htaccess", apache::written(&hosted)),
        ("hosting/Caddyfile", caddy::written(&hosted)),
        ("hosting/Containerfile", caddy::container()),
        ("hosting/nginx.conf", nginx::written(&hosted, nginx::Brotli::Without)),
        ("hosting/nginx-brotli.conf", nginx::written(&hosted, nginx::Brotli::With)),
    ])
}
