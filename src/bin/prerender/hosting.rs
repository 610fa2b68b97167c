//! The site's headers as the files of common hosts: `_headers` for Netlify, Cloudflare Pages and `cargo xtask serve`, a Caddyfile, a
//! container with Caddy, and a configuration of nginx. All say the same, as all are written from the same rules.

use crate::headers::Rule;
use std::{collections::BTreeSet, fmt::Write};

/// The files by name.
pub(crate) fn files(rules: &[Rule]) -> [(&'static str, String); 4] {
    [
        ("_headers", headers(rules)),
        ("hosting/Caddyfile", caddy(rules)),
        ("hosting/Containerfile", CONTAINER.to_owned()),
        ("hosting/nginx.conf", nginx(rules)),
    ]
}

/// Caddy as its makers pack it, with the site and its headers. The folder with the site is what it is built from.
const CONTAINER: &str = "# In the folder with the site:\n\
    #   podman build -f hosting/Containerfile -t explainer . && podman run --rm -p 8080:8080 explainer\n\
    # docker takes the same words. For a host's own name with encryption: -e SITE_ADDRESS=news.example -p 80:80 -p 443:443\n\
    FROM docker.io/library/caddy:2\n\
    COPY hosting/Caddyfile /etc/caddy/Caddyfile\n\
    COPY . /srv/explainer\n\
    ENV SITE_ADDRESS=:8080\n\
    ENV SITE_ROOT=/srv/explainer\n\
    EXPOSE 8080\n";

// Writing to a String cannot fail, so what it returns says nothing.

fn headers(rules: &[Rule]) -> String {
    rules.iter().fold(String::new(), |mut text, rule| {
        let _ = writeln!(text, "{}", rule.path);
        for (name, value) in &rule.headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
        text
    })
}

/// In a `route`, rules apply in their order.
fn caddy(rules: &[Rule]) -> String {
    let mut text = "# Set SITE_ADDRESS to the host's name, and SITE_ROOT to the folder with the site.\n\
                    {$SITE_ADDRESS:localhost} {\n\troot * {$SITE_ROOT:/srv/explainer}\n\troute {\n"
        .to_owned();
    for (index, rule) in rules.iter().enumerate() {
        let _ = writeln!(text, "\t\t@rule{index} path {}\n\t\theader @rule{index} {{", rule.path);
        for (name, value) in &rule.headers {
            let _ = writeln!(text, "\t\t\t{name} \"{value}\"");
        }
        text += "\t\t}\n";
    }
    text + "\t}\n\tfile_server {\n\t\tprecompressed br gzip\n\t\thide _headers hosting\n\t}\n\
            \thandle_errors 404 {\n\t\trewrite * /404.html\n\t\tfile_server\n\t}\n}\n"
}

/// A map a header: nginx drops inherited headers wherever a location adds one of its own. No value, no header.
fn nginx(rules: &[Rule]) -> String {
    let names: BTreeSet<_> = rules.iter().flat_map(|rule| &rule.headers).map(|(name, _)| *name).collect();
    let variable = |name: &str| format!("$explainer_{}", name.to_lowercase().replace('-', "_"));
    let mut text = "# Belongs inside `http`. Put the host's name and the folder with the site where they are asked for.\n\
                    map_hash_bucket_size 256;\n"
        .to_owned();
    for name in &names {
        let _ = writeln!(text, "map $uri {} {{", variable(name));
        for rule in rules {
            let Some((_, value)) = rule.headers.iter().find(|(other, _)| other == name) else { continue };
            let path = match rule.path.strip_suffix('*') {
                Some("/") => "default".to_owned(),
                Some(start) => format!("~^{start}"),
                None => rule.path.clone(),
            };
            let _ = writeln!(text, "    {path} \"{value}\";");
        }
        text += "}\n";
    }
    text += "server {\n    listen 80;\n    server_name explainer.example;\n    root /srv/explainer;\n    error_page 404 /404.html;\n    \
             charset utf-8;\n    charset_types text/plain text/csv application/javascript;\n    \
             include mime.types;\n    types { application/wasm wasm; text/csv csv; }\n    \
             gzip_static on;\n    gzip_vary on;\n    location = /_headers { return 404; }\n    location /hosting/ { return 404; }\n";
    for name in &names {
        let _ = writeln!(text, "    add_header {name} {} always;", variable(name));
    }
    text + "}\n"
}
