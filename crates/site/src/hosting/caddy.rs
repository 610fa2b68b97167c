//! Writes the file that a Caddy site block imports, and a container file for a Caddy that serves only the explainer.

use super::{HIDDEN, Hosted, PLACE, types::TYPES};
use crate::headers::Keeping;
use std::fmt::Write;

/// Returns the file that a Caddy site block imports. It needs Caddy 2.6 or later. The directives in `route` apply in
/// the order in which they are written.
pub(super) fn written(hosted: &Hosted) -> String {
    let folder = hosted.plain_folder();
    let mut text = format!(
        "# Import this file in a site: import {PLACE}/hosting/Caddyfile\n\
         # If the site is in another folder, replace {PLACE} below.\n"
    );
    if let Some(bare) = hosted.without_slash() {
        let _ = writeln!(text, "redir \"{bare}\" \"{folder}\" permanent");
    }
    let _ = write!(text, "handle_path \"{folder}*\" {{\n\troot * {PLACE}\n\troute {{\n\t\theader {{\n");
    for (name, value) in &hosted.everywhere {
        let _ = writeln!(text, "\t\t\t{name} \"{value}\"");
    }
    let _ = write!(text, "\t\t\tCache-Control \"{}\"\n\t\t}}\n", Keeping::Asked.value());
    text += "\t\t@missing {\n\t\t\tnot {\n\t\t\t\tfile {path} {path}/index.html\n\t\t\t}\n\t\t}\n\t\t@hidden path";
    for hidden in HIDDEN {
        let _ = write!(text, " /{hidden}{}", if hidden.ends_with('/') { "*" } else { "" });
    }
    text += " *.br\n\t\tencode {\n\t\t\tgzip\n\t\t\tmatch {\n";
    // Caddy's own type for XML is `text/xml`.
    for mime in TYPES.iter().filter(|kind| kind.shrinks()).map(|kind| kind.mime).chain(["text/xml"]) {
        let _ = writeln!(text, "\t\t\t\theader Content-Type {mime}*");
    }
    text += "\t\t\t}\n\t\t}\n";
    for matcher in ["@hidden", "@missing"] {
        let _ = write!(
            text,
            "\t\thandle {matcher} {{\n\t\t\trewrite * /404.html\n\t\t\tfile_server {{\n\t\t\t\tstatus 404\n\t\t\t\t\
             precompressed br\n\t\t\t}}\n\t\t}}\n"
        );
    }
    for keeping in Keeping::SPECIAL {
        let name = match keeping {
            Keeping::Forever => "forever",
            Keeping::Hour | Keeping::Asked => "hour",
        };
        let _ = write!(text, "\t\t@{name} path_regexp \"{}\"\n\t\theader @{name} Cache-Control \"{}\"\n", keeping.names(), keeping.value());
    }
    // Caddy takes types that it does not know from the system's database, which may lack them.
    for kind in &TYPES {
        let charset = if kind.is_text { "; charset=utf-8" } else { "" };
        let (ending, mime) = (kind.ending, kind.mime);
        let _ = write!(text, "\t\t@{ending} path *.{ending}\n\t\theader @{ending} Content-Type \"{mime}{charset}\"\n");
    }
    text + "\t\tfile_server {\n\t\t\tprecompressed br\n\t\t}\n\t}\n}\n"
}

/// Returns the container file: the official Caddy image with the site and its headers. The folder of the site is the
/// build context.
pub(super) fn container() -> String {
    format!(
        "# In the folder with the site:\n\
         #   podman build -f hosting/Containerfile -t explainer . && podman run --rm -p 8080:8080 explainer\n\
         # docker takes the same arguments. To serve a domain with TLS: -e SITE_ADDRESS=news.example -p 80:80 -p 443:443\n\
         FROM docker.io/library/caddy:2\n\
         COPY . {PLACE}\n\
         RUN printf '{{$SITE_ADDRESS}} {{\\nimport {PLACE}/hosting/Caddyfile\\n}}\\n' > /etc/caddy/Caddyfile\n\
         ENV SITE_ADDRESS=:8080\n\
         EXPOSE 8080\n"
    )
}
