//! Checks the structure for assistive technology and reader views: headings and contents are in order, and dates are
//! machine-readable.

use crate::page::{all, edition, name, pages, root, text, within};
use story::vocabulary::{Subject, Vocabulary};

#[test]
fn headings_outline_the_page() {
    let mut outline = within(root(), "h1, h2, h3, h4, h5, h6").map(|heading| (level(heading.value().name()), text(heading)));
    let (first, title) = outline.next().expect("the page has headings");
    assert_eq!(first, 1, "the first heading is {title:?}, not the title of the page");
    let mut above = first;
    for (level, title) in outline {
        assert!(level > 1, "a second <h1>: {title:?}");
        assert!(level <= above + 1, "{title:?} skips a level: <h{level}> below <h{above}>");
        assert!(!title.is_empty(), "an empty <h{level}>");
        above = level;
    }
}

#[test]
fn contents_list_the_sections_in_the_order_of_the_page() {
    for page in pages() {
        let links = within(page, "#contents-list a").filter_map(|link| link.attr("href")?.strip_prefix('#'));
        let listed: Vec<_> = links.collect();
        let found: Vec<_> = within(page, "[id]").filter_map(|element| element.attr("id")).filter(|id| listed.contains(id)).collect();
        assert!(!listed.is_empty(), "the page has no contents");
        assert_eq!(listed, found);
    }
}

#[test]
fn every_part_has_its_heading() {
    for (id, subject) in Subject::WORDS {
        let heading = within(root(), &format!("[id='{id}'] h2")).map(text).next();
        assert_eq!(heading.as_deref(), Some(&*edition().texts.part(*subject).title), "#{id}");
    }
}

#[test]
fn every_time_can_be_read_by_machines() {
    let mut times = all("time").peekable();
    assert!(times.peek().is_some(), "the story has dates");
    for time in times {
        let datetime = time.attr("datetime").unwrap_or_else(|| panic!("{} has no datetime: {}", name(time), text(time)));
        assert!(is_date(datetime), "{datetime:?} is not a date, month or year");
    }
}

fn level(tag: &str) -> u8 {
    tag.trim_start_matches('h').parse().expect("a heading has its level in its name")
}

/// Returns whether `text` is a valid year, month or day of HTML's `<time>`.
fn is_date(text: &str) -> bool {
    let day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    day.len() == 10 && day.parse::<jiff::civil::Date>().is_ok()
}
