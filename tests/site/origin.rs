//! Checks that the markup of the story and the styles of the pages cause no request to another origin. Such a request
//! would reveal who reads the page. Also checks that links to other sites use HTTPS, and that scripts and WebAssembly
//! contain no path of the computer that built them.

use crate::page::{all, name, root, text};
use std::{env, fs};
use tests::written;

/// The attributes whose addresses browsers request. Browsers also request the address in `href`, except on the elements
/// in [`FOLLOWED`] and on `<link>` elements with a `rel` in [`DESCRIBING`].
const LOADED: [&str; 8] = ["src", "srcset", "poster", "data", "action", "formaction", "background", "ping"];
/// The elements whose `href` is loaded only when the reader follows the link.
const FOLLOWED: [&str; 2] = ["a", "area"];
/// Values of `rel` for which browsers load nothing.
const DESCRIBING: [&str; 4] = ["canonical", "alternate", "license", "author"];

#[test]
fn nothing_is_loaded_from_another_origin() {
    let mut loaded = 0;
    for element in root().descendent_elements() {
        let tag = element.value().name();
        let describes = tag == "link" && element.attr("rel").is_some_and(|rel| rel.split(' ').all(|word| DESCRIBING.contains(&word)));
        let follows = FOLLOWED.contains(&tag) || describes;
        for (attribute, value) in element.value().attrs().filter(|(name, _)| LOADED.contains(name) || *name == "href" && !follows) {
            assert!(is_local(value), "{} loads {attribute} from another origin", name(element));
            loaded += 1;
        }
    }
    assert!(loaded > 0, "the page loads nothing, not even its icon");
}

#[test]
fn no_style_asks_another_origin() {
    for style in all("style").map(|style| style.text().collect::<String>()) {
        assert!(!style.contains("@import"), "an @import sends a request");
        for address in style.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(is_local(address.trim_matches(['"', '\''])), "url({address})");
        }
    }
}

#[test]
fn other_sites_are_linked_over_https() {
    let mut linked = 0;
    for link in all("a[href*=':']") {
        assert!(link.attr("href").is_some_and(|href| href.starts_with("https://")), "{}: {}", name(link), text(link));
        linked += 1;
    }
    assert!(linked > 0, "the page links to no source");
}

/// Returns whether an address stays on the site: it has no scheme and no host, or it is a `data:` address.
fn is_local(address: &str) -> bool {
    address.starts_with("data:") || !(address.contains(':') || address.starts_with("//"))
}

#[test]
fn nothing_names_a_folder_of_the_computer_that_built_it() {
    let folders = ["CARGO_HOME", "HOME", "USERPROFILE", "CARGO_MANIFEST_DIR"].into_iter().filter_map(|name| env::var(name).ok());
    let folders: Vec<_> = folders.map(|folder| folder.trim_end_matches('/').to_owned() + "/").filter(|folder| folder.len() > 1).collect();
    assert!(!folders.is_empty(), "the environment names no folder");
    let mut compiled = 0;
    for file in written::files().iter().filter(|file| file.extension().is_some_and(|ending| ending == "wasm" || ending == "js")) {
        let bytes = fs::read(file).expect("a file of the site can be read");
        let text = String::from_utf8_lossy(&bytes);
        let named = folders.iter().find(|folder| text.contains(&***folder));
        assert!(named.is_none(), "{} names {named:?}", file.display());
        compiled += 1;
    }
    assert!(compiled > 0, "the site has an app");
}
