//! Tests the written site on real servers. The servers use the configuration files of the site as the README describes.
//! The tests cover a site at the root of a host, in a folder and in a nested folder. They also cover two copies on one
//! server, pages that do not belong to the site, and a proxy that terminates TLS.
//!
//! The tests adapt the ports, folders and host names in the configuration of the README. They check that `verify` finds
//! no mistake, and that pages beside the site keep their own headers. A test is listed as ignored if its server, or a
//! module that [`Setup::is_possible`] looks for, is not installed.

mod copies;
mod guide;
mod http_request;
mod run;

use anyhow::{Context, Result, ensure};
use copies::Copies;
use http_request::ask;
use libtest_mimic::{Arguments, Failed, Trial};
use run::{Running, Setup};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};
use tests::proxy::Proxy;
use url::Url;
use verify::{Options, verify};
use xtask::servers::HostServer;

/// The root of a host. The copy of the site there is alone on its server.
const ROOT: &str = "/";
/// A folder of a host. The copy of the site there shares a server with the copy in [`DEEP`].
const FOLDER: &str = "/explainer/";
/// A nested folder of a host. The copy of the site there shares a server with the copy in [`FOLDER`].
const DEEP: &str = "/asia/explainer/";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let setups = [
        ("nginx", HostServer::Nginx, Setup::Plain),
        ("nginx_with_brotli", HostServer::Nginx, Setup::Brotli),
        ("caddy", HostServer::Caddy, Setup::Plain),
        ("apache", HostServer::Apache, Setup::Plain),
    ];
    let trials = setups.map(|(name, server, setup)| {
        let program = server.find().filter(|_| setup.is_possible(server));
        let is_missing = program.is_none();
        Trial::test(name, move || {
            let Some(program) = program else { return Err(Failed::from("the server is not installed")) };
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
            runtime.block_on(check_server(server, setup, &program)).map_err(|error| Failed::from(format!("{error:#}")))
        })
        .with_ignored_flag(is_missing)
    });
    libtest_mimic::run(&arguments, trials.into()).exit_code()
}

async fn check_server(server: HostServer, setup: Setup, program: &Path) -> Result<()> {
    // The configurations of the copies contain the address of the proxy, so the proxy is made first.
    let proxy = Proxy::new().await?;
    let copies = Copies::of(&[ROOT, FOLDER, DEEP], &proxy.origin()?)?;
    let alone = Running::start(server, setup, program, &copies, &[ROOT]).await?;
    check(&alone, ROOT).await.context("at the root")?;
    if setup == Setup::Brotli {
        // The configuration for Brotli differs only in how nginx compresses files, so the check at the root is enough.
        return Ok(());
    }
    let beside = Running::start(server, setup, program, &copies, &[FOLDER, DEEP]).await?;
    for folder in [FOLDER, DEEP] {
        check(&beside, folder).await.with_context(|| format!("in {folder}, beside others"))?;
    }
    check_neighbour(&beside).await?;
    let site = Url::parse(&format!("{}{FOLDER}", proxy.origin()?))?;
    proxy.before(beside.address(), verify_site(site, Some(proxy.certificates()))).await?.context("behind a proxy that terminates TLS")
}

/// A file of each type of text except HTML, with the `Content-Type` that servers send.
const TYPES: [(&str, &str); 7] = [
    ("data/SHA256SUMS.txt", "text/plain; charset=utf-8"),
    ("data/events.csv", "text/csv; charset=utf-8"),
    ("data/explainer.json", "application/json; charset=utf-8"),
    ("dialog.css", "text/css; charset=utf-8"),
    ("embed.js", "text/javascript; charset=utf-8"),
    ("favicon.svg", "image/svg+xml; charset=utf-8"),
    ("sitemap.xml", "application/xml; charset=utf-8"),
];

/// Checks that `verify` finds no mistake in the site in `folder`, that files have the types in
/// [`TYPES`], and that a missing page has status 404. Checks that the server does not send hidden
/// files, such as the files for hosts. The answers for hidden and missing files must not be marked
/// as immutable, because browsers would keep them.
async fn check(server: &Running, folder: &str) -> Result<()> {
    verify_site(server.site(folder)?, None).await?;
    for (file, expected) in TYPES {
        let answer = ask(server.address(), &format!("{folder}{file}")).await?;
        let sent = answer.header("content-type");
        ensure!(sent == expected, "{file} is sent as {sent}, not as {expected}");
    }
    let missing = ask(server.address(), &format!("{folder}there-is-no-such-page/")).await?;
    ensure!(missing.status == 404, "a missing page has status {}", missing.status);
    for hidden in ["_headers", ".htaccess", "hosting/nginx.conf", "hosting/Caddyfile", "index.html.br", "explainer-0123456789abcdef.js"] {
        let answer = ask(server.address(), &format!("{folder}{hidden}")).await?;
        ensure!([403, 404].contains(&answer.status), "{hidden} is for hosts only, but it is sent with status {}", answer.status);
        ensure!(!answer.header("cache-control").contains("immutable"), "browsers cache the missing {hidden} as immutable");
    }
    Ok(())
}

/// Checks that another page on the same server has its own headers and none of the site's. Checks that the server does
/// not answer with the site's 404 page outside of the site's folder.
async fn check_neighbour(server: &Running) -> Result<()> {
    let page = ask(server.address(), "/beside/").await?;
    ensure!(page.status == 200 && page.header("x-own") == "yes", "the other page has changed: {page:?}");
    for name in ["content-security-policy", "access-control-allow-origin", "permissions-policy", "cache-control", "referrer-policy"] {
        ensure!(page.header(name).is_empty(), "{name} is sent with another page on the server: {page:?}");
    }
    let missing = ask(server.address(), "/beside/nowhere").await?;
    ensure!(
        missing.status == 404 && !missing.body.contains("favicon.svg"),
        "the site's page for unknown addresses is sent outside of its folder"
    );
    Ok(())
}

/// Checks that `verify` finds no mistake in the site at the address `site`.
async fn verify_site(site: Url, certificates: Option<PathBuf>) -> Result<()> {
    let options = Options { certificates, ..Options::default() };
    let report = tokio::task::spawn_blocking(move || verify(&site, &options, &|_, _| ())).await??;
    ensure!(report.is_sound(), "{report}");
    ensure!(report.pages > 10 && report.files > 10, "only {} pages and {} files were read", report.pages, report.files);
    Ok(())
}
