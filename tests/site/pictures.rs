//! Checks the pictures for link previews of the shared pages. Each picture has the size that the page states, and a
//! description. Most pages have a picture of their own.

use crate::shared::{attributes, for_each_page};
use std::{collections::BTreeMap, fs, io::Cursor};
use tests::written::{self, base_url};

/// The limit for the size of a picture, in bytes. Some services load larger pictures late or not at all.
const MOST_BYTES: usize = 300_000;

/// Calls `check` for each shared page, with the path of the page, the bytes of its picture, and a function. The
/// function returns the page's field `og:image`, or the field with a suffix such as `:alt`.
#[track_caller]
fn for_each_picture(mut check: impl FnMut(&str, Vec<u8>, &dyn Fn(&str) -> String)) {
    for_each_page(|_, path, head| {
        let field = |name: &str| attributes(head, &format!("meta[property='og:image{name}']"), "content").join(" and ");
        let address = field("");
        let folder = base_url().join("");
        let file = address.strip_prefix(&folder).unwrap_or_else(|| panic!("{path}: the picture {address:?} is not in {folder}"));
        let bytes = fs::read(written::dist().join(file)).unwrap_or_else(|error| panic!("{path}: {file}: {error}"));
        check(path, bytes, &field);
    });
}

#[test]
fn every_page_has_a_picture_that_previews_can_show() {
    for_each_picture(|path, bytes, field| {
        assert!(bytes.len() < MOST_BYTES, "{path}: its picture has {} bytes", bytes.len());
        let mut decoder = png::Decoder::new(Cursor::new(&bytes));
        // These transformations make each pixel four bytes, also in pictures with a palette.
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
        let mut picture = decoder.read_info().unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut pixels = vec![0; picture.output_buffer_size().expect("it fits into memory")];
        picture.next_frame(&mut pixels).unwrap_or_else(|error| panic!("{path}: {error}"));
        let info = picture.info();
        assert_eq!((info.width, info.height), (1200, 630), "{path}");
        assert_eq!([field(":width"), field(":height"), field(":type")], ["1200", "630", "image/png"], "{path}");
        let ground = pixels[..4].to_owned();
        let drawn = pixels.chunks(4).filter(|pixel| **pixel != ground).count();
        assert!(drawn > 60_000, "{path}: only {drawn} pixels of its picture are drawn on");
    });
}

#[test]
fn every_page_has_its_own_picture_and_description_of_it() {
    let (mut pictures, mut texts) = (BTreeMap::new(), BTreeMap::new());
    for_each_picture(|path, bytes, field| {
        // The glossary, the sources and the page "about" have the picture of the story.
        if ["/glossary/", "/sources/", "/about/"].iter().any(|shared| path.ends_with(shared)) {
            return;
        }
        let text = field(":alt");
        assert!(!text.is_empty() && text.chars().count() <= 420, "{path}: the description of its picture is {text:?}");
        assert!(!text.contains('{'), "{path}: {text:?} has a placeholder");
        let (same_picture, same_text) = (pictures.insert(bytes, path.to_owned()), texts.insert(text, path.to_owned()));
        assert_eq!(same_picture, None, "{path} has the same picture");
        assert_eq!(same_text, None, "{path} has the same description of its picture");
    });
}
