//! Checks that text in a foreign script is marked as another language. In an edition in a script other than Latin, an
//! unmarked text in this script may contain up to three Latin words in a row.

use crate::page::{all, around, edition, name, one_line};
use scraper::{ElementRef, Node};

/// The attributes with text for readers.
const READ: [&str; 8] = ["alt", "aria-label", "content", "data-label", "data-unknown", "label", "placeholder", "title"];

/// File types and names that may have Latin letters in every edition, and the middle dot, which separates the parts of
/// a label. A text that contains one of these strings does not count as Latin.
const NAMES: [&str; 6] = [".csv", ".json", "·", "livedoor", "OpenStreetMap", "HTML"];

/// Returns whether the edition is in a script other than Latin. Decides by the letters in the name of the site in this
/// edition.
fn is_non_latin_edition() -> bool {
    !edition().labels.site.name.chars().any(|letter| letter.is_ascii_alphabetic())
}

fn is_latin_word(word: &str) -> bool {
    word.chars().any(|letter| letter.is_ascii_lowercase()) && !word.contains(['/', '@', '='])
}

/// Returns whether a character is a letter of a script other than Latin. Letters up to U+024F count as Latin. They
/// include most Latin letters with accents.
fn is_of_other_script(letter: char) -> bool {
    letter.is_alphabetic() && letter > '\u{24f}'
}

/// Returns whether a word is foreign. In an edition in Latin script, a foreign word has a letter of another script. In
/// other editions, a foreign word is Latin.
fn is_foreign_word(word: &str) -> bool {
    if is_non_latin_edition() { is_latin_word(word) && word.is_ascii() } else { word.contains(is_of_other_script) }
}

/// Returns whether a text is foreign. In an edition in Latin script, a foreign text has a letter of another script. In
/// other editions, a foreign text is Latin.
fn is_foreign(text: &str) -> bool {
    if is_non_latin_edition() { is_latin(text) } else { text.contains(is_of_other_script) }
}

/// Returns whether `text` has Latin words, no letters of another script, and none of [`NAMES`].
fn is_latin(text: &str) -> bool {
    !text.contains(is_of_other_script) && text.split_whitespace().any(is_latin_word) && !NAMES.iter().any(|name| text.contains(name))
}

/// Returns whether the text of `element` has to be in the language of the page. This excludes code, text that must not
/// be translated, and text that is marked as another language.
fn is_own(element: ElementRef<'_>) -> bool {
    let own = &*edition().language;
    let language = around(element).find_map(|element| element.attr("lang"));
    let code = around(element).any(|around| matches!(around.value().name(), "script" | "style" | "code" | "textarea" | "pre"));
    language.is_none_or(|language| language == own) && !code && !around(element).any(|around| around.attr("translate") == Some("no"))
}

#[test]
fn no_text_is_left_in_other_letters() {
    let mut found = Vec::new();
    for element in all("*").filter(|element| is_own(*element)) {
        let texts = element.children().filter_map(|node| if let Node::Text(text) = node.value() { Some(one_line(text)) } else { None });
        let is_meta = element.value().name() == "meta" || element.value().name() == "option";
        let attributes = READ.iter().filter(|_| !is_meta).filter_map(|attribute| element.attr(attribute).map(one_line));
        found.extend(texts.chain(attributes).filter(|text| is_foreign(text)).map(|text| format!("{}: {text}", name(element))));
    }
    assert!(found.is_empty(), "{} texts are in the letters of another script: {found:#?}", found.len());
}

#[test]
fn previews_and_titles_are_in_the_letters_of_the_edition() {
    const PREVIEWS: &str =
        "title, meta[name='description'], meta[property='og:title'], meta[property='og:description'], meta[property='og:site_name']";
    for element in all(PREVIEWS) {
        let text = element.attr("content").map_or_else(|| element.text().collect(), str::to_owned);
        assert!(!is_foreign(&text), "{}: {text}", name(element));
    }
}

#[test]
fn no_sentence_of_another_language_is_unmarked() {
    const MOST: usize = 4;
    for element in all("p, li, dd, dt, td, th, caption, summary, h2, h3, h4").filter(|element| is_own(*element)) {
        // The list of sources has titles and names of publishers in their own language.
        let is_source = around(element).any(|around| around.attr("class") == Some("sources"));
        for node in element.children().filter(|_| !is_source) {
            let Node::Text(text) = node.value() else { continue };
            let mut run = 0;
            for word in text.split_whitespace() {
                run = if is_foreign_word(word) { run + 1 } else { 0 };
                assert!(run < MOST, "{} has words of another language without a mark: {}", name(element), &**text);
            }
        }
    }
}
