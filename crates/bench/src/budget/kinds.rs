//! Groups of pages for the report, which shows only the heaviest page of each group. Pages in the same folder form one
//! group if their addresses end with `/` and no other page is below them. Every other page is a group by itself.

use super::page::Page;
use std::collections::BTreeMap;

/// Returns the address, the number of pages and the heaviest page of each group. The address of a group with several
/// pages ends with `/*/`.
pub(super) fn kinds(pages: &[Page]) -> Vec<(String, usize, &Page)> {
    let addresses: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let mut kinds: BTreeMap<String, Vec<&Page>> = BTreeMap::new();
    for page in pages {
        kinds.entry(kind(&page.path, &addresses)).or_default().push(page);
    }
    let heaviest = kinds.into_iter().filter_map(|(kind, pages)| {
        let heaviest = pages.iter().copied().max_by_key(|page| page.first_visit.brotli)?;
        Some((if pages.len() == 1 { heaviest.path.clone() } else { kind }, pages.len(), heaviest))
    });
    heaviest.collect()
}

fn kind(path: &str, all: &[&str]) -> String {
    let is_parent = all.iter().any(|other| *other != path && other.starts_with(path) && path.ends_with('/'));
    match path.trim_end_matches('/').rsplit_once('/') {
        Some((folder, _)) if !is_parent && path.ends_with('/') => format!("{folder}/*/"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, kinds};
    use crate::weight::Weight;

    #[track_caller]
    fn check(pages: &[(&str, usize)], expected: &[(&str, usize, &str)]) {
        let page = |&(path, brotli): &(&str, usize)| Page {
            path: path.to_owned(),
            first_visit: Weight { brotli, ..Weight::default() },
            ..Page::default()
        };
        let pages: Vec<_> = pages.iter().map(page).collect();
        let found = kinds(&pages);
        let found: Vec<_> = found.iter().map(|(kind, count, page)| (kind.as_str(), *count, page.path.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn pages_beside_each_other_are_told_by_the_heaviest() {
        check(&[("/", 9)], &[("/", 1, "/")]);
        check(&[("/", 9), ("/shift/", 1), ("/why/", 2)], &[("/", 1, "/"), ("/*/", 2, "/why/")]);
        check(&[("/", 9), ("/ja/", 8), ("/ja/why/", 1)], &[("/", 1, "/"), ("/ja/", 1, "/ja/"), ("/ja/why/", 1, "/ja/why/")]);
        check(&[("/", 9), ("/404.html", 1)], &[("/", 1, "/"), ("/404.html", 1, "/404.html")]);
    }
}
