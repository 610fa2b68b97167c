//! Checks that `cargo xtask verify` finds no mistake in the site on the test server. Also checks that `verify` finds
//! each fault that these tests make the server simulate.

use axum::http::HeaderValue;
use tests::server::{Fault, Server};
use url::Url;
use verify::{Options, Report, Subject, verify};

#[test]
fn verify_finds_nothing_wrong_with_the_site() {
    let report = report_with_faults(&[]);
    assert!(report.is_sound(), "{report}");
    assert!(report.pages > 50 && report.files > 50, "only {} pages and {} files were read", report.pages, report.files);
}

/// The end of the paths with a fault, the fault, and the expected findings. An expected finding is a subject, the start
/// of a path, and a part of the message.
type Case = (&'static str, Fault, &'static [(Subject, &'static str, &'static str)]);

/// Returns the cases. One server has all of their faults, because verifying the site takes seconds.
fn cases() -> Vec<Case> {
    use Subject::*;
    vec![
        (
            "/ja/why/",
            Fault::Changed(|page| replaced(page, "http-equiv=\"Content-Security-Policy\"", "name=\"none\"")),
            &[
                (Policy, "/ja/why/", "which scripts may run"),
                (Policy, "/ja/why/", "which styles may run"),
                (Compression, "/ja/why/", "is not compressed"),
            ],
        ),
        (
            "/ja/un-history/",
            Fault::Header("content-security-policy", Some("default-src 'self'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'")),
            &[
                (Framing, "/ja/un-history/", "frame-ancestors"),
                (Policy, "/ja/un-history/", "'unsafe-inline'"),
                (Policy, "/ja/un-history/", "inline scripts: it is that of another build"),
                (Policy, "/ja/un-history/", "inline style: it is that of another build"),
                (Policy, "/ja/un-history/", "'wasm-unsafe-eval'"),
            ],
        ),
        ("/ja/shift/", Fault::Header("x-content-type-options", None), &[(Policy, "/ja/shift/", "nosniff is not sent")]),
        (
            "/ja/embed/years/",
            Fault::Header("x-frame-options", Some("DENY")),
            &[(Framing, "/ja/embed/years/", "X-Frame-Options is sent (deny)")],
        ),
        ("/ja/", Fault::Header("cache-control", None), &[(Caching, "/ja/", "Cache-Control is not sent")]),
        (
            "/share_bg.wasm",
            Fault::Header("access-control-allow-origin", None),
            &[(Cors, "/share_bg.wasm", "Access-Control-Allow-Origin: *")],
        ),
        (
            "/share.js",
            Fault::Header("content-type", Some("text/plain")),
            &[(Types, "/share.js", "is sent as text/plain, not as text/javascript")],
        ),
        ("/embed.js", Fault::Header("cache-control", Some("max-age=31536000, immutable")), &[(Caching, "/embed.js", "keeps its name")]),
        (
            "/favicon.svg",
            Fault::Header("cross-origin-resource-policy", Some("same-origin")),
            &[(Framing, "/favicon.svg", "is same-origin")],
        ),
        (
            "/ja/sources/",
            Fault::Headed(|headers| {
                headers.remove("cross-origin-embedder-policy");
                headers.remove("cross-origin-resource-policy");
            }),
            &[(Framing, "/ja/sources/", "isolated sites cannot frame it"), (Framing, "/ja/sources/", "isolated sites cannot load it")],
        ),
        (
            "/ja/article/",
            Fault::AsAsked("accept-encoding", "br"),
            &[(Compression, "/ja/article/", "is sent as br to those who accept gzip only")],
        ),
        (
            "/ja/data/votes.csv",
            Fault::AsAsked("accept-encoding", "identity"),
            &[
                (Compression, "/ja/data/votes.csv", "is not compressed"),
                (Compression, "/ja/data/votes.csv", "is not compressed for browsers"),
            ],
        ),
        ("/ja/oembed/why.json", Fault::Header("vary", None), &[(Compression, "/ja/oembed/why.json", "does not say so")]),
        ("/ja/pictures/reasons.png", Fault::Missing, &[(Missing, "/ja/pictures/reasons.png (from /", "is answered with status 404")]),
        (
            "/ja/pictures/years.png",
            Fault::Changed(|_| b"no picture".to_vec()),
            &[
                (Previews, "/ja/shift/", "has an og:image that is not a picture"),
                (Previews, "/ja/embed/years/", "has an og:image that is not a picture"),
            ],
        ),
        (
            "/ja/oembed/whole.json",
            Fault::Changed(|_| {
                br#"{"version":"1.0","type":"rich","width":600,"height":400,"title":"a","html":"<iframe></iframe>"}"#.to_vec()
            }),
            &[(Oembed, "/ja/", "not a quotation and then a frame"), (Oembed, "/ja/", "frame is not on this site")],
        ),
        (
            "/ja/embed/counts/",
            Fault::Changed(|page| replaced(page, "pymxPYMx", "")),
            &[
                (Embeds, "/ja/embed/counts/", "does not report its height"),
                (Policy, "/ja/embed/counts/", "inline scripts: it is that of another build"),
                (Compression, "/ja/embed/counts/", "is not compressed"),
            ],
        ),
        ("/ja/embed/dark/article/", Fault::Missing, &[(Missing, "/ja/embed/dark/article/ (from /", "is answered with status 404")]),
        (
            "/ja/embed/light/article/",
            Fault::Changed(|page| replaced(page, "../article/?theme", "../../article/?theme")),
            &[(Embeds, "/ja/embed/light/article/", "redirects to a page that is not an embed")],
        ),
        (
            "/ja/what-next/",
            Fault::Changed(|page| {
                replaced(replaced(page, "property=\"og:title\"", "property=\"none\""), "href=\"#top\"", "href=\"#nowhere\"")
            }),
            &[
                (Previews, "/ja/what-next/", "has no og:title"),
                (Links, "/ja/what-next/", "#nowhere, where there is no such place"),
                (Compression, "/ja/what-next/", "is not compressed"),
            ],
        ),
    ]
}

#[test]
fn verify_finds_every_fault_and_nothing_else() {
    let cases = cases();
    let faults: Vec<_> = cases.iter().map(|(path, fault, _)| (*path, fault.clone())).collect();
    let report = report_with_faults(&faults);
    let report_text = report.to_string();
    let mut findings = report.findings;
    for (subject, path, words) in cases.iter().flat_map(|(_, _, expected)| *expected) {
        let found =
            findings.iter().position(|finding| finding.subject == *subject && finding.at.starts_with(path) && finding.what.contains(words));
        let found = found.unwrap_or_else(|| panic!("no finding at {path} contains {words:?}:\n{report_text}"));
        findings.remove(found);
        assert!(report_text.contains(words), "the report does not contain {words:?}");
    }
    assert!(findings.is_empty(), "unexpected findings: {findings:#?}");
}

/// Simulates GitHub Pages, which sends its own headers and ignores those of the site.
#[test]
fn a_host_without_the_sites_headers_is_recognised() {
    let own = Fault::Headed(|headers| {
        for name in [
            "content-security-policy",
            "x-content-type-options",
            "permissions-policy",
            "referrer-policy",
            "cross-origin-resource-policy",
            "cross-origin-embedder-policy",
        ] {
            headers.remove(name);
        }
        headers.insert("cache-control", HeaderValue::from_static("max-age=600"));
    });
    let report = report_with_faults(&[("", own)]);
    assert!(report.is_sound(), "{report}");
    assert!(report.notes.iter().any(|note| note.contains("sends no headers of the site")), "{report}");
}

/// Checks that the report has a note if the headers of a page allow proxies to change the page. This is not a fault,
/// because not every host can send `no-transform`.
#[test]
fn what_may_be_rewritten_on_its_way_is_told() {
    let has_note = |report: Report| report.notes.iter().any(|note| note.contains("no-transform"));
    assert!(!has_note(report_with_faults(&[])));
    assert!(has_note(report_with_faults(&[("/ja/why/", Fault::Header("cache-control", Some("no-cache")))])));
}

/// Checks the error of `verify` if it gets the address of a page instead of the address of the site. The error names
/// the right address, and lists no pages.
#[test]
fn the_address_of_a_page_is_refused() {
    for (path, folder) in [("/embed/", "/"), ("/ja/", "/"), ("/ja/embed/", "/")] {
        let (origin, error) = verify_path(&[], path).expect_err("that is not the folder of a site");
        assert_eq!(error.to_string(), format!("{origin}{path} is a page of the explainer at {origin}{folder}; verify that address"));
    }
}

#[test]
fn double_compression_is_reported() {
    let twice = Fault::Headed(|headers| {
        headers.remove("content-encoding");
    });
    let report = report_with_faults(&[("/", twice)]);
    assert!(report.findings.iter().any(|finding| finding.at == "/" && finding.what.contains("compressed twice")), "{report}");
}

#[test]
fn a_foreign_404_page_is_reported() {
    let report = report_with_faults(&[("/there-is-no-such-page/", Fault::Changed(|_| b"<h1>Not found</h1>".to_vec()))]);
    let findings: Vec<_> = report.findings.iter().map(|finding| (finding.subject, finding.what.as_str())).collect();
    assert!(matches!(findings[..], [(Subject::Missing, what)] if what.contains("not the site's own 404.html")), "{report}");
}

#[test]
fn wrong_redirects_to_folders_are_reported() {
    for location in ["http://backend.example/ja/", "/"] {
        let report = report_with_faults(&[("", Fault::Header("location", Some(location)))]);
        assert!(!report.is_sound(), "no finding mentions {location}");
        for finding in &report.findings {
            assert!(finding.subject == Subject::Slashes && finding.what.contains("without the slash at its end leads to"), "{report}");
        }
    }
}

fn replaced(page: Vec<u8>, old: &str, new: &str) -> Vec<u8> {
    String::from_utf8_lossy(&page).replace(old, new).into_bytes()
}

/// Returns the report of `verify` on a server with these faults.
fn report_with_faults(faults: &[(&'static str, Fault)]) -> Report {
    verify_path(faults, "/").unwrap_or_else(|(_, error)| panic!("the site cannot be read: {error:#}"))
}

/// Runs `verify` for `path` on a server with these faults. Returns the report, or the origin of the server and the
/// error.
fn verify_path(faults: &[(&'static str, Fault)], path: &str) -> Result<Report, (String, anyhow::Error)> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let server = runtime.block_on(Server::with_faults(faults)).expect("a server");
    let site = Url::parse(&format!("{}{path}", server.origin())).expect("an address");
    verify(&site, &Options::default(), &|_, _| ()).map_err(|error| (server.origin().to_owned(), error))
}
