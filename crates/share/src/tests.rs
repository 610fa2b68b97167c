//! Tests of the link to a view and of the text fragment for a quote.

use super::{
    link,
    messages::{MessageKey, Messages},
    quote::{Piece, directive},
};
use explainer::view;

/// Asserts that `expected` is the link to the view with the query `query`. In `expected`, `-` means the current page.
#[track_caller]
fn check(query: &str, expected: &str) {
    let parameters: Vec<_> = view::parameters(query).collect();
    let made = link(&parameters, &|id| id.starts_with("hrc"));
    let question = if made.query.is_empty() { "" } else { "?" };
    assert_eq!([made.folder.as_deref().unwrap_or("-"), question, &made.query].concat(), expected, "{query}");
}

#[test]
fn the_page_with_the_shortest_address_is_linked() {
    check("", "-");
    check("depth=brief&year=2014", "-?depth=brief&year=2014");
    check("resolution=hrc-25-25", "un-history/hrc-25-25/");
    check("resolution=hrc-25-25&countries=CHN.JPN", "-?resolution=hrc-25-25&countries=CHN.JPN");
    check("resolution=ga-71-202", "-?resolution=ga-71-202");
}

#[test]
fn what_others_have_added_is_not_passed_on() {
    check("?utm_source=mail&utm_campaign=x&fbclid=y&year=2014", "-?year=2014");
    check("?year=2014)&year=2015%20&open=<b>&depth=brief&span=2002-2004", "-?year=2014&depth=brief&span=2002-2004");
}

/// Asserts that `expected` is the directive for a selection within one text node. The brackets in `marked` enclose the
/// selection.
#[track_caller]
fn check_quote(marked: &str, expected: Option<&str>) {
    let page = marked.replace(['[', ']'], "");
    let piece = piece(marked);
    assert_eq!(directive(&piece, &piece, &|words| page.matches(words).count()).as_deref(), expected, "{marked}");
}

fn piece(marked: &str) -> Piece {
    let (before, rest) = marked.split_once('[').expect("a beginning");
    let (text, after) = rest.split_once(']').expect("an end");
    Piece { text: text.into(), before: before.chars().next_back(), after: after.chars().next() }
}

#[test]
fn a_quote_is_named_by_its_words() {
    check_quote("He said [so, at last]. Then", Some(":~:text=so%2C%20at%20last"));
    check_quote("[co-sponsor & more]", Some(":~:text=co%2Dsponsor%20%26%20more"));
    check_quote("日本[は提出を見送]った", Some(":~:text=%E3%81%AF%E6%8F%90%E5%87%BA%E3%82%92%E8%A6%8B%E9%80%81"));
}

#[test]
fn words_that_are_cut_are_left_out() {
    check_quote("He s[aid so at la]st.", Some(":~:text=so%20at"));
    check_quote("un[cut]table", None);
    // A selection from one text node to another, with no whole word in the last one.
    assert_eq!(directive(&piece("[He said]"), &piece("[so]lid"), &|_| 1), None);
}

#[test]
fn a_long_quote_is_named_by_its_ends() {
    let words: Vec<String> = (0..40).map(|n| format!("word{n}")).collect();
    check_quote(
        &format!("[{}]", words.join(" ")),
        Some(":~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39"),
    );
}

#[test]
fn what_stands_twice_has_no_fragment() {
    check_quote("the same, [the same]", None);
    check_quote("[ … ]", None);
}

#[test]
fn words_come_back_as_they_were_written() {
    let words = Messages::read(Messages::write(|word| match word {
        MessageKey::Quoted => "last",
        MessageKey::Comma => "{a}, {b}",
        MessageKey::And => "{a} and {b}",
        _ => "x{}",
    }));
    assert_eq!((words.get(MessageKey::Quoted), words.with(MessageKey::Copied, &[("", "y")]).as_str()), ("last", "xy"));
    let list = |items: &[&str]| words.list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
    assert_eq!([list(&["A"]), list(&["A", "B"]), list(&["A", "B", "C"])], ["A", "A and B", "A, B and C"]);
}
