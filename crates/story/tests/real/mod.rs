//! The real content, read once, and functions that change a copy of it. The loader's integration tests and the fuzzer
//! use this module.

#![allow(dead_code, reason = "each test binary uses a part of it")]

pub(crate) mod input;

use std::{path::Path, sync::LazyLock};
use story::{Edition, Files, Problem, Story};

/// The real content in all its languages.
pub(crate) static EVERY_LANGUAGE: LazyLock<Files> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    Files::read(&folder).expect("the content can be read")
});

/// The real content in English only. With other languages, the loader would also report a change to an English text as
/// a difference between languages.
pub(crate) static FILES: LazyLock<Files> = LazyLock::new(|| {
    let mut files = EVERY_LANGUAGE.clone();
    let others: Vec<String> = files.paths().filter(|path| path.contains('/') && !path.starts_with("en/")).map(str::to_owned).collect();
    for path in others {
        files.remove(&path);
    }
    let site = String::from_utf8_lossy(files.bytes("site.toml").unwrap_or_default()).into_owned();
    let rest = site.lines().filter(|line| !line.starts_with("languages = ")).collect::<Vec<_>>().join("\n");
    files.insert("site.toml", format!("languages = [\"en\"]\n{rest}\n").into_bytes());
    files
});

/// The English edition of the real content.
pub(crate) static EDITION: LazyLock<Edition> = LazyLock::new(|| match Story::from_files(&FILES) {
    Ok(story) => story.editions.into_iter().next().expect("there is an edition"),
    Err(problems) => panic!("the content is not sound:\n{problems}"),
});

/// Returns the text of a file in [`FILES`].
pub(crate) fn text(file: &str) -> String {
    let bytes = FILES.bytes(file).unwrap_or_else(|| panic!("there is no {file}"));
    String::from_utf8(bytes.to_vec()).expect("the content is UTF-8")
}

/// Returns [`FILES`] with one file replaced or added.
pub(crate) fn with(file: &str, bytes: impl Into<Vec<u8>>) -> Files {
    let mut files = FILES.clone();
    files.insert(file, bytes.into());
    files
}

pub(crate) fn problems(files: &Files) -> Vec<Problem> {
    Story::from_files(files).err().iter().flat_map(|problems| problems.iter().cloned()).collect()
}
