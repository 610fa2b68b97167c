//! Checks two figures against the tables of the content: the landmark events of the timeline, and the squares for the
//! statements of the article. Each figure links to every entry that it shows.

use crate::page::{edition, pages, root, text, within};
use scraper::ElementRef;
use std::collections::BTreeSet;
use story::vocabulary::{Thread, Verdict, Vocabulary};

/// Returns the fragments of the links in `element` that match `selector`.
fn places(element: ElementRef<'_>, selector: &str) -> Vec<String> {
    within(element, selector).filter_map(|link| Some(link.attr("href")?.rsplit_once('#')?.1.to_owned())).collect()
}

#[test]
fn the_figure_names_the_landmarks_in_order() {
    let expected: Vec<_> = edition().events.iter().filter(|event| event.is_landmark).map(|event| format!("event-{}", event.id)).collect();
    for page in pages() {
        for figure in within(page, "#threads") {
            let named: Vec<_> = places(figure, ".landmarks > :not(.drawing) a:not([role])");
            assert_eq!(named, expected);
            let decision: Vec<_> = within(figure, ".landmarks > .decision time").filter_map(|time| time.attr("datetime")).collect();
            assert_eq!(decision, [edition().decision.to_string()]);
        }
    }
    assert!(within(root(), "#threads").next().is_some(), "the story has no landmarks");
}

#[test]
fn every_event_is_a_link_in_the_drawing_on_its_page() {
    let drawn: Vec<BTreeSet<_>> = pages()
        .into_iter()
        .filter(|page| within(*page, ".years").next().is_some())
        .flat_map(|page| within(page, ".lanes-of-events").map(|drawing| places(drawing, "a").into_iter().collect()).collect::<Vec<_>>())
        .collect();
    assert_eq!(drawn, [edition().events.iter().map(|event| format!("event-{}", event.id)).collect()]);
}

/// Checks the claim in the title of the figure with the landmarks: the three storylines meet on the date of the
/// decision.
#[test]
fn the_decision_is_the_first_event_of_all_three_storylines() {
    let first = edition().events.iter().find(|event| event.threads.len() == Thread::WORDS.len());
    assert_eq!(first.map(|event| event.date), Some(edition().decision));
}

#[test]
fn the_strip_has_a_square_for_each_statement_in_order() {
    let statements = &edition().statements;
    let confirmed = statements.iter().filter(|statement| statement.verdict == Verdict::Confirmed).count();
    let mut strips = 0;
    for page in pages() {
        for figure in within(page, ".verdicts") {
            strips += 1;
            let title = within(figure, "h3").map(text).collect::<String>();
            assert!(title.contains(&confirmed.to_string()) && title.contains(&statements.len().to_string()), "{title}");
            let expected: Vec<_> = statements.iter().map(|statement| format!("statement-{}", statement.number)).collect();
            assert_eq!(places(figure, ".squares a"), expected);
            for (square, statement) in within(figure, ".squares a").zip(statements) {
                assert_eq!(square.attr("data-verdict"), Some(statement.verdict.word()));
                assert_eq!(square.attr("title"), Some(edition().labels.word(statement.verdict)));
            }
            let counts: usize = within(figure, ".square-key b").filter_map(|count| text(count).parse::<usize>().ok()).sum();
            assert_eq!(counts, statements.len());
        }
    }
    assert_eq!(strips, 2, "the story and the page of the article have one each");
}
