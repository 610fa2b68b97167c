//! Writes the site: every page, style inline, the pictures for link previews, the tables to download, headers for hosts, compressed siblings.
//!
//! Trunk runs it as its last step (`TRUNK_STAGING_DIR`); only when it succeeds does Trunk swap the new site in, so a
//! mistake leaves the last good one. `--shell` and `--out` run it alone, for a changed text without new WASM.

mod downloads;
mod headers;
mod hosting;
mod pages;
mod pictures;
mod precompress;
mod sitemap;
mod stylesheet;

use clap::Parser;
use explainer::page::{Route, Site, host_script, oembed};
use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};
use story::{BaseUrl, Story};

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
    /// Write of each language the whole page alone, without pictures
    #[arg(long)]
    whole: bool,
    /// Leave the compressed siblings out, for a quick look
    #[arg(long)]
    uncompressed: bool,
}

/// Where the shell of the last build is kept, for runs without Trunk.
const KEPT_SHELL: &str = "target/shell";
/// Names the address of the site's folder, before `base_url` in `site.toml`.
const BASE_URL: &str = "EXPLAINER_BASE_URL";

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
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
    let base_url = base_url(&story)?;
    let styles = stylesheet::all(Path::new("style"), &story)?;
    let site = Site { story: &story, base_url: base_url.as_ref(), shell: &shell, styles: &styles };
    let pages = pages::render(site, arguments.whole)?;
    for page in &pages {
        write(&out.join(&page.file), page.html.as_bytes())?;
    }
    for edition in &story.editions {
        for route in Route::all(edition) {
            if let Some((name, answer)) = oembed(site, edition, &route)? {
                write(&out.join(name), answer.as_bytes())?;
            }
        }
        for (name, table) in downloads::tables(edition)? {
            write(&out.join(story.folder(edition)).join("data").join(name), &table)?;
        }
    }
    if !arguments.whole {
        let studio = pictures::Studio::open(Path::new("."))?;
        for edition in &story.editions {
            for (name, picture) in studio.draw_all(edition)? {
                write(&out.join(story.folder(edition)).join(name), &picture)?;
            }
        }
    }
    for (name, text) in sitemap::files(&story, base_url.as_ref()) {
        write(&out.join(name), text.as_bytes())?;
    }
    write(&out.join(headers::HOST_SCRIPT), host_script(&story).as_bytes())?;
    write(&out.join("favicon.svg"), include_bytes!("favicon.svg"))?;
    let rules = headers::rules(&pages, &out)?;
    for (name, text) in hosting::files(&rules) {
        write(&out.join(name), text.as_bytes())?;
    }
    if !arguments.uncompressed {
        precompress::siblings(&out)?;
    }
    Ok(())
}

/// Where the site will stand. Everything relative works without it; what is missing then is said.
fn base_url(story: &Story) -> Result<Option<BaseUrl>, Box<dyn Error>> {
    match env::var(BASE_URL) {
        Ok(text) if !text.is_empty() => {
            let base_url = text.parse().map_err(|error| {
                format!("{BASE_URL}: {error}; write the folder of the site, for instance https://news.example/explainer/")
            })?;
            Ok(Some(base_url))
        }
        _ => {
            if story.base_url.is_none() {
                eprintln!(
                    "note: nobody has said where the site will stand, so its pages have no canonical addresses, no links between \
                     languages for search engines, no pictures in link previews, and there is no sitemap.xml; \
                     set {BASE_URL}, or base_url in content/site.toml"
                );
            }
            Ok(story.base_url.clone())
        }
    }
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
