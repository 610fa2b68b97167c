//! Checks that reader views show almost the whole text of the story and of the pages of parts, including cards. The
//! tests run Mozilla's Readability in Node.

use crate::page::{HTML, edition, one_line, plain, root, text, within};
use scraper::{ElementRef, Html};
use std::{
    collections::{HashMap, HashSet},
    io::Write,
    process::{Command, Stdio},
};
use story::vocabulary::Part;
use tests::{language, npm, written};

#[test]
fn reader_view_shows_the_story_with_its_cards() {
    let texts = article(&HTML);
    let article = one_line(&texts.concat());
    let in_short = edition().texts.lead.section("in-short").expect("the opening has it");
    let in_card = edition().texts.abductions.section("seventeen").expect("the card has it");
    for section in [in_short, in_card] {
        check(&article, &plain(&section.title));
    }
    edition().events.iter().filter(|event| event.is_landmark).for_each(|event| check(&article, &event.title));
    check_most_words("the story", root(), &texts, 95);
}

/// Checks that reader view shows every paragraph, list item, definition or table cell that contains a term. It also has
/// to show almost all words of each page, including those in cards.
#[test]
fn reader_view_shows_each_page_of_a_part() {
    for part in Part::all() {
        let html = written::page(&format!("{}{}/", language::folder(), part.id()));
        let page = Html::parse_document(&html);
        let article = article(&html);
        let packed = letters(&article.concat());
        for term in within(page.root_element(), "main a.term") {
            let around =
                term.ancestors().filter_map(ElementRef::wrap).find(|around| matches!(around.value().name(), "p" | "li" | "dd" | "td"));
            let around = letters(&text(around.unwrap_or(term)));
            assert!(packed.contains(&around), "reader view of {} drops {around:?}", part.id());
        }
        check_most_words(part.id(), page.root_element(), &article, 92);
    }
}

/// Returns `text` without spaces and digits.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_ascii_digit()).collect()
}

#[track_caller]
fn check(article: &str, text: &str) {
    assert!(article.contains(text), "reader view drops {text:?}");
}

/// Checks that reader view shows at least `share` percent of the words in the opening and the parts of the page. The
/// words of sources, buttons, options, popovers, drawings and readings do not count. `share` is less than 100, because
/// reader view also removes the words of some other controls and figures.
#[track_caller]
fn check_most_words(which: &str, page: ElementRef<'_>, article: &[String], share: usize) {
    let mut shown = HashMap::new();
    article.iter().flat_map(|text| words(text)).for_each(|word| *shown.entry(word).or_insert(0) += 1);
    let no_text: HashSet<_> =
        within(page, "#sources, button, option, [popover], svg, rt, rp, script, style").map(|element| element.id()).collect();
    let (mut readable, mut found) = (0, 0);
    for part in within(page, ".opening, .part") {
        for node in part.descendants().filter(|node| !node.ancestors().any(|around| no_text.contains(&around.id()))) {
            let Some(text) = node.value().as_text() else { continue };
            for word in words(text) {
                readable += 1;
                found += usize::from(shown.get_mut(word).filter(|left| **left > 0).map(|left| *left -= 1).is_some());
            }
        }
    }
    assert!(found * 100 >= readable * share, "reader view of {which} shows {found} of {readable} words");
}

/// Returns the words of `text`. Each Japanese character counts as a word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(char::is_whitespace)
        .flat_map(|run| {
            run.split_inclusive(|letter| letter > '\u{2fff}').flat_map(|run| {
                let last = run.char_indices().next_back().filter(|(_, letter)| *letter > '\u{2fff}').map_or(run.len(), |(at, _)| at);
                let (before, letter) = run.split_at(last);
                [before, letter]
            })
        })
        .filter(|word| !word.is_empty())
}

/// Returns the text nodes of the article that Readability finds in a page.
fn article(html: &str) -> Vec<String> {
    let program = npm::folder("readability").unwrap_or_else(|error| panic!("{error:#}"));
    let node = Command::new("node").arg("read.mjs").current_dir(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut node = node.expect("node runs");
    node.stdin.take().expect("its input is ours").write_all(html.as_bytes()).expect("it reads its input to the end");
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success(), "read.mjs failed ({})", output.status);
    serde_json::from_slice(&output.stdout).expect("it writes a list of strings")
}
