//! Writes `.htaccess`. Apache reads it in the site's own folder if `AllowOverride` includes `FileInfo`, as on shared hosts.

use super::{HIDDEN, Hosted, types::TYPES};
use crate::headers::Keeping;
use std::fmt::Write;

/// The encodings of compressed files, the best one first: the file extension, and the name of the encoding.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gz", "gzip")];

pub(super) fn written(hosted: &Hosted) -> String {
    let folder = hosted.plain_folder();
    let mut text = format!(
        "# For Apache, with mod_headers and mod_rewrite, where AllowOverride is FileInfo or All.\n\
         ErrorDocument 404 {folder}404.html\n"
    );
    for kind in &TYPES {
        let ending = kind.ending;
        // A compressed file has the type of its original, and not that of an archive.
        let _ = write!(text, "<FilesMatch \"\\.{ending}(\\.(br|gz))?$\">\n    ForceType \"{}", kind.mime);
        text += if kind.is_text { "; charset=utf-8\"\n</FilesMatch>\n" } else { "\"\n</FilesMatch>\n" };
    }
    text += "<IfModule mod_headers.c>\n";
    for (name, value) in &hosted.everywhere {
        let _ = writeln!(text, "    Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "    Header always set Cache-Control \"{}\"", Keeping::Asked.value());
    for keeping in Keeping::SPECIAL {
        let names = keeping.names().replace("(^|/)", "^").replace('$', "(\\.(br|gz))?$");
        let _ = write!(
            text,
            "    <FilesMatch \"{names}\">\n        Header always set Cache-Control \"{}\"\n    </FilesMatch>\n",
            keeping.value()
        );
    }
    let endings: Vec<_> = TYPES.iter().filter(|kind| kind.is_text || kind.ending == "wasm").map(|kind| kind.ending).collect();
    let _ = write!(
        text,
        "    <FilesMatch \"\\.({})(\\.(br|gz))?$\">\n        Header merge Vary Accept-Encoding\n    </FilesMatch>\n",
        endings.join("|")
    );
    for (ending, encoding) in ENCODINGS {
        let _ = write!(text, "    <FilesMatch \"\\.{ending}$\">\n        Header set Content-Encoding {encoding}\n    </FilesMatch>\n");
    }
    let _ = write!(
        text,
        "</IfModule>\n<IfModule mod_rewrite.c>\n    RewriteEngine On\n    RewriteOptions AllowNoSlash\n    RewriteBase \"{folder}\"\n"
    );
    let hidden: Vec<_> =
        HIDDEN.iter().map(|path| format!("^{}{}", path.replace('.', "\\."), if path.ends_with('/') { "" } else { "$" })).collect();
    let _ = write!(
        text,
        "    # Compressed files have no addresses. They are sent instead of their originals.\n    RewriteCond %{{ENV:REDIRECT_STATUS}} =\"\"\n    \
         RewriteRule \"\\.(br|gz)$|{}\" - [R=404,L]\n",
        hidden.join("|")
    );
    if let Some((origin, host)) = hosted.origin.as_deref().and_then(|origin| Some((origin, origin.split_once("://")?.1))) {
        let _ = write!(
            text,
            "    # Apache redirects to absolute addresses. Behind a proxy that ends TLS it does not know the scheme, so it stands here.\n    \
             RewriteCond %{{REQUEST_FILENAME}} -d\n    RewriteCond %{{REQUEST_URI}} \"[^/]$\"\n    RewriteCond %{{HTTP_HOST}} \"={host}\"\n    \
             RewriteRule \"^\" \"{origin}%{{REQUEST_URI}}/\" [R=301,L]\n"
        );
    }
    for (ending, encoding) in ENCODINGS {
        let _ = write!(
            text,
            "    RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\n    RewriteCond %{{REQUEST_URI}} /$\n    \
             RewriteCond %{{REQUEST_FILENAME}}/index.html.{ending} -f\n    \
             RewriteRule \"^(.*/)?$\" \"$1index.html.{ending}\" [L,E=no-gzip:1,E=no-brotli:1]\n    \
             RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\n    RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n    \
             RewriteRule \"^(.+)$\" \"$1.{ending}\" [L,E=no-gzip:1,E=no-brotli:1]\n"
        );
    }
    text + "</IfModule>\n"
}
