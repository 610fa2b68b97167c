//! Writes the site: every page, style inline, the tables to download, headers for hosts, compressed siblings.
//!
//! Trunk runs it as its last step (`TRUNK_STAGING_DIR`); only when it succeeds does Trunk swap the new site in, so a
//! mistake leaves the last good one. `--shell` and `--out` run it alone, for a changed text without new WASM.

mod downloads;
mod headers;
mod precompress;
mod stylesheet;

use clap::Parser;
use explainer::page::document;
use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Writes the site.
#[derive(Parser)]
struct Arguments {
    /// Folder with the `index.html` that Trunk made
    #[arg(long)]
    shell: Option<PathBuf>,
    /// Folder to write to
    #[arg(long)]
    out: Option<PathBuf>,
    /// Folder with what the site says
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Leave the compressed siblings out, for a quick look
    #[arg(long)]
    uncompressed: bool,
}

/// Where the shell of the last build is kept, for runs without Trunk.
const KEPT_SHELL: &str = "target/shell";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let (Some(shell_folder), Some(out)) = (arguments.shell.or(staging.clone()), arguments.out.or(staging.clone())) else {
        return Err("run `trunk build`, or name both --shell and --out".into());
    };
    let shell = read(&shell_folder.join("index.html"))?;
    if staging.is_some() {
        fs::create_dir_all(KEPT_SHELL)?;
        fs::write(Path::new(KEPT_SHELL).join("index.html"), &shell)?;
    }
    let story = story::load(&arguments.content)?;
    let style = stylesheet::bundle(Path::new("style/main.css"))?;
    let edition = story.editions.first().ok_or("there is no edition")?;
    let html = document(edition, &shell, &style).await?;
    write(&out.join("index.html"), html.as_bytes())?;
    write(&out.join("favicon.svg"), include_bytes!("favicon.svg"))?;
    for (name, table) in downloads::tables(edition)? {
        write(&out.join("data").join(name), &table)?;
    }
    write(&out.join("_headers"), headers::headers(&html, &out)?.as_bytes())?;
    if !arguments.uncompressed {
        precompress::siblings(&out)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()).into())
}

/// Writes beside and renames, so that nobody is ever served half a file; what has not changed is left alone. The
/// compressed siblings of what has changed are out of date and go.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("new");
    fs::write(&beside, bytes)?;
    fs::rename(&beside, path)?;
    precompress::discard(path)
}
