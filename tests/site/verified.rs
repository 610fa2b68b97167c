//! `cargo xtask verify`: it has nothing to say against the site as it is served here, and names each fault of a server that misbehaves.

use tests::server::{Fault, Server};
use url::Url;
use verify::{Report, Subject, verify};

#[test]
fn nothing_is_wrong_with_the_site_as_it_is_served_here() {
    let report = read(&[]);
    assert!(report.is_sound(), "{report}");
    assert!(report.pages > 50 && report.files > 50, "only {} pages and {} files were read", report.pages, report.files);
}

/// What is done to an answer, and what is to be said of it: the subject, where, and words of it.
type Case = (&'static str, Fault, &'static [(Subject, &'static str, &'static str)]);

/// All of them are put before one server, as it takes seconds to read the site.
fn cases() -> Vec<Case> {
    use Subject::*;
    vec![
        ("/ja/why/", Fault::Header("content-security-policy", None), &[(Policy, "/ja/why/", "Content-Security-Policy is not sent")]),
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
            "/ja/embed/lanes/",
            Fault::Header("x-frame-options", Some("DENY")),
            &[(Framing, "/ja/embed/lanes/", "X-Frame-Options is sent (deny)")],
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
        ("/ja/pictures/why.png", Fault::Missing, &[(Missing, "/ja/pictures/why.png (from /", "is answered with status 404")]),
        (
            "/ja/pictures/shift.png",
            Fault::Changed(|_| b"no picture".to_vec()),
            &[(Previews, "/ja/shift/", "has an og:image that is no picture")],
        ),
        (
            "/ja/oembed/whole.json",
            Fault::Changed(|_| {
                br#"{"version":"1.0","type":"rich","width":600,"height":400,"title":"a","html":"<iframe></iframe>"}"#.to_vec()
            }),
            &[(Oembed, "/ja/", "not a quotation and then a frame"), (Oembed, "/ja/", "frame is none of this site")],
        ),
        (
            "/ja/embed/numbers/",
            Fault::Changed(|page| replaced(page, "pymxPYMx", "")),
            &[
                (Embeds, "/ja/embed/numbers/", "does not say its height"),
                (Policy, "/ja/embed/numbers/", "inline scripts: it is that of another build"),
                (Compression, "/ja/embed/numbers/", "is not compressed"),
            ],
        ),
        (
            "/ja/what-next/",
            Fault::Changed(|page| {
                replaced(replaced(page, "property=\"og:title\"", "property=\"none\""), "href=\"#sources\"", "href=\"#nowhere\"")
            }),
            &[
                (Previews, "/ja/what-next/", "has no og:title"),
                (Links, "/ja/what-next/", "#nowhere, where no such place is"),
                (Compression, "/ja/what-next/", "is not compressed"),
            ],
        ),
    ]
}

#[test]
fn every_fault_is_named_and_nothing_else() {
    let cases = cases();
    let faults: Vec<_> = cases.iter().map(|(path, fault, _)| (*path, fault.clone())).collect();
    let report = read(&faults);
    let told = report.to_string();
    let mut findings = report.findings;
    for (subject, at, words) in cases.iter().flat_map(|(_, _, expected)| *expected) {
        let found =
            findings.iter().position(|finding| finding.subject == *subject && finding.at.starts_with(at) && finding.what.contains(words));
        let found = found.unwrap_or_else(|| panic!("nothing is said of {at} like {words:?}:\n{told}"));
        findings.remove(found);
        assert!(told.contains(words), "the report does not say {words:?}");
    }
    assert!(findings.is_empty(), "this is said, too: {findings:#?}");
}

fn replaced(page: Vec<u8>, old: &str, new: &str) -> Vec<u8> {
    String::from_utf8_lossy(&page).replace(old, new).into_bytes()
}

/// What is said of the site on a server with these faults.
fn read(faults: &[(&'static str, Fault)]) -> Report {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let server = runtime.block_on(Server::with_faults(faults)).expect("a server");
    let site = Url::parse(&format!("{}/", server.origin())).expect("an address");
    verify(&site, &[], &|_, _| ()).expect("the site can be read")
}
