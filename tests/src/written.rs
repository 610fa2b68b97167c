//! Reads the written site, and the content from which it is written.

use std::{
    env, fs,
    path::{Path, PathBuf},
};
use story::{BaseUrl, Story};

/// Returns the folder of the site: `EXPLAINER_DIST`, or `dist/` of this project.
pub fn dist() -> PathBuf {
    env::var_os("EXPLAINER_DIST").map_or_else(|| project().join("dist"), PathBuf::from)
}

/// Returns the path of every file of the site.
///
/// # Panics
/// If the site cannot be read.
pub fn files() -> Vec<PathBuf> {
    fn below(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` writes it", folder.display()));
        let paths = entries.map(|entry| entry.expect("the folder can be read").path());
        paths.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
    }
    below(&dist())
}

/// A page of the site.
#[derive(Debug)]
pub struct Page {
    /// The path of the page within the site. The path begins with a slash. For a file `index.html`, the path ends with
    /// the slash of the folder. For any other file, the path ends with the name of the file.
    pub path: String,
    /// The HTML of the page.
    pub html: String,
}

impl Page {
    /// Returns whether the page is one that readers share. These pages are not shared: all pages in the folders of
    /// embeds, print editions, data, citations and frozen copies, and pages whose path does not end with a slash.
    pub fn is_shared(&self) -> bool {
        let beside = ["/embed/", "/print/", "/data/", "/cite/", "/v/"];
        !beside.iter().any(|folder| self.path.contains(folder)) && self.path.ends_with('/')
    }

    /// Returns whether the page is an embed outside of the frozen copies. The page that makes snippets, and pages that
    /// only redirect, are not embeds.
    pub fn is_framed(&self) -> bool {
        let is_embed = self.path.contains("/embed/") && !self.path.starts_with("/v/") && !self.path.ends_with("/how/");
        is_embed && !self.html.contains("http-equiv=\"refresh\"")
    }
}

/// Returns the HTML of the page at this path within the site. The path does not begin with a slash.
///
/// # Panics
/// If there is no such page.
pub fn page(path: &str) -> String {
    let file = dist().join(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() });
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` writes it", file.display()))
}

/// Returns every page of the site, sorted by path.
///
/// # Panics
/// If the site cannot be read.
pub fn pages() -> Vec<Page> {
    fn below(folder: &Path, path: &str, pages: &mut Vec<Page>) {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` writes it", folder.display()));
        for entry in entries {
            let file = entry.expect("the folder can be read").path();
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if file.is_dir() {
                below(&file, &format!("{path}{name}/"), pages);
            } else if name.ends_with(".html") {
                let html = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                pages.push(Page { path: format!("{path}{}", name.strip_suffix("index.html").unwrap_or(&name)), html });
            }
        }
    }
    let mut pages = Vec::new();
    below(&dist(), "/", &mut pages);
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    pages
}

/// Returns the base URL for which the site was built: `EXPLAINER_BASE_URL`, or the one in the content.
///
/// # Panics
/// If `EXPLAINER_BASE_URL` has no valid base URL, and the content has problems or no base URL.
pub fn base_url() -> BaseUrl {
    let base_url = env::var("EXPLAINER_BASE_URL").ok().filter(|text| !text.is_empty());
    base_url
        .and_then(|text| text.parse().ok())
        .or_else(|| story().base_url)
        .unwrap_or_else(|| panic!("build the site with an EXPLAINER_BASE_URL, and test it with the same one, as `cargo xtask test` does"))
}

/// Returns the content of the site.
///
/// # Panics
/// If the content has problems, which `cargo xtask check` explains.
pub fn story() -> Story {
    story::load(&project().join("content")).unwrap_or_else(|problems| panic!("the content has problems:\n{problems}"))
}

fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
