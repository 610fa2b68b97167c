//! Tests that additional events and resolutions add no elements to the story.

use super::{
    Places, Route, Site, document,
    tests::{all, root, shell, story, wait},
};
use crate::stylesheet::Styles;
use scraper::Html as Markup;
use story::Story;
use vocabulary::Subject;

/// The number of copies that a test adds.
const MORE: usize = 300;

/// Returns the number of elements in the body of the page `route` in the first language.
fn elements(story: &Story, route: &Route) -> usize {
    let (styles, shell) = (Styles::default(), shell());
    let site = Site { story, base_url: None, shell: &shell, styles: &styles, frozen: None, versions: &[] };
    let edition = &story.editions[0];
    let places = wait(Places::find(site, edition)).expect("the places can be found");
    let html = wait(document(site, edition, route, &places)).expect("a page");
    all(&Markup::parse_document(&html), "body *").len()
}

/// Loads the real content with [`MORE`] copies of the entry `id` of the table `name`.
fn with_copies(name: &str, id: &str) -> Story {
    let read = |path: &str| std::fs::read_to_string(root().join("content").join(path)).expect("the content can be read");
    let copied = |path: String, start: &str, end: &str, copy: &dyn Fn(usize) -> String| {
        let mut text = read(&path);
        let (_, after) = text.split_once(start).expect("the entry exists");
        let entry = after.split(end).next().unwrap_or_default().to_owned();
        (0..MORE).for_each(|number| text += &format!("{}{entry}{end}", copy(number)));
        (path, text)
    };
    let mut changes = vec![copied(format!("{name}.csv"), &format!("\n{id},"), "\n", &|number| format!("copy-{number},"))];
    for language in ["en", "ja"] {
        let header = |number: usize| format!("\n[copy-{number}]");
        changes.push(copied(format!("{language}/{name}.toml"), &format!("[{id}]"), "\n\n", &header));
    }
    story(&changes.iter().map(|(path, text)| (path.as_str(), text.clone())).collect::<Vec<_>>())
}

/// Asserts that copies of the entry `id` of the table `name` add elements to the page of `subject`, and add none to the
/// story.
#[track_caller]
fn check(name: &str, id: &str, subject: Subject) {
    let (now, more) = (story(&[]), with_copies(name, id));
    assert_eq!(elements(&now, &Route::Story), elements(&more, &Route::Story), "the story grows with {name}");
    let page = Route::from(subject);
    assert!(elements(&now, &page) + MORE < elements(&more, &page), "no page shows the added {name}");
}

#[test]
fn the_story_does_not_grow_with_the_events() {
    check("events", "yonago-1977", Subject::Timeline);
}

#[test]
fn the_story_does_not_grow_with_the_resolutions() {
    check("resolutions", "hrc-58-17", Subject::UnHistory);
}
