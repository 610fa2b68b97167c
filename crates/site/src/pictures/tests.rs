//! Tests of drawing the pictures, with the real content and with changed content. `tests/site/`
//! tests the written files.

use super::*;
use std::path::PathBuf;
use story::Story;
use vocabulary::Figure;

/// Loads the first edition of the real content.
fn edition() -> Edition {
    let story = story::load(&root().join("content")).unwrap_or_else(|problems| panic!("{problems}"));
    let Story { editions, .. } = story;
    editions.into_iter().next().expect("there is an edition")
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn renderer() -> PictureRenderer {
    PictureRenderer::open(&root()).unwrap_or_else(|error| panic!("{error}"))
}

/// Draws a picture of a changed edition, without the cache.
fn drawn(picture: &Picture, change: impl FnOnce(&mut Edition)) -> Result<Vec<u8>, PictureError> {
    let mut edition = edition();
    change(&mut edition);
    let renderer = renderer();
    let drawn = renderer.layout(&edition).and_then(|layout| {
        let svg = compose(&renderer.palette, &layout, &edition, picture)?;
        png::rasterize(&svg, &layout)
    });
    drawn.map_err(|error| error.on(&edition, picture))
}

/// Asserts that a picture cannot be drawn after a change, and that the error message contains all of `expected`.
#[track_caller]
fn check_refused(picture: Picture, change: impl FnOnce(&mut Edition), expected: &[&str]) {
    let error = drawn(&picture, change).expect_err("it was drawn").to_string();
    for words in expected {
        assert!(error.contains(words), "{error:?} does not say {words:?}");
    }
}

#[test]
fn the_same_story_gives_the_same_bytes() {
    for picture in [Figure::Plates, Figure::VotePatterns].map(Picture::Figure) {
        let draw = || drawn(&picture, |_| ()).unwrap_or_else(|error| panic!("{error}"));
        assert!(draw() == draw(), "{picture:?}");
    }
}

/// Checks in every language that each picture can be drawn, which means that its text fits. Leaves
/// out the pictures of single votes.
#[test]
fn every_figure_has_room_in_every_language() {
    let story = story::load(&root().join("content")).unwrap_or_else(|problems| panic!("{problems}"));
    for edition in &story.editions {
        let layout = renderer().layout(edition).unwrap_or_else(|error| panic!("{error}"));
        for picture in Picture::all(edition).into_iter().filter(|picture| !matches!(picture, Picture::Vote(_))) {
            let drawn = compose(&renderer().palette, &layout, edition, &picture).and_then(|svg| png::rasterize(&svg, &layout));
            let problem = drawn.err().map(|error| error.on(edition, &picture).to_string());
            assert_eq!(problem, None, "{}", edition.language);
        }
    }
}

#[test]
fn another_story_gives_another_picture() {
    let picture = Picture::Figure(Figure::Statements);
    let other = drawn(&picture, |edition| drop(edition.statements.pop()));
    assert!(drawn(&picture, |_| ()).ok() != other.ok());
}

#[test]
fn a_title_without_room_is_named_with_its_picture() {
    let title = "Why ".repeat(50);
    let change = |edition: &mut Edition| edition.labels.lead.figure_title.clone_from(&title);
    check_refused(Picture::Figure(Figure::Plates), change, &["pictures/name-plates.png", title.trim(), "shorten"]);
}

#[test]
fn a_word_without_room_is_named_with_its_picture() {
    let word = "a".repeat(60);
    let change = |edition: &mut Edition| edition.labels.why.reasons_title.clone_from(&word);
    check_refused(Picture::Figure(Figure::Reasons), change, &["pictures/reasons.png", &word, "too long"]);
}

#[test]
fn words_that_overlap_others_are_named() {
    let change = |edition: &mut Edition| edition.labels.abductions.admitted = "admitted ".repeat(20);
    check_refused(Picture::Figure(Figure::Names), change, &["pictures/names.png", "admitted admitted"]);
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_picture() {
    let change = |edition: &mut Edition| edition.labels.events.chart_title = "Timeline 年".to_owned();
    check_refused(Picture::Figure(Figure::Landmarks), change, &["pictures/threads.png", "Timeline 年", "cannot write"]);
}

#[test]
fn markup_in_words_is_only_words() {
    let change = |edition: &mut Edition| edition.labels.why.reasons_title = "a < b & c".to_owned();
    assert!(drawn(&Picture::Figure(Figure::Reasons), change).is_ok());
}
