//! Everything that names another place: links, anchors, popovers, labels, files of the site.

use crate::page::{all, name, root, text};
use std::collections::BTreeMap;
use tests::written;

/// Attributes that hold ids of the same page, separated by spaces.
const NAMING_IDS: [&str; 9] =
    ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "popovertarget", "for", "headers", "list"];

#[test]
fn ids_are_unique() {
    let mut count = BTreeMap::new();
    all("[id]").filter_map(|element| element.attr("id")).for_each(|id| *count.entry(id).or_insert(0) += 1);
    assert!(!count.is_empty());
    let twice: Vec<_> = count.into_iter().filter(|(_, count)| *count > 1).collect();
    assert!(twice.is_empty(), "ids of several elements: {twice:?}");
}

#[test]
fn every_anchor_leads_somewhere() {
    check_all(|attribute, value| match value.strip_prefix('#') {
        Some(id) if attribute == "href" => vec![id],
        _ => Vec::new(),
    });
}

#[test]
fn every_id_that_an_attribute_names_is_there() {
    check_all(|attribute, value| if NAMING_IDS.contains(&attribute) { value.split(' ').collect() } else { Vec::new() });
}

#[test]
fn every_file_of_the_site_that_is_named_is_there() {
    let mut named = 0;
    for element in all("[href], [src], [data-glue], [data-module]") {
        for attribute in ["href", "src", "data-glue", "data-module"] {
            let Some(path) = element.attr(attribute).filter(|path| !path.starts_with('#') && !path.contains(':')) else { continue };
            let path = path.split(['?', '#']).next().unwrap_or_default();
            assert!(!path.starts_with('/'), "{} would lead astray where the site stands in a folder of its host", name(element));
            let file = written::dist().join(language::folder()).join(if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() });
            assert!(file.is_file(), "{} names a file that was not written", name(element));
            named += 1;
        }
    }
    assert!(named > 0, "at least the icon and the downloads are named");
}

#[test]
fn every_part_is_in_the_contents() {
    for (id, prose) in crate::prose::parts() {
        let link = all(&format!("nav a[href='#{id}']")).find(|link| text(*link) == prose.title);
        assert!(link.is_some(), "no entry leads to #{id}");
    }
}

#[test]
fn a_new_window_cannot_reach_back() {
    let mut opened = all("[target='_blank']").peekable();
    assert!(opened.peek().is_some(), "sources open beside the page");
    for link in opened {
        let noopener = link.attr("rel").is_some_and(|rel| rel.split(' ').any(|word| word == "noopener"));
        assert!(noopener, "{} needs rel=noopener", name(link));
    }
}

/// Holds that every id that `ids` finds in an attribute is there.
#[track_caller]
fn check_all(ids: impl Fn(&'static str, &'static str) -> Vec<&'static str>) {
    let known: Vec<_> = all("[id]").filter_map(|element| element.attr("id")).collect();
    let mut named = 0;
    for element in root().descendent_elements() {
        for id in element.value().attrs().flat_map(|(attribute, value)| ids(attribute, value)) {
            assert!(known.contains(&id), "{} leads to #{id}, which is not there", name(element));
            named += 1;
        }
    }
    assert!(named > 0, "nothing names anything");
}
