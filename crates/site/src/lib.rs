//! Writes the site: every page, style inline, the pictures for link previews, the tables to download, the feeds, the frozen
//! copies, the policy of each page, headers for hosts, compressed siblings.
//!
//! Trunk runs it as its last step (`TRUNK_STAGING_DIR`); only when it succeeds does Trunk swap the new site in, so a
//! mistake leaves the last good one. `--shell` and `--out` run it alone, for a changed text without new WASM.

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
mod shrink;
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
    /// Folder with the `index.html` that Trunk made
    #[arg(long)]
    shell: Option<PathBuf>,
    /// Folder to write to
    #[arg(long)]
    out: Option<PathBuf>,
    /// Folder with what the site says
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Folder that keeps the frozen copies of the site
    #[arg(long, default_value = "frozen")]
    frozen: PathBuf,
    /// Keep a copy of the site as it is, under this day (YYYY-MM-DD), before the site is written
    #[arg(long, value_name = "DATE", value_parser = day)]
    freeze: Option<PartialDate>,
    /// Write the story and the pages of the parts alone, without pictures
    #[arg(long)]
    whole: bool,
    /// Leave the compressed siblings out, for a quick look
    #[arg(long)]
    uncompressed: bool,
    /// Write the files for hosts alone, into a site that is there
    #[arg(long)]
    hosts_only: bool,
}

/// Where the shell of the last build is kept, for runs without Trunk.
const KEPT_SHELL: &str = "target/shell";
/// Stands in the script tag that Trunk writes, in the place of the loader.
const LOADER: &str = "LOADER";
/// Names the address of the site's folder, before `base_url` in `site.toml`.
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
        return Err("run `trunk build`, or name both --shell and --out".into());
    };
    if arguments.hosts_only {
        let base_url = base_url(&story::load(&arguments.content)?)?;
        return write_for_hosts(base_url.as_ref(), &out);
    }
    let mut shell = read(&shell_folder.join("index.html"))?;
    if let Some(staging) = &staging {
        shell = shrink::shrink(staging, &shell)?;
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

/// Writes the pages of `site` into `out` with all that they refer to, but for what Trunk has made.
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
            if let Some((name, answer)) = oembed(site, edition, &framed)? {
                write(&out.join(name), answer.as_bytes())?;
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
        let studio = pictures::PictureRenderer::open(Path::new("."))?;
        for edition in &site.story.editions {
            for (name, picture) in studio.draw_all(edition)? {
                write(&out.join(site.story.folder(edition)).join(name), &picture)?;
            }
        }
    }
    write(&out.join(headers::HOST_SCRIPT), host_script(site.story).as_bytes())?;
    write(&out.join(DIALOG_STYLE), stylesheet::of_dialogs(Path::new("style"))?.as_bytes())?;
    write(&out.join("favicon.svg"), include_bytes!("favicon.svg"))?;
    Ok(())
}

/// Writes what hosts have to know of the site in `out`, which will stand at `base_url`.
fn write_for_hosts(base_url: Option<&BaseUrl>, out: &Path) -> Result<(), Box<dyn Error>> {
    for (name, text) in hosting::files(base_url, out)? {
        write(&out.join(name), text.as_bytes())?;
    }
    Ok(())
}

/// Keeps a copy of `site` as it is, with the files that Trunk has put into `out`.
fn freeze(site: Site<'_>, date: PartialDate, frozen: &Frozen, out: &Path) -> Result<(), Box<dyn Error>> {
    let Some(base) = site.base_url else {
        return Err(format!(
            "a frozen copy states its address for good, and no address is set; set {BASE_URL}, or base_url in content/site.toml"
        )
        .into());
    };
    let base: BaseUrl = base.join(&frozen_folder(date)).parse()?;
    let beside = frozen.beside(date)?;
    for name in headers::loaded_files(out)? {
        fs::copy(out.join(&name), beside.join(&name))?;
    }
    write_pages(Site { base_url: Some(&base), frozen: Some(date), ..site }, &beside, false)?;
    let copy = frozen.copy(date);
    if frozen.keep(date)? {
        eprintln!("note: the site as it is now is kept in {}", copy.display());
    } else {
        eprintln!("note: {} is the same already", copy.display());
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
                    "note: the address of the site is not set, so its pages have no canonical addresses, no links between \
                     languages for search engines, no pictures in link previews, and there is no sitemap.xml; \
                     set {BASE_URL}, or base_url in content/site.toml"
                );
            }
            Ok(story.base_url.clone())
        }
    }
}

/// A date to the day.
fn day(text: &str) -> Result<PartialDate, String> {
    let date: Result<PartialDate, _> = text.parse();
    date.ok().filter(|date| date.is_day()).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
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
