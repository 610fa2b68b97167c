//! Tests of pictures for content that is hard to draw. `tests/site/` tests the pictures of the real content.

use super::*;
use std::path::PathBuf;
use story::Story;
use vocabulary::Subject;

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

/// Draws the picture of a page after a change to the edition. The cache is not used.
fn drawn(route: &Route, change: impl FnOnce(&mut Edition)) -> Result<Vec<u8>, PictureError> {
    let mut edition = edition();
    change(&mut edition);
    let renderer = renderer();
    let drawn = renderer.layout(&edition).and_then(|layout| {
        let svg = compose(&renderer.palette, &layout, &edition, route)?;
        png::rasterize(&svg, &layout)
    });
    drawn.map_err(|error| error.on(&edition, route))
}

/// Asserts that a page has no picture after the change, and that the error contains all of `said`.
#[track_caller]
fn check_refused(route: Route, change: impl FnOnce(&mut Edition), said: &[&str]) {
    let error = drawn(&route, change).expect_err("it was drawn").to_string();
    for words in said {
        assert!(error.contains(words), "{error:?} does not say {words:?}");
    }
}

#[test]
fn the_same_story_gives_the_same_bytes() {
    for route in [Route::Story, Route::from(Subject::UnHistory)] {
        let draw = || drawn(&route, |_| ()).unwrap_or_else(|error| panic!("{error}"));
        assert!(draw() == draw(), "{route:?}");
    }
}

/// The titles of parts are long. Each must fit above its figure.
#[test]
fn every_part_has_room_in_every_language() {
    let story = story::load(&root().join("content")).unwrap_or_else(|problems| panic!("{problems}"));
    for edition in &story.editions {
        let layout = renderer().layout(edition).unwrap_or_else(|error| panic!("{error}"));
        for route in Route::all(edition).into_iter().filter(|route| !matches!(route, Route::Vote(_))) {
            let drawn = compose(&renderer().palette, &layout, edition, &route).and_then(|svg| png::rasterize(&svg, &layout));
            let problem = drawn.err().map(|error| error.on(edition, &route).to_string());
            assert_eq!(problem, None, "{}", edition.language);
        }
    }
}

#[test]
fn another_story_gives_another_picture() {
    let route = Route::from(Subject::Article);
    let other = drawn(&route, |edition| drop(edition.statements.pop()));
    assert!(drawn(&route, |_| ()).ok() != other.ok());
}

#[test]
fn a_title_without_room_is_named_with_its_page() {
    let title = "Why ".repeat(50);
    check_refused(Route::Story, |edition| edition.texts.lead.title.clone_from(&title), &["the page /", title.trim(), "shorten"]);
}

#[test]
fn a_word_without_room_is_named_with_its_page() {
    let word = "a".repeat(60);
    check_refused(Route::from(Subject::Why), |edition| edition.texts.why.title.clone_from(&word), &["the page /why/", &word, "too long"]);
}

#[test]
fn words_that_overlap_others_are_named() {
    let change = |edition: &mut Edition| edition.labels.lead.japan = "THE GOVERNMENT OF JAPAN".to_owned();
    check_refused(Route::Story, change, &["the page /", "THE GOVERNMENT OF JAPAN"]);
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_page() {
    let change = |edition: &mut Edition| edition.texts.timeline.title = "Timeline 年".to_owned();
    check_refused(Route::from(Subject::Timeline), change, &["the page /timeline/", "Timeline 年", "cannot write"]);
}

#[test]
fn markup_in_words_is_only_words() {
    let change = |edition: &mut Edition| edition.texts.why.title = "a < b & c".to_owned();
    assert!(drawn(&Route::from(Subject::Why), change).is_ok());
}
