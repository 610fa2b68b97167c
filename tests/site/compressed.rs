//! Checks the compressed copies of the site's files.

use std::{
    fs::{self, File},
    io::Read,
};
use tests::written;

#[test]
fn brotli_files_unpack_to_their_originals() {
    check("br", |packed| Box::new(brotli::Decompressor::new(packed, 4096)));
}

/// Checks that each compressed file with this extension unpacks to its original, and that the start page has a
/// compressed copy.
#[track_caller]
fn check(ending: &str, unpack: impl Fn(File) -> Box<dyn Read>) {
    let siblings: Vec<_> = written::files().into_iter().filter(|file| file.extension().is_some_and(|found| found == ending)).collect();
    assert!(siblings.contains(&written::dist().join(format!("index.html.{ending}"))), "the page has no .{ending} sibling");
    for sibling in siblings {
        let mut unpacked = Vec::new();
        let read = File::open(&sibling).and_then(|packed| unpack(packed).read_to_end(&mut unpacked));
        assert!(read.is_ok(), "{} cannot be unpacked", sibling.display());
        let original = fs::read(sibling.with_extension("")).expect("a compressed file has its original");
        assert!(unpacked == original, "{} has other content", sibling.display());
    }
}
