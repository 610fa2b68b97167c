//! `cargo xtask verify URL`: reads a deployed site and reports the faults in how the host serves it.
//!
//! This is a separate package, so that the other commands start without compiling TLS and an HTML parser.

use anyhow::{Context, bail};
use clap::Parser;
use std::{env, process::ExitCode};
use url::Url;
use verify::{Options, Subject, verify};
use xtask::{child, progress::Step};

/// The environment variable that names a file of certificates to trust. OpenSSL uses the same variable.
const CERTIFICATES: &str = "SSL_CERT_FILE";

/// Reads a deployed site and reports what is wrong with it. If SSL_CERT_FILE names a file, the certificates in this
/// file are trusted instead of those of the public authorities.
#[derive(Parser)]
#[command(bin_name = "cargo xtask verify")]
struct Arguments {
    /// The folder of the site, for instance https://news.example/explainer/
    url: String,
    /// Leave this subject out of the report, for a setting of the web host that you cannot change
    #[arg(long, value_name = "SUBJECT")]
    skip: Vec<Subject>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    child::end_all_on_interrupt()?;
    let address = &arguments.url;
    // A relative address replaces everything after the last slash of the base, so the base must end with a slash.
    let site = Url::parse(&format!("{}/", address.trim_end_matches('/')))
        .ok()
        .filter(|url| ["http", "https"].contains(&url.scheme()))
        .with_context(|| {
            format!("{address} is not the address of a site; write it in full, for instance https://news.example/explainer/")
        })?;
    let step = Step::start(&format!("reading {site}"));
    let certificates = env::var_os(CERTIFICATES).filter(|file| !file.is_empty()).map(Into::into);
    let options = Options { skip: arguments.skip.clone(), certificates };
    let report = verify(&site, &options, &|read, known| step.detail(&format!("{read} of {known} addresses")))?;
    let read = format!("read {} pages and {} files", report.pages, report.files);
    if report.is_sound() {
        step.done(&format!("{read}; nothing is wrong"));
    } else {
        step.done(&read);
    }
    println!("{report}");
    if !report.is_sound() {
        bail!("{} is not served as it should be: {}", site, report.summary());
    }
    Ok(())
}
