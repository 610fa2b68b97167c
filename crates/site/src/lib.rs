//! Writes the site: the pages with their inline styles and their Content-Security-Policy, the
//! pictures for link previews, the tables to download, the search indexes, the oEmbed answers, the
//! feeds, the sitemap, the frozen copies, the files for hosts, and Brotli-compressed files (`.br`).
//!
//! Trunk runs this program as its last step and sets `TRUNK_STAGING_DIR`. Trunk replaces the old
//! site only if the program succeeds, so an error leaves the last good site in place. With
//! `--shell` and `--out`, the program also runs without Trunk. After a change of the content, a run
//! without Trunk is enough, because the WASM stays the same.

mod cache;
mod content_security_policy;
pub mod data;
mod downloads;
mod drawing;
mod feed;
mod frozen;
mod headers;
mod hosting;
mod minify;
pub mod page;
mod pages;
mod pictures;
mod precompress;
mod scripts;
mod search_index;
mod shrink_wasm;
mod sitemap;
pub mod stylesheet;

use crate::page::{DIALOG_STYLE, FEED, Framed, PLACES, Site, frozen_folder, oembed};
use cache::{Cache, Shelf};
use clap::Parser;
use frozen::Frozen;
use scripts::{Script, host_script};
use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};
use story::{BaseUrl, PartialDate, Story};
use stylesheet::Styles;

/// Writes the site.
#[derive(Parser)]
struct Arguments {
    /// Folder with the `index.html` that Trunk has made
    #[arg(long)]
    shell: Option<PathBuf>,
    /// Folder to write to
    #[arg(long)]
    out: Option<PathBuf>,
    /// Folder with the content of the site
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Folder with the frozen copies of the site
    #[arg(long, default_value = "frozen")]
    frozen: PathBuf,
    /// Keep a frozen copy of the site under this day (YYYY-MM-DD) before the site is written
    #[arg(long, value_name = "DATE", value_parser = day)]
    freeze: Option<PartialDate>,
    /// Of the pages, write only the story, the parts and `404.html`, and write no pictures
    #[arg(long)]
    whole: bool,
    /// Do not write compressed files, to save time
    #[arg(long)]
    uncompressed: bool,
    /// Write only the files for hosts, into a site that exists already
    #[arg(long)]
    hosts_only: bool,
}

/// The folder for the `index.html` of Trunk's last build, with the loader inserted. The argument
/// `--shell` of later runs without Trunk can name this folder.
const KEPT_SHELL: &str = "target/shell";
/// The placeholder in the script tag that Trunk writes. The code of the loader replaces the placeholder.
const LOADER: &str = "LOADER";
/// The environment variable with the base URL of the site. It overrides `base_url` in `site.toml`.
const BASE_URL: &str = "EXPLAINER_BASE_URL";

/// Reads the command line and writes the site.
pub fn main() -> ExitCode {
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
        return Err("run `trunk build`, or set both --shell and --out".into());
    };
    if arguments.hosts_only {
        let base_url = base_url(&story::load(&arguments.content)?)?;
        return write_for_hosts(base_url.as_ref(), &out);
    }
    let mut shell = read(&shell_folder.join("index.html"))?;
    if let Some(staging) = &staging {
        shell = shrink_wasm::shrink(staging, &shell)?;
        shell = shell.replace(LOADER, Script::Loader.minified());
        fs::create_dir_all(KEPT_SHELL)?;
        fs::write(Path::new(KEPT_SHELL).join("index.html"), &shell)?;
    }
    let story = story::load(&arguments.content)?;
    if !story.notes.is_empty() {
        eprintln!("{}", story.notes);
    }
    let base_url = base_url(&story)?;
    let styles = Styles::bundle(Path::new("style"), &story)?;
    let frozen = Frozen::in_folder(&arguments.frozen);
    let mut site = Site { story: &story, base_url: base_url.as_ref(), shell: &shell, styles: &styles, frozen: None, versions: &[] };
    if let Some(date) = arguments.freeze {
        freeze(site, date, &frozen, &out)?;
    }
    let cache = Cache::below(Path::new("."), Shelf::Compressed);
    let versions = frozen.dates()?;
    site.versions = &versions;
    write_pages(site, &out, arguments.whole)?;
    for (name, text) in sitemap::files(&story, base_url.as_ref()) {
        write(&out.join(name), text.as_bytes())?;
    }
    if !arguments.uncompressed {
        frozen.compress(&cache)?;
    }
    frozen.put_into(&out)?;
    write_for_hosts(base_url.as_ref(), &out)?;
    if !arguments.uncompressed {
        precompress::siblings(&out, &cache)?;
    }
    Ok(())
}

/// Writes the pages of `site` into `out`, and the files that the pages refer to. Does not write the frozen copies or
/// the files that Trunk makes. With `whole`, the only pages are the story, the parts and `404.html`, and no pictures
/// are written.
fn write_pages(site: Site<'_>, out: &Path, whole: bool) -> Result<(), Box<dyn Error>> {
    let downloads = downloads::all(site)?;
    let places = pages::places(site)?;
    for page in pages::render(site, &downloads, &places, whole)? {
        let html = content_security_policy::with_policy(&page.html, site.base_url).map_err(|error| format!("{}: {error}", page.file))?;
        write(&out.join(&page.file), html.as_bytes())?;
    }
    for ((edition, download), places) in site.story.editions.iter().zip(&downloads).zip(&places) {
        let folder = out.join(site.story.folder(edition));
        write(&folder.join(search_index::FILE), search_index::index(edition, places)?.as_bytes())?;
        write(&folder.join(PLACES), serde_json::to_string(&places.by_page())?.as_bytes())?;
        for framed in Framed::all(edition) {
            if let Some((name, response)) = oembed(site, edition, &framed)? {
                write(&out.join(name), response.as_bytes())?;
            }
        }
        for file in &download.files {
            write(&folder.join("data").join(&file.name), &file.bytes)?;
        }
        if let Some(base) = site.base_url {
            write(&folder.join(FEED), &feed::feed(site.story, base, edition)?)?;
        }
    }
    if !whole {
        let renderer = pictures::PictureRenderer::open(Path::new("."))?;
        for edition in &site.story.editions {
            for (name, picture) in renderer.draw_all(edition)? {
                write(&out.join(site.story.folder(edition)).join(name), &picture)?;
            }
        }
    }
    write(&out.join(headers::HOST_SCRIPT), host_script(site.story).as_bytes())?;
    write(&out.join(DIALOG_STYLE), stylesheet::of_dialogs(Path::new("style"))?.as_bytes())?;
    write(&out.join("favicon.svg"), include_bytes!("favicon.svg"))?;
    Ok(())
}

/// Writes the files for hosts into the site in `out`. `base_url` is the address of the site, if it is known.
fn write_for_hosts(base_url: Option<&BaseUrl>, out: &Path) -> Result<(), Box<dyn Error>> {
    for (name, text) in hosting::files(base_url, out)? {
        write(&out.join(name), text.as_bytes())?;
    }
    Ok(())
}

/// Keeps a frozen copy of `site` for the day `date`, with the scripts and WASM files that Trunk has put into `out`.
fn freeze(site: Site<'_>, date: PartialDate, frozen: &Frozen, out: &Path) -> Result<(), Box<dyn Error>> {
    let Some(base) = site.base_url else {
        return Err(format!(
            "a frozen copy contains its own address, and no address is set; set {BASE_URL}, or base_url in content/site.toml"
        )
        .into());
    };
    let base: BaseUrl = base.join(&frozen_folder(date)).parse()?;
    let temporary = frozen.beside(date)?;
    for name in headers::loaded_files(out)? {
        fs::copy(out.join(&name), temporary.join(&name))?;
    }
    write_pages(Site { base_url: Some(&base), frozen: Some(date), ..site }, &temporary, false)?;
    let copy = frozen.copy(date);
    if frozen.keep(date)? {
        eprintln!("note: the frozen copy of the site is in {}", copy.display());
    } else {
        eprintln!("note: {} is already the same", copy.display());
    }
    Ok(())
}

/// Returns the address of the site. If it is not set, returns `None` and prints a note about what the pages lack.
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
                    "note: the address of the site is not set, so its pages have no canonical addresses, no links between \
                     languages for search engines, no pictures in link previews, and there is no sitemap.xml; \
                     set {BASE_URL}, or base_url in content/site.toml"
                );
            }
            Ok(story.base_url.clone())
        }
    }
}

/// Parses a date with a month and a day.
fn day(text: &str) -> Result<PartialDate, String> {
    let date: Result<PartialDate, _> = text.parse();
    date.ok().filter(|date| date.is_day()).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()).into())
}

/// Writes a file, and removes the compressed form of the old file (`.br`). Does nothing if the file already has these
/// contents. Writes a temporary file and renames it, so that a server never sends a half-written file.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let temporary = path.with_extension("new");
    fs::write(&temporary, bytes)?;
    fs::rename(&temporary, path)?;
    precompress::discard(path)
}
