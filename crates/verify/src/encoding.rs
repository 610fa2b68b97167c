//! Checks compression. Each kind of client must get an encoding that it supports, and all kinds must get the same
//! content.

use crate::{
    fetch::{Answer, Client},
    kind::Kind,
    report::Subject,
};
use anyhow::Result;
use flate2::read::GzDecoder;
use std::io::{self, Read};
use url::Url;

/// The maximum size of a file that need not be compressed, in bytes. A file of this size fits into one packet.
const SMALL: usize = 1400;
/// The `Accept-Encoding` of crawlers that do not support Brotli.
pub(crate) const GZIP: &str = "gzip";
/// An `Accept-Encoding` with encodings that all browsers support.
const BROWSER: &str = "gzip, deflate, br";
/// The `Accept-Encoding` of clients that cannot decompress.
const PLAIN: &str = "identity";

/// Decompresses `answer`, which was requested with [`GZIP`], and adds the faults in its compression to `faults`. If
/// `thorough` is true and the file should be compressed, also requests the file in the other encodings and compares the
/// contents. Returns the decompressed content, which is empty if `answer` cannot be decompressed.
///
/// # Errors
/// Fails if [`Client::get`] fails for another encoding.
pub(crate) fn examine(
    client: &Client,
    address: &Url,
    kind: Kind,
    answer: &Answer,
    thorough: bool,
    faults: &mut Vec<(Subject, String)>,
) -> Result<Vec<u8>> {
    let mut fault = |what: &str| faults.push((Subject::Compression, what.to_owned()));
    let encoding = answer.header("content-encoding");
    if !["", "gzip"].contains(&encoding.as_str()) {
        fault(&format!("is sent as {encoding} to those who accept gzip only, such as the crawlers of link previews"));
    }
    let content = match decoded(answer) {
        Ok(content) => content,
        Err(error) => {
            fault(&format!("cannot be decompressed: {error}"));
            return Ok(Vec::new());
        }
    };
    if let Some(inner) = kind.shrinks().then(|| decompressed_again(&content)).flatten() {
        fault("is compressed twice: what is already compressed is compressed again, or sent without saying so");
        return Ok(inner);
    }
    let should_be_compressed = kind.shrinks() && content.len() > SMALL;
    if should_be_compressed && encoding.is_empty() {
        fault("is not compressed");
    }
    if !encoding.is_empty() && !answer.header("vary").contains("accept-encoding") {
        fault("depends on Accept-Encoding, but does not say so: caches will send the wrong one");
    }
    if should_be_compressed && thorough {
        let (browser, plain) = (client.get(address, BROWSER)?, client.get(address, PLAIN)?);
        if browser.header("content-encoding").is_empty() {
            fault("is not compressed for browsers");
        }
        if !["", "identity"].contains(&plain.header("content-encoding").as_str()) {
            fault("is compressed even for those who cannot decompress it");
        }
        for (other, whom) in [(browser, "browsers"), (plain, "those who cannot decompress it")] {
            match decoded(&other) {
                Ok(other) if other == content => {}
                Ok(_) => fault(&format!("is another file for {whom}: the compressed one is out of date")),
                Err(error) => fault(&format!("cannot be decompressed by {whom}: {error}")),
            }
        }
    }
    Ok(content)
}

/// Decompresses `content` again, if it is still compressed. Returns `None` if `content` is empty, is UTF-8 text, begins
/// like a WebAssembly file, or is neither gzip nor Brotli.
fn decompressed_again(content: &[u8]) -> Option<Vec<u8>> {
    if content.is_empty() || content.starts_with(b"\0asm") || std::str::from_utf8(content).is_ok() {
        return None;
    }
    let mut inner = Vec::new();
    if GzDecoder::new(content).read_to_end(&mut inner).is_ok() {
        return Some(inner);
    }
    inner.clear();
    brotli::Decompressor::new(content, 4096).read_to_end(&mut inner).ok().map(|_| inner)
}

fn decoded(answer: &Answer) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    match answer.header("content-encoding").as_str() {
        "gzip" => {
            GzDecoder::new(answer.body.as_slice()).read_to_end(&mut content)?;
        }
        "br" => {
            brotli::Decompressor::new(answer.body.as_slice(), 4096).read_to_end(&mut content)?;
        }
        "" | "identity" => content.clone_from(&answer.body),
        other => return Err(io::Error::other(format!("{other} is not an encoding that all browsers support"))),
    }
    Ok(content)
}
