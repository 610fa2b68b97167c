//! `cargo xtask verify URL`: reads a deployed site as browsers, crawlers and embedding pages do, and says in plain words what is
//! wrong with how it is served.
//!
//! A package of its own, so that the other commands need not wait for encryption and an HTML parser to be compiled.

use anyhow::{Context, bail};
use clap::Parser;
use std::{env, process::ExitCode};
use url::Url;
use verify::{Options, Subject, verify};
use xtask::{child, progress::Step};

/// Names the file with the certificates to trust, as other programs read it.
const CERTIFICATES: &str = "SSL_CERT_FILE";

/// Reads a deployed site and says what is wrong with it. SSL_CERT_FILE names the certificates to trust, where they are not those of the
/// public authorities.
#[derive(Parser)]
#[command(bin_name = "cargo xtask verify")]
struct Arguments {
    /// The folder of the site, for instance https://news.example/explainer/
    url: String,
    /// Leave a subject out, where the host cannot do better
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
    let asked = &arguments.url;
    // Without a slash at its end, the last name would be a file beside the site.
    let site = Url::parse(&format!("{}/", asked.trim_end_matches('/')))
        .ok()
        .filter(|url| ["http", "https"].contains(&url.scheme()))
        .with_context(|| format!("{asked} is not the address of a site; write it in full, for instance https://news.example/explainer/"))?;
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
