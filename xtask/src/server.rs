//! Serves a written site as static hosts do, with precompressed files, the site's own 404 page, and
//! the headers of its `_headers` file ([`header_rules`]). If no rule sets the `Cache-Control` of a
//! file, browsers have to revalidate the file, as on Netlify and Cloudflare Pages.
//!
//! `serve`, `dev`, the tests and the benchmark use this module.

pub mod header_rules;
#[cfg(test)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use thiserror::Error;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

use header_rules::{HeaderRules, HeaderRulesError};

/// The file with the rules for the site's headers. Hosts such as Netlify read this file and do not
/// serve it.
const HEADERS_FILE: &str = "_headers";

/// The `Cache-Control` of files for which no rule of `_headers` sets it, and of every answer with status 404.
const REVALIDATE: &str = "public, max-age=0, must-revalidate, no-transform";

/// An error that prevents serving a site.
#[derive(Debug, Error)]
pub enum ServeError {
    /// Another program uses the port.
    #[error(
        "port {port} on {host} is taken by another program; choose another one with --port {}",
        port.checked_add(1).unwrap_or(8080)
    )]
    PortTaken {
        /// The requested host.
        host: String,
        /// The requested port.
        port: u16,
    },
    /// The system refuses the address for another reason.
    #[error("cannot listen on {host}, port {port}")]
    Bind {
        /// The requested host.
        host: String,
        /// The requested port.
        port: u16,
        /// The error of the system.
        source: io::Error,
    },
    /// There is no written site.
    #[error("there is no site in {}; `cargo xtask build` writes it", .0.display())]
    NoSite(PathBuf),
    /// The site's `_headers` cannot be read.
    #[error("cannot read {}", file.display())]
    UnreadableHeaders {
        /// The file.
        file: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// The site's `_headers` is malformed.
    #[error("{}", file.display())]
    MalformedHeaders {
        /// The file.
        file: PathBuf,
        /// The number of the line, and the mistake in it.
        source: HeaderRulesError,
    },
}

/// Listens on an address. Port 0 means any free port.
///
/// # Errors
/// Returns [`ServeError::PortTaken`] if another program uses the port. Returns [`ServeError::Bind`]
/// if the system refuses the address for another reason.
pub async fn bind(host: &str, port: u16) -> Result<TcpListener, ServeError> {
    TcpListener::bind((host, port)).await.map_err(|source| {
        let host = host.to_owned();
        match source.kind() {
            io::ErrorKind::AddrInUse => ServeError::PortTaken { host, port },
            _ => ServeError::Bind { host, port, source },
        }
    })
}

/// Returns a router for the site in `dist`. Reads `_headers` once. The router reads a requested file at each request.
///
/// # Errors
/// Fails if there is no site, or if its `_headers` cannot be read or parsed.
pub fn router(dist: &Path) -> Result<Router, ServeError> {
    if !dist.join("index.html").is_file() {
        return Err(ServeError::NoSite(dist.to_owned()));
    }
    let rules = Arc::new(read_rules(dist)?);
    let not_found = SetStatus::new(ServeFile::new(dist.join("404.html")).precompressed_br(), StatusCode::NOT_FOUND);
    let files = ServeDir::new(dist).precompressed_br().fallback(not_found.clone());
    Ok(Router::new()
        .route_service(&format!("/{HEADERS_FILE}"), not_found)
        .fallback_service(files)
        .layer(CompressionLayer::new().gzip(true))
        .layer(middleware::from_fn(move |request, next| with_site_headers(Arc::clone(&rules), request, next))))
}

fn read_rules(dist: &Path) -> Result<HeaderRules, ServeError> {
    let file = dist.join(HEADERS_FILE);
    match std::fs::read_to_string(&file) {
        Ok(text) => text.parse().map_err(|source| ServeError::MalformedHeaders { file, source }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(HeaderRules::default()),
        Err(source) => Err(ServeError::UnreadableHeaders { file, source }),
    }
}

async fn with_site_headers(rules: Arc<HeaderRules>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let missing = response.status() == StatusCode::NOT_FOUND;
    let headers = response.headers_mut();
    state_charset(headers);
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(REVALIDATE));
    for (name, value) in rules.for_path(&path) {
        // A missing file may exist later, so its 404 answer must not be cached for a year.
        if !(missing && name == header::CACHE_CONTROL) {
            headers.insert(name, value.clone());
        }
    }
    response
}

/// If the `Content-Type` is text without a charset, adds `charset=utf-8`. Without this, browsers would guess the
/// encoding.
fn state_charset(headers: &mut HeaderMap) {
    let plain = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(plain) = plain.filter(|kind| kind.starts_with("text/") && !kind.contains("charset")) else {
        return;
    };
    if let Ok(with_charset) = HeaderValue::try_from(format!("{plain}; charset=utf-8")) {
        headers.insert(header::CONTENT_TYPE, with_charset);
    }
}
