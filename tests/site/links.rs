//! Checks that links lead to existing pages and elements, and that the ids in attributes exist.

use crate::page::{edition, name, pages, root, text, within};
use std::collections::{BTreeMap, BTreeSet};
use story::vocabulary::{Part, Subject, Vocabulary};
use tests::{language, written};

/// The attributes whose values are ids of the same page, separated by spaces.
const NAMING_IDS: [&str; 9] =
    ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "popovertarget", "for", "headers", "list"];

#[test]
fn ids_are_unique() {
    for page in pages() {
        let mut count = BTreeMap::new();
        within(page, "[id]").filter_map(|element| element.attr("id")).for_each(|id| *count.entry(id).or_insert(0) += 1);
        assert!(!count.is_empty());
        let twice: Vec<_> = count.into_iter().filter(|(_, count)| *count > 1).collect();
        assert!(twice.is_empty(), "ids that several elements of a page have: {twice:?}");
    }
}

#[test]
fn every_anchor_leads_somewhere() {
    check_all(|attribute, value| match value.strip_prefix('#') {
        Some(id) if attribute == "href" => vec![id],
        _ => Vec::new(),
    });
}

#[test]
fn every_id_that_an_attribute_names_exists() {
    check_all(|attribute, value| if NAMING_IDS.contains(&attribute) { value.split(' ').collect() } else { Vec::new() });
}

#[test]
fn every_named_file_exists() {
    let mut named = 0;
    for element in within(root(), "[href], [src], [data-piece], [data-index], [data-style]") {
        for attribute in ["href", "src", "data-piece", "data-index", "data-style"] {
            let Some(path) = element.attr(attribute).filter(|path| !path.starts_with('#') && !path.contains(':')) else { continue };
            let path = path.split(['?', '#']).next().unwrap_or_default();
            assert!(!path.starts_with('/'), "{} is wrong if the site is in a folder of its host", name(element));
            let file = written::dist().join(language::folder()).join(if path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_owned()
            });
            assert!(file.is_file(), "{} names a file that was not written", name(element));
            named += 1;
        }
    }
    assert!(named > 0, "the page names no file, not even its icon");
}

#[test]
fn every_link_leads_to_a_written_page_and_place() {
    let pages: BTreeMap<String, String> = written::pages().into_iter().map(|page| (page.path, page.html)).collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|(path, html)| (&**path, values(html, "id").collect())).collect();
    let (base, mut linked) = (written::base_url(), BTreeSet::new());
    for (path, html) in &pages {
        for link in values(html, "href").chain(values(html, "src")) {
            let Some((place, id)) = within_the_site(path, link, &base) else { continue };
            let exists = ids
                .get(&*place)
                .map_or_else(|| written::dist().join(place.trim_start_matches('/')).is_file(), |ids| id.is_empty() || ids.contains(&*id));
            assert!(exists, "{path} links to {link}, which does not exist");
            linked.insert(place);
        }
    }
    let missed: Vec<_> = pages.keys().filter(|path| !linked.contains(*path) && !path.contains("/embed/") && *path != "/404.html").collect();
    assert!(missed.is_empty(), "no link leads to {missed:?}");
}

/// Returns the path within the site and the id to which a link on the page at `path` leads. Returns `None` for a link
/// to another site, and for an address with another scheme, such as `mailto:` or `data:`.
fn within_the_site(path: &str, link: &str, base: &story::BaseUrl) -> Option<(String, String)> {
    let (link, id) = link.split_once('#').unwrap_or((link, ""));
    let link = link.split('?').next().unwrap_or_default();
    let inside = link.strip_prefix(&base.join("")).or_else(|| link.strip_prefix(base.folder()));
    let place = match inside {
        Some(inside) => format!("/{inside}"),
        None if link.contains(':') => return None,
        None if link.is_empty() => path.to_owned(),
        None => {
            let mut folders: Vec<&str> = path.split('/').collect();
            folders.pop();
            let mut rest = link;
            while let Some(up) = rest.strip_prefix("../") {
                folders.pop();
                rest = up;
            }
            format!("{}/{}", folders.join("/"), rest.trim_start_matches("./"))
        }
    };
    Some((place, id.to_owned()))
}

/// Returns the values of an attribute in the markup of a page. The site always writes values in double quotes.
fn values<'a>(html: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start)
        .map(|(at, start)| at + start.len())
        .filter_map(|at| html[at..].split('"').next())
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn every_part_is_in_the_contents() {
    for (id, subject) in Subject::WORDS {
        let link = within(root(), &format!(".contents a[href='#{id}']")).find(|link| text(*link) == edition().labels.word(*subject));
        assert!(link.is_some(), "no entry leads to #{id}");
    }
    for part in Part::all() {
        let link: Vec<_> = within(root(), &format!(".parts a[href='{}/']", part.id())).map(text).collect();
        assert_eq!(link, [edition().texts.part(part).title.clone()], "{}", part.id());
    }
}

#[test]
fn links_of_a_page_open_in_the_same_tab() {
    for page in pages() {
        assert!(within(page, "a[href^='https:']").next().is_some(), "the page leads nowhere else");
        assert_eq!(within(page, "a[target], form[target]").map(name).collect::<Vec<_>>(), [""; 0]);
    }
}

/// On each of the [`pages`], calls `ids` with each attribute and its value. Checks that `ids`
/// returns at least one id on each page, and that the page has every id that `ids` returns.
#[track_caller]
fn check_all(ids: impl Fn(&'static str, &'static str) -> Vec<&'static str>) {
    for page in pages() {
        let known: Vec<_> = within(page, "[id]").filter_map(|element| element.attr("id")).collect();
        let mut named = 0;
        for element in page.descendent_elements() {
            for id in element.value().attrs().flat_map(|(attribute, value)| ids(attribute, value)) {
                assert!(known.contains(&id), "{} names #{id}, which does not exist", name(element));
                named += 1;
            }
        }
        assert!(named > 0, "no attribute names an id");
    }
}
