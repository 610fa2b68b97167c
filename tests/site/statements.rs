//! Checks the statements of the article, the quoted voices, and the printed versions of a quotation: their words,
//! labels and sources.

use crate::page::{by_id, check_cites, check_dated, check_says, edition, one_line, plain, text, within};
use story::vocabulary::Vocabulary;

#[test]
fn every_statement_stands_under_its_anchor() {
    let labels = &edition().labels;
    for statement in &edition().statements {
        let place = by_id(&format!("statement-{}", statement.number));
        check_says(place, [&plain(&statement.says), &plain(&statement.adds), &statement.by]);
        check_says(place, [labels.word(statement.kind), labels.word(statement.verdict)]);
        check_cites(place, &statement.sources);
        assert_eq!(place.attr("data-kind"), Some(statement.kind.word()), "statement {}", statement.number);
        assert_eq!(place.attr("data-verdict"), Some(statement.verdict.word()), "statement {}", statement.number);
    }
}

#[test]
fn the_articles_own_words_stand_beside_the_verdict() {
    for statement in &edition().statements {
        let place = by_id(&format!("statement-{}", statement.number));
        let quoted: Vec<_> = within(place, "q").map(|quote| (text(quote), quote.attr("lang"))).collect();
        let expected: Vec<_> = statement.words.iter().map(|words| (one_line(words), Some(edition().article_language()))).collect();
        assert_eq!(quoted, expected, "statement {}", statement.number);
        check_says(place, statement.words.as_ref().map(|_| &edition().labels.article.words));
    }
}

#[test]
fn claims_that_the_article_writes_as_facts_are_marked() {
    let mark = &edition().labels.article.written_as_fact;
    for statement in &edition().statements {
        let marked = text(by_id(&format!("statement-{}", statement.number))).contains(mark.as_str());
        assert_eq!(marked, statement.written_as_fact, "statement {}: {mark:?}", statement.number);
    }
}

#[test]
fn every_voice_stands_under_its_anchor() {
    for voice in &edition().voices {
        let place = by_id(&format!("voice-{}", voice.id));
        check_says(place, [edition().labels.word(voice.kind), &voice.who, &plain(&voice.text)]);
        check_cites(place, &voice.sources);
        if let Some(date) = voice.date {
            check_dated(place, date);
        }
    }
}

#[test]
fn every_version_in_print_is_quoted_in_its_language() {
    for quotation in &edition().quotations {
        let place = by_id(&format!("version-{}", quotation.id));
        check_says(place, [&quotation.outlet]);
        check_cites(place, &quotation.sources);
        let quote = within(place, "blockquote").next().unwrap_or_else(|| panic!("{} is not a quotation", quotation.id));
        check_says(quote, [plain(&quotation.text)]);
        assert_eq!(quote.attr("lang"), Some(&*quotation.language), "{}", quotation.id);
        let address = quotation.sources.first().and_then(|number| edition().source(*number)?.url.as_deref());
        assert_eq!(quote.attr("cite"), address, "{}", quotation.id);
    }
}
