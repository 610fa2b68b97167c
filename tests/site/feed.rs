//! Checks that the feed of corrections and updates is valid Atom, and that every shared page links to it.

use crate::page::edition;
use crate::shared::{attributes, for_each_page};
use atom_syndication::Feed;
use std::{collections::BTreeSet, fs};
use tests::{language, written};

#[test]
fn every_page_names_the_feed_of_its_language() {
    let story = written::story();
    for_each_page(|edition, path, head| {
        let feeds = attributes(head, "link[rel='alternate'][type='application/atom+xml']", "href");
        assert_eq!(feeds, [written::base_url().join(&(story.folder(edition) + "feed.xml"))], "{path}");
    });
}

#[test]
fn the_feed_has_an_entry_for_the_publication_and_for_every_change() {
    let feed = feed();
    assert_eq!(feed.entries.len(), edition().corrections.len() + 1);
    let published = feed.entries.last().expect("there is an entry");
    assert_eq!(published.title.value, edition().texts.lead.title);
    assert!(published.updated.to_rfc3339().starts_with(&edition().published.to_string()));
}

#[test]
fn the_feed_has_the_required_fields() {
    let feed = feed();
    let own = written::base_url().join(&(language::folder() + "feed.xml"));
    assert_eq!(feed.id, own);
    assert!(feed.links.iter().any(|link| link.rel == "self" && link.href == own), "the feed has to have a link to itself");
    assert_eq!(feed.lang.as_deref(), Some(&*edition().language));
    assert!(feed.authors.iter().any(|author| !author.name.is_empty()) && !feed.title.value.is_empty());
    let ids: BTreeSet<_> = feed.entries.iter().map(|entry| &entry.id).collect();
    assert_eq!(ids.len(), feed.entries.len(), "two entries have the same id");
    for entry in &feed.entries {
        assert!(entry.id.starts_with("https://") && !entry.title.value.is_empty(), "{entry:?}");
        assert!(entry.links.iter().any(|link| link.rel == "alternate"), "{} has no link", entry.id);
        assert!(entry.summary.is_some() || entry.content.is_some(), "{} is empty", entry.id);
        assert!(entry.updated <= feed.updated, "an entry is newer than the feed");
    }
}

/// Returns the feed of the tested edition.
fn feed() -> Feed {
    let file = written::dist().join(language::folder()).join("feed.xml");
    let text = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Feed::read_from(&text[..]).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
