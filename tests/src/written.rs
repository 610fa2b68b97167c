//! The written site and the content it is written from.

use std::{
    env, fs,
    path::{Path, PathBuf},
};
use story::{BaseUrl, Story};

/// The folder of the site: what `EXPLAINER_DIST` names, or `dist/` of this project.
pub fn dist() -> PathBuf {
    env::var_os("EXPLAINER_DIST").map_or_else(|| project().join("dist"), PathBuf::from)
}

/// Every file of the site.
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
    /// Its path within the site, which begins and, unless it is a file of its own, ends with a slash.
    pub path: String,
    /// What is in it.
    pub html: String,
}

impl Page {
    /// Whether it is a page to share: the explainer itself, and neither an embed nor one of the pages beside it.
    pub fn is_shared(&self) -> bool {
        let beside = ["/embed/", "/print/", "/data/", "/cite/", "/v/"];
        !beside.iter().any(|folder| self.path.contains(folder)) && self.path.ends_with('/')
    }

    /// Whether it is an embed of the site as it is now, and neither the page that makes snippets nor one that only leads on.
    pub fn is_framed(&self) -> bool {
        let is_embed = self.path.contains("/embed/") && !self.path.starts_with("/v/") && !self.path.ends_with("/how/");
        is_embed && !self.html.contains("http-equiv=\"refresh\"")
    }
}

/// The page at this path within the site, as it is written.
///
/// # Panics
/// If there is no such page.
pub fn page(path: &str) -> String {
    let file = dist().join(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() });
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` writes it", file.display()))
}

/// Every page of the site, by path.
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

/// Where the pages say that they will stand.
///
/// # Panics
/// If nobody says so.
pub fn base_url() -> BaseUrl {
    let base_url = env::var("EXPLAINER_BASE_URL").ok().filter(|text| !text.is_empty());
    base_url.and_then(|text| text.parse().ok()).or_else(|| story().base_url).unwrap_or_else(|| {
        panic!("build the site with EXPLAINER_BASE_URL=https://explainer.example/, and test it with the same; `cargo xtask test` does")
    })
}

/// What the site has to say.
///
/// # Panics
/// If the content has problems, which `cargo xtask check` explains.
pub fn story() -> Story {
    story::load(&project().join("content")).unwrap_or_else(|problems| panic!("the content has problems:\n{problems}"))
}

fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
