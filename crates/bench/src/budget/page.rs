//! Weighs one written page and all files of the site that the page makes a browser fetch.

use super::site_files::SiteFiles;
use crate::weight::Weight;
use anyhow::{Context, Result};
use scraper::{Html, Selector};
use std::{collections::BTreeSet, fs, path::Path};

/// The weights of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// The address of the page on the site.
    pub(super) path: String,
    /// The HTML file, with inline style and inline scripts.
    pub(super) html: Weight,
    /// The inline style alone.
    pub(super) css: Weight,
    /// The script files and the inline scripts.
    pub(super) scripts: Weight,
    /// The WebAssembly files.
    pub(super) wasm: Weight,
    /// All other files that the page makes a browser fetch, mostly pictures. Only the largest
    /// picture of an `srcset` counts. Lazily loaded pictures count too.
    pub(super) images: Weight,
    /// The HTML file and all files that the page makes a browser fetch.
    pub(super) first_visit: Weight,
    /// The files to fetch again after the text of the page has changed: the HTML file, and all fetched files without
    /// `immutable` in their headers.
    pub(super) repeat_visit: Weight,
    /// The number of elements in the page.
    pub(super) elements: usize,
}

/// A kind of page. Each kind but [`PageKind::Beside`] has its own limit on the HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageKind {
    Story,
    /// The story in Japanese, which is heavier because most of its characters take three bytes.
    JapaneseStory,
    /// The page of a part. Other pages directly below the first page of a language also have this kind, unless they are
    /// of the kind [`PageKind::Embed`] or [`PageKind::Beside`].
    Part,
    /// The page of a recorded vote.
    Vote,
    /// An embed, which is shown in a frame on another site, or the page about embedding.
    Embed,
    /// Any other page: print editions, the offline file, data, references, frozen copies and the 404 page.
    Beside,
}

impl Page {
    /// Returns the kind of the page, which follows from its path.
    pub(super) fn kind(&self) -> PageKind {
        let within = self.path.trim_start_matches('/');
        let (japanese, within) = within.strip_prefix("ja/").map_or((false, within), |within| (true, within));
        match within.split('/').collect::<Vec<_>>()[..] {
            [""] if japanese => PageKind::JapaneseStory,
            [""] => PageKind::Story,
            ["embed", ..] => PageKind::Embed,
            ["print" | "data" | "cite" | "v", ..] => PageKind::Beside,
            [_, _, ""] => PageKind::Vote,
            [_, ""] => PageKind::Part,
            _ => PageKind::Beside,
        }
    }

    /// Weighs the page in `file`.
    pub(super) fn read(file: &Path, site_files: &mut SiteFiles) -> Result<Self> {
        let path = site_files.address(file)?;
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let html = site_files.file(&path)?;
        let markup = Html::parse_document(&text);
        let elements = markup.root_element().descendent_elements().count();
        let mut page = Self { html, first_visit: html, repeat_visit: html, elements, path: path.clone(), ..Self::default() };
        let named = Named::read(&markup)?;
        page.css = site_files.text(&named.style)?;
        page.scripts = site_files.text(&named.script)?;
        for address in named.fetched {
            let Some(address) = site_files.resolve(&path, &address) else { continue };
            let weight = site_files.file(&address)?;
            let sum = match address.rsplit('.').next() {
                Some("js" | "mjs") => &mut page.scripts,
                Some("wasm") => &mut page.wasm,
                _ => &mut page.images,
            };
            *sum = *sum + weight;
            page.first_visit = page.first_visit + weight;
            if !site_files.is_immutable(&address) {
                page.repeat_visit = page.repeat_visit + weight;
            }
        }
        Ok(page)
    }
}

/// The inline style, the inline scripts, and the addresses of the files that a page's markup makes a browser fetch.
#[derive(Debug, Default, PartialEq)]
struct Named {
    style: String,
    script: String,
    fetched: BTreeSet<String>,
}

impl Named {
    fn read(markup: &Html) -> Result<Self> {
        let all = |selector: &str| -> Result<Vec<_>> {
            let selector = Selector::parse(selector).map_err(|error| anyhow::anyhow!("{selector}: {error}"))?;
            Ok(markup.select(&selector).collect())
        };
        let mut named = Self::default();
        for element in all("style")? {
            named.style.extend(element.text());
        }
        for element in all("script:not([src])")? {
            // A script of another type is data, and counts only as part of the HTML.
            if element.attr("type").is_none_or(|kind| kind == "module" || kind.ends_with("javascript")) {
                named.script.extend(element.text());
            }
        }
        for element in all("script")? {
            // Attributes of the loader script contain the addresses of the files that the script fetches.
            let addresses = element.value().attrs().map(|(_, value)| value).filter(|value| is_loaded(value));
            named.fetched.extend(addresses.map(str::to_owned));
        }
        let quoted = named.script.split(['"', '\'', '`']).filter(|word| is_loaded(word));
        named.fetched.extend(quoted.map(str::to_owned));
        for element in all("img[src]:not([srcset])")? {
            named.fetched.extend(element.attr("src").map(str::to_owned));
        }
        for element in all("link[rel~=stylesheet], link[rel=modulepreload], link[rel=preload], link[rel~=icon]")? {
            named.fetched.extend(element.attr("href").map(str::to_owned));
        }
        for element in all("img[srcset]")? {
            // The site writes an `srcset` from the smallest picture to the largest.
            let largest = element.attr("srcset").and_then(|set| set.rsplit(',').next()?.split_whitespace().next());
            named.fetched.extend(largest.map(str::to_owned));
        }
        Ok(named)
    }
}

/// Returns whether an address leads to a script or a WebAssembly file.
fn is_loaded(address: &str) -> bool {
    [".js", ".mjs", ".wasm"].iter().any(|ending| address.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::{Html, Named, Page, PageKind};

    #[track_caller]
    fn check_kind(path: &str, expected: PageKind) {
        assert_eq!(Page { path: path.to_owned(), ..Page::default() }.kind(), expected, "{path}");
    }

    #[test]
    fn the_path_says_what_kind_of_page_it_is() {
        check_kind("/", PageKind::Story);
        check_kind("/ja/", PageKind::JapaneseStory);
        check_kind("/ja/timeline/", PageKind::Part);
        check_kind("/un-history/ga-69-188/", PageKind::Vote);
        check_kind("/ja/embed/un-history/ga-69-188/", PageKind::Embed);
        check_kind("/print/", PageKind::Beside);
        check_kind("/ja/offline.html", PageKind::Beside);
    }

    #[track_caller]
    fn check(markup: &str, style: &str, script: &str, fetched: &[&str]) {
        let expected =
            Named { style: style.to_owned(), script: script.to_owned(), fetched: fetched.iter().map(|&name| name.to_owned()).collect() };
        let read = Named::read(&Html::parse_document(markup));
        assert_eq!(read.expect("the selectors are sound"), expected, "{markup}");
    }

    #[test]
    fn everything_that_a_browser_fetches_is_seen() {
        check("<style>a{}</style><style>b{}</style>", "a{}b{}", "", &[]);
        let loader = r#"import init from "/a-1.js";init({module_or_path:"/a-1.wasm"})"#;
        check(&format!("<script type=module>{loader}</script>"), "", loader, &["/a-1.js", "/a-1.wasm"]);
        check("<script data-glue=../a.js data-module=../a.wasm></script>", "", "", &["../a.js", "../a.wasm"]);
        check("<script src=/b.js></script><link rel=modulepreload href=/a.js>", "", "", &["/a.js", "/b.js"]);
        check(
            "<img src=/small.png srcset='/small.png 400w, /large.png 800w'><link rel=icon href=/i.svg>",
            "",
            "",
            &["/i.svg", "/large.png"],
        );
    }

    #[test]
    fn data_and_links_are_not_fetched() {
        check("<script type='application/ld+json'>{\"url\":\"/a.js\"}</script><a href=/data/votes.csv>csv</a>", "", "", &[]);
        check("<link rel=alternate href=/ja/>", "", "", &[]);
    }
}
