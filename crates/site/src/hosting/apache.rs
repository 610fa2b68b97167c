//! Writes `.htaccess`. Apache applies this file in the site's own folder if `AllowOverride` includes `FileInfo`, as on
//! many shared hosts.

use super::{HIDDEN, Hosted, types::TYPES};
use crate::headers::Keeping;
use std::fmt::Write;

pub(super) fn written(hosted: &Hosted) -> String {
    let folder = hosted.plain_folder();
    let mut text = format!(
        "# For Apache, with mod_headers and mod_rewrite, where AllowOverride is FileInfo or All.\n\
         ErrorDocument 404 {folder}404.html\n"
    );
    for kind in &TYPES {
        let ending = kind.ending;
        // A compressed file needs the type of its original, not that of an archive.
        let _ = write!(text, "<FilesMatch \"\\.{ending}(\\.br)?$\">\n    ForceType \"{}", kind.mime);
        text += if kind.is_text { "; charset=utf-8\"\n</FilesMatch>\n" } else { "\"\n</FilesMatch>\n" };
    }
    text += "<IfModule mod_headers.c>\n";
    for (name, value) in &hosted.everywhere {
        let _ = writeln!(text, "    Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "    Header always set Cache-Control \"{}\"", Keeping::Asked.value());
    for keeping in Keeping::SPECIAL {
        let names = keeping.names().replace("(^|/)", "^").replace('$', "(\\.br)?$");
        let _ = write!(
            text,
            "    <FilesMatch \"{names}\">\n        Header always set Cache-Control \"{}\"\n    </FilesMatch>\n",
            keeping.value()
        );
    }
    let endings: Vec<_> = TYPES.iter().filter(|kind| kind.shrinks()).map(|kind| kind.ending).collect();
    let _ = write!(
        text,
        "    <FilesMatch \"\\.({})(\\.br)?$\">\n        Header merge Vary Accept-Encoding\n    </FilesMatch>\n",
        endings.join("|")
    );
    text += "    <FilesMatch \"\\.br$\">\n        Header set Content-Encoding br\n    </FilesMatch>\n";
    let _ = write!(
        text,
        "</IfModule>\n<IfModule mod_rewrite.c>\n    RewriteEngine On\n    RewriteOptions AllowNoSlash\n    RewriteBase \"{folder}\"\n"
    );
    let hidden: Vec<_> =
        HIDDEN.iter().map(|path| format!("^{}{}", path.replace('.', "\\."), if path.ends_with('/') { "" } else { "$" })).collect();
    let _ = write!(
        text,
        "    # Compressed files have no addresses. They are sent instead of their originals.\n    RewriteCond %{{ENV:REDIRECT_STATUS}} =\"\"\n    \
         RewriteRule \"\\.br$|{}\" - [R=404,L]\n",
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
    text += "    RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b\n    RewriteCond %{REQUEST_URI} /$\n    \
             RewriteCond %{REQUEST_FILENAME}/index.html.br -f\n    \
             RewriteRule \"^(.*/)?$\" \"$1index.html.br\" [L,E=no-gzip:1,E=no-brotli:1]\n    \
             RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b\n    RewriteCond %{REQUEST_FILENAME}.br -f\n    \
             RewriteRule \"^(.+)$\" \"$1.br\" [L,E=no-gzip:1,E=no-brotli:1]\n\
             </IfModule>\n";
    let _ = write!(
        text,
        "<IfModule mod_deflate.c>\n    <FilesMatch \"\\.({})$\">\n        SetOutputFilter DEFLATE\n    </FilesMatch>\n</IfModule>\n",
        endings.join("|")
    );
    text
}
