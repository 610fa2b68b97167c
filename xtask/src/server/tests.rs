//! Tests the answers to requests for a small site, and the errors for a missing site and a taken port.

use std::fs;

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use tempfile::TempDir;
use tower::ServiceExt;

use super::{ServeError, bind, router};

/// Makes a folder with a site in `dist`, and beside it a file that is not part of the site.
fn site() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let write = |path: &str, text: &str| {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, text).expect("a file");
    };
    write("dist/index.html", "home");
    write("dist/index.html.br", "home in brotli");
    write("dist/long/index.html", &"long ".repeat(99));
    write("dist/ja/index.html", "home in Japanese");
    write("dist/404.html", "nothing here");
    write("dist/assets/app-0123.wasm", "module");
    write("dist/assets/app-0123.js", "script");
    write(
        "dist/_headers",
        "/*\n  Cache-Control: no-cache\n  X-Content-Type-Options: nosniff\n\
         /assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
    );
    write("secret.txt", "not part of the site");
    folder
}

/// Sends `request`, and checks the response. In `request`, for example `GET / (br)`, the accepted
/// encodings are in parentheses. `expected` has the status, the values of some headers, and the
/// body, separated by ` | `.
async fn check(request: &str, expected: &str) {
    let mut words = request.split([' ', '(', ')']).filter(|word| !word.is_empty());
    let method = words.next().expect("a method");
    let path = words.next().expect("a path");
    let encodings = words.collect::<Vec<_>>().join(", ");
    let mut builder = Request::builder().method(method).uri(path);
    if !encodings.is_empty() {
        builder = builder.header(header::ACCEPT_ENCODING, encodings);
    }

    let folder = site();
    let router = router(&folder.path().join("dist")).expect("a router");
    let response = router.oneshot(builder.body(Body::empty()).expect("a request")).await.expect("a response");

    let mut actual = response.status().as_u16().to_string();
    for name in [header::CONTENT_TYPE, header::CONTENT_ENCODING, header::CACHE_CONTROL, header::VARY, header::X_CONTENT_TYPE_OPTIONS] {
        if let Some(value) = response.headers().get(&name) {
            actual += &format!(" | {}", value.to_str().expect("text"));
        }
    }
    let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    actual += &format!(" | {}", String::from_utf8_lossy(&body));
    assert_eq!(actual, expected, "{request}");
}

#[tokio::test]
async fn the_smallest_encoding_that_is_accepted_is_sent() {
    let html = "200 | text/html; charset=utf-8";
    let rest = "no-cache | Accept-Encoding | nosniff";
    check("GET / (br gzip)", &format!("{html} | br | {rest} | home in brotli")).await;
    check("GET /index.html (gzip br)", &format!("{html} | br | {rest} | home in brotli")).await;
    check("GET /", &format!("{html} | {rest} | home")).await;
    check("GET /ja/ (br gzip)", &format!("{html} | {rest} | home in Japanese")).await;
}

#[tokio::test]
async fn gzip_is_made_for_those_who_accept_no_more() {
    let folder = site();
    let router = router(&folder.path().join("dist")).expect("a site");
    let request = Request::get("/long/").header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).expect("a request");
    let response = router.oneshot(request).await.expect("an answer");
    assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip");
    let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    assert!(body.starts_with(b"\x1f\x8b") && body.len() < 99, "it has {} bytes", body.len());
}

#[tokio::test]
async fn hashed_files_are_immutable_and_have_the_type_that_browsers_insist_on() {
    let rest = "public, max-age=31536000, immutable | Accept-Encoding | nosniff";
    check("GET /assets/app-0123.wasm", &format!("200 | application/wasm | {rest} | module")).await;
    check("GET /assets/app-0123.js", &format!("200 | text/javascript; charset=utf-8 | {rest} | script")).await;
}

#[tokio::test]
async fn a_head_request_gets_headers_only() {
    check("HEAD / (br)", "200 | text/html; charset=utf-8 | br | no-cache | Accept-Encoding | nosniff | ").await;
    check(
        "HEAD /nowhere",
        "404 | text/html; charset=utf-8 | public, max-age=0, must-revalidate, no-transform | Accept-Encoding | nosniff | ",
    )
    .await;
}

#[tokio::test]
async fn what_is_missing_gets_the_sites_own_page_and_is_not_kept() {
    let page =
        "404 | text/html; charset=utf-8 | public, max-age=0, must-revalidate, no-transform | Accept-Encoding | nosniff | nothing here";
    check("GET /nowhere", page).await;
    check("GET /assets/app-9999.js", page).await;
    check("GET /_headers", page).await;
}

#[tokio::test]
async fn no_path_leads_out_of_the_site() {
    let page =
        "404 | text/html; charset=utf-8 | public, max-age=0, must-revalidate, no-transform | Accept-Encoding | nosniff | nothing here";
    check("GET /../secret.txt", page).await;
    check("GET /ja/../../secret.txt", page).await;
    check("GET /%2e%2e/secret.txt", page).await;
    check("GET /..%2fsecret.txt", page).await;
    check("GET /..%5csecret.txt", page).await;
}

#[test]
fn without_a_site_the_error_says_how_to_make_one() {
    let folder = TempDir::new().expect("a folder");
    let error = router(folder.path()).expect_err("no site");
    assert!(error.to_string().contains("cargo xtask build"), "{error}");
}

#[tokio::test]
async fn a_taken_port_is_told_apart_and_another_one_is_suggested() {
    let first = bind("127.0.0.1", 0).await.expect("a free port");
    let port = first.local_addr().expect("an address").port();
    let error = bind("127.0.0.1", port).await.expect_err("a taken port");
    assert!(matches!(error, ServeError::PortTaken { .. }), "{error}");
    assert!(error.to_string().contains("--port"), "{error}");
}
