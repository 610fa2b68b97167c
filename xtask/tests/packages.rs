//! Checks the dependencies between the packages of the workspace, and which of these packages depend on crates for
//! browsers.

use std::collections::BTreeSet;

use cargo_metadata::{Metadata, MetadataCommand};

/// Each package, with the packages of the workspace on which it directly depends.
const PACKAGES: [(&str, &[&str]); 10] = [
    ("vocabulary", &[]),
    ("story", &["vocabulary"]),
    // The packages that run in browsers do not depend on `story` or `site`.
    ("explainer", &["vocabulary"]),
    ("share", &["explainer"]),
    ("search", &["vocabulary"]),
    ("site", &["explainer", "share", "story", "vocabulary"]),
    ("xtask", &["story"]),
    ("verify", &["xtask"]),
    ("tests", &["story", "verify", "xtask"]),
    ("bench", &["story", "tests", "xtask"]),
];

/// Crates that give access to a browser or render components, and the packages that depend on them directly.
const BROWSER: [(&str, &[&str]); 4] = [
    ("yew", &["explainer", "site"]),
    ("gloo", &["explainer", "search", "share"]),
    ("wasm-bindgen", &["explainer", "search", "share"]),
    ("web-sys", &["explainer", "search", "share"]),
];

fn workspace() -> Metadata {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    MetadataCommand::new().manifest_path(manifest).no_deps().exec().expect("cargo reads the workspace")
}

#[test]
fn packages_depend_on_one_another_in_one_way() {
    let workspace = workspace();
    let members: BTreeSet<&str> = workspace.packages.iter().map(|package| package.name.as_str()).collect();
    let found: BTreeSet<(&str, Vec<&str>)> = workspace
        .packages
        .iter()
        .map(|package| {
            let named = package.dependencies.iter().map(|dependency| dependency.name.as_str()).filter(|name| members.contains(name));
            (package.name.as_str(), named.collect::<BTreeSet<_>>().into_iter().collect())
        })
        .collect();
    let expected = PACKAGES.iter().map(|(package, named)| (*package, named.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn only_the_packages_for_browsers_know_a_browser() {
    for (name, allowed) in BROWSER {
        let workspace = workspace();
        let found = workspace.packages.iter().filter(|package| package.dependencies.iter().any(|dependency| dependency.name == name));
        let found: BTreeSet<_> = found.map(|package| package.name.to_string()).collect();
        assert_eq!(found, allowed.iter().map(|package| (*package).to_owned()).collect(), "{name}");
    }
}
