//! Checks the glossary, and the marks of languages and dates. Each term has an entry in the glossary. Each term that a
//! text uses also has a popover. The entry and the popover also have the term in another language. This language is
//! Japanese, except in the Japanese edition.

use crate::page::{all, around, by_id, check_cites, check_says, edition, if_any, name, plain, within};
use scraper::{ElementRef, Node};
use story::Inline;

#[test]
fn every_term_stands_in_the_list() {
    for term in &edition().terms {
        let entry = by_id(&format!("term-{}", term.id));
        check_says(entry, [&term.term, &plain(&term.definition), &term.elsewhere.0]);
        check_cites(entry, &term.sources);
        assert!(within(entry, "dfn").next().is_some(), "{} is not marked as a definition", term.id);
    }
}

#[test]
fn every_term_opens_where_it_stands() {
    let leads_to = |term: &str| if_any(&format!("a.term[href$='glossary/#term-{term}']")).count();
    let mut marked = 0;
    for term in &edition().terms {
        // A term that no text uses is only in the glossary.
        if leads_to(&term.id) == 0 {
            continue;
        }
        marked += leads_to(&term.id);
        let popover = by_id(&format!("word-{}", term.id));
        assert!(popover.attr("popover").is_some(), "{} is not a popover", name(popover));
        check_says(popover, [&term.term, &plain(&term.definition), &term.elsewhere.0]);
        let list = within(popover, &format!("a[href$='#term-{}']", term.id)).next();
        assert!(list.is_some(), "{} has no link to the glossary", name(popover));
    }
    assert!(marked > 0 && marked == all("a.term").count(), "{marked} terms lead to their entries");
}

#[test]
fn no_button_stands_in_the_text() {
    // Running text has no buttons, because reader views drop the text of a button. Buttons are allowed in forms,
    // dialogs, islands, hidden elements, the contents bar, and elements for sharing.
    let acts = |around: ElementRef<'_>| {
        matches!(around.value().name(), "form" | "dialog")
            || around.attr("hidden").is_some()
            || around.attr("data-island").is_some()
            || around.attr("class") == Some("contents")
            || around.attr("class").is_some_and(|class| class.contains("share"))
    };
    for button in all("button") {
        assert!(around(button).any(acts), "{} is in running text", name(button));
    }
}

#[test]
fn japanese_is_marked_as_japanese() {
    let japanese = |letter: char| matches!(letter, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}');
    let mut found = 0;
    for element in all("body, body *").filter(|element| !matches!(element.value().name(), "script" | "style")) {
        let own = element.children().filter_map(|node| match node.value() {
            Node::Text(text) => Some(&**text),
            _ => None,
        });
        if own.flat_map(str::chars).any(japanese) {
            found += 1;
            let language = around(element).find_map(|around| around.attr("lang"));
            assert_eq!(language, Some("ja"), "the language of {}: {}", name(element), crate::page::text(element));
        }
    }
    assert!(found >= edition().terms.len(), "a term has no Japanese word");
}

#[test]
fn only_dates_of_the_glossary_have_the_year_of_their_era() {
    let list = by_id("glossary");
    assert_eq!(within(list, "input[name='era']").count(), usize::from(!edition().eras.is_empty()));
    let dates = edition().terms.iter().flat_map(|term| &term.definition).filter_map(|piece| match piece {
        Inline::Date { date, .. } => edition().era_year(*date),
        _ => None,
    });
    let written: Vec<_> = within(list, "dd [data-era]").filter_map(|date| date.attr("data-era").map(str::to_owned)).collect();
    assert_eq!(written, dates.collect::<Vec<_>>());
    assert!(if_any("[data-era]").all(|date| around(date).any(|around| around.attr("id") == Some("glossary"))));
}
