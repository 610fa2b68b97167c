//! Requests an address and returns the raw response. Does not follow redirects, and does not decompress the body.

use anyhow::{Context, Result, ensure};
use std::{fs, path::Path, sync::Arc, time::Duration};
use ureq::{
    Agent,
    http::HeaderMap,
    tls::{PemItem, RootCerts, TlsConfig, parse_pem},
};
use url::{Host, Url};

/// The time after which a request fails.
const PATIENCE: Duration = Duration::from_secs(30);
/// The maximum size of a body, in bytes.
const LARGEST: u64 = 64 << 20;

/// A response of the host.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    /// The body as it was sent, not decompressed.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Returns the values of a header in lower case, joined by commas. Returns an empty text if the header was not
    /// sent.
    pub(crate) fn header(&self, name: &str) -> String {
        let values: Vec<_> = self.headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        values.join(", ").to_ascii_lowercase()
    }
}

#[derive(Debug)]
pub(crate) struct Client(Agent);

impl Client {
    /// Creates a client for the host of `site`. If `certificates` names a file, the client trusts the certificates in
    /// this file instead of the public authorities.
    ///
    /// # Errors
    /// Fails if the file cannot be read or has no certificate.
    pub(crate) fn for_site(site: &Url, certificates: Option<&Path>) -> Result<Self> {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .user_agent("explainer-verify");
        let config = if is_this_computer(site) { config.proxy(None) } else { config };
        let config = match certificates {
            Some(file) => config.tls_config(TlsConfig::builder().root_certs(trusted(file)?).build()),
            None => config,
        };
        Ok(Self(config.build().new_agent()))
    }

    /// Requests `address` with `encodings` as `Accept-Encoding`. Sends the header `Origin: null`, as a sandboxed frame
    /// does.
    ///
    /// # Errors
    /// Fails if the request fails, or if the body is incomplete or larger than [`LARGEST`].
    pub(crate) fn get(&self, address: &Url, encodings: &str) -> Result<Answer> {
        let request = self.0.get(address.as_str()).header("Accept-Encoding", encodings).header("Origin", "null");
        let mut response = request.call().with_context(|| format!("{address} cannot be read"))?;
        let body = response.body_mut().with_config().limit(LARGEST).read_to_vec();
        let body = body.with_context(|| format!("the answer for {address} is incomplete"))?;
        Ok(Answer { status: response.status().as_u16(), headers: response.headers().clone(), body })
    }
}

/// Reads the certificates in `file`, which must be in PEM format.
fn trusted(file: &Path) -> Result<RootCerts> {
    let text = fs::read(file).with_context(|| format!("{}, which SSL_CERT_FILE names, cannot be read", file.display()))?;
    let certificates: Vec<_> = parse_pem(&text)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    ensure!(!certificates.is_empty(), "{}, which SSL_CERT_FILE names, has no certificate in PEM format", file.display());
    Ok(RootCerts::Specific(Arc::new(certificates)))
}

/// Returns whether this computer serves the site, for instance with `cargo xtask serve`.
pub(crate) fn is_this_computer(site: &Url) -> bool {
    match site.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}
