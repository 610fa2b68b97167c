//! Writes the configuration that an nginx `server` block includes. It contains only `location`
//! blocks. It defines no variables or named locations, so two explainers on the same server do not
//! conflict. Outside the folder of the site, it only redirects the address of this folder without
//! its last slash.

use super::{
    HIDDEN, Hosted, PLACE,
    types::{TYPES, Type},
};
use crate::{headers::Keeping, precompress};
use std::fmt::Write;

/// The choice between a configuration with and without Brotli. Only the directive `brotli_static` makes nginx send the
/// `.br` files. An nginx without the module of the same name rejects the directive.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Brotli {
    /// nginx does not send the `.br` files. The configuration works in every nginx.
    Without,
    /// nginx sends the `.br` files. The configuration needs the module `brotli_static`.
    With,
}

pub(super) fn written(hosted: &Hosted, brotli: Brotli) -> String {
    let folder = hosted.plain_folder();
    let name = match brotli {
        Brotli::Without => "nginx.conf",
        Brotli::With => "nginx-brotli.conf",
    };
    let mut text = format!(
        "# Include this file in a `server` block: include {PLACE}/hosting/{name};\n\
         # If the site is in another folder, replace {PLACE} below.\n"
    );
    text += match brotli {
        Brotli::Without => "# nginx-brotli.conf adds Brotli. Its module is in Debian's package libnginx-mod-http-brotli-static.\n",
        Brotli::With => "# It needs the module brotli_static, which is in Debian's package libnginx-mod-http-brotli-static.\n",
    };
    if let Some(bare) = hosted.without_slash() {
        // Behind a proxy, nginx does not know the scheme and host that readers use. So it redirects to a path.
        let _ = write!(text, "location = \"{bare}\" {{\n    absolute_redirect off;\n    return 301 \"{folder}\";\n}}\n");
    }
    let _ = write!(
        text,
        "location ^~ \"{folder}\" {{\n    alias {PLACE}/;\n    index index.html;\n    absolute_redirect off;\n    \
         error_page 404 \"{folder}404.html\";\n    \
         gzip on;\n    gzip_vary on;\n    gzip_proxied any;\n    gzip_comp_level 6;\n    gzip_min_length 1000;\n    gzip_types"
    );
    // HTML is left out of `gzip_types` and `charset_types`, because nginx always includes it in both.
    let mime_types = |kinds: fn(&&Type) -> bool| TYPES.iter().filter(|kind| kind.ending != "html").filter(kinds).map(|kind| kind.mime);
    for mime in mime_types(|kind| kind.shrinks()) {
        let _ = write!(text, " {mime}");
    }
    text += ";\n";
    if brotli == Brotli::With {
        text += "    brotli_static on;\n";
    }
    text += "    charset utf-8;\n    charset_types";
    for mime in mime_types(|kind| kind.is_text) {
        let _ = write!(text, " {mime}");
    }
    text += ";\n    types {\n";
    for kind in &TYPES {
        let _ = writeln!(text, "        {} {};", kind.mime, kind.ending);
    }
    text += "    }\n";
    text += &headers(hosted, Keeping::Asked, "    ");
    for hidden in HIDDEN {
        let modifier = if hidden.ends_with('/') { "^~" } else { "=" };
        let _ = writeln!(text, "    location {modifier} \"{folder}{hidden}\" {{ return 404; }}");
    }
    text += "    location ~ \"\\.br$\" { return 404; }\n";
    if brotli == Brotli::With {
        // `brotli_static` switches gzip off for browsers that accept Brotli. A download has no `.br` file, so it would
        // be sent uncompressed.
        let _ = writeln!(text, "    location ~ \"{}\" {{ brotli_static off; }}", precompress::downloads_pattern());
    }
    for keeping in Keeping::SPECIAL {
        // A location with its own `add_header` inherits no `add_header`, so all headers are repeated.
        let _ = write!(text, "    location ~ \"{}\" {{\n{}    }}\n", keeping.names(), headers(hosted, keeping, "        "));
    }
    text + "}\n"
}

fn headers(hosted: &Hosted, keeping: Keeping, indent: &str) -> String {
    let all = hosted.everywhere.iter().map(|(name, value)| (*name, value.as_str())).chain([("Cache-Control", keeping.value())]);
    all.fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
        text
    })
}
