//! Mistakes in marked texts: unknown targets of marks, unfinished marks, Markdown that content must not use, and
//! missing or empty sections.

use super::changes::{check, check_at, whole};

/// Asserts that a text at the end of `en/about.md` gives exactly one problem, at the caret.
fn check_text(text: &str, message: &str) {
    check("en/about.md", "", &format!("\n{text}\n"), message);
}

/// Asserts that a text gives the same problem in a Markdown file, at the caret, and in a TOML field, at the start of
/// the field's value.
fn check_anywhere(text: &str, message: &str) {
    check_text(text, message);
    check("en/statements.toml", "adds = \"", &format!("adds = ‸\"{} ", text.replace('‸', "")), message);
}

#[test]
fn unknown_terms() {
    check_anywhere("The ‸[council](term:nonsense) met.", "“nonsense” is not a known term; add it to glossary.toml");
    check_anywhere("A ‸[pen](term:penhodler) met.", "did you mean “penholder”?");
}

#[test]
fn links_to_nowhere() {
    check_anywhere("See ‸[there](#nonsense).", "“#nonsense” is not a place on the page");
}

#[test]
fn links_to_elsewhere() {
    for address in ["https://example.org/", "http://example.org/", "other.html", "mailto:a@example.org", "javascript:alert(1)"] {
        check_anywhere(&format!("See ‸[there]({address})."), &format!("“{address}” is neither a mark nor a place on the page"));
    }
    check_text("See ‸<https://example.org/>.", "is neither a mark nor a place on the page");
    check_text("See ‸[there][1].\n\n[1]: https://example.org/", "is neither a mark nor a place on the page");
}

#[test]
fn marks_that_do_not_end() {
    check_text("A source [‸@src_article.", "a mark begins here and does not end; close it");
    check_text("A [word]‸(term:co-sponsor.", "a mark begins here and does not end; close it");
}

#[test]
fn impossible_date() {
    check_anywhere("On ‸[30 February](date:2019-02-30).", "“2019-02-30” is not a date: there is no such day");
}

#[test]
fn html() {
    check_text("‸<div>\nHTML\n</div>", "HTML is not used in content");
    check_text("Some ‸<br> HTML.", "HTML is not used in content");
    check_text("- an item\n\n  ‸<!-- a remark -->", "HTML is not used in content");
}

#[test]
fn pictures() {
    check_anywhere("A ‸![picture](picture.png) here.", "a picture is not used in content");
    check_text("‸![picture](picture.png)\n\nMore words.", "a picture is not used in content");
}

#[test]
fn code() {
    check_anywhere("Some ‸`code` here.", "code is not used in content");
    check_text("‸```\ncode\n```", "is not used in content");
    check_text("Four blanks:\n\n    ‸code", "is not used in content");
}

#[test]
fn rules() {
    check_text("One.\n\n‸***\n\nTwo.", "a rule is not used in content");
}

#[test]
fn nesting_without_end() {
    let message = "this is nested too deeply";
    check("en/statements.toml", "adds = \"", &format!("adds = ‸\"{}", "> ".repeat(5000)), message);
}

#[test]
fn heading_without_id() {
    check_text("‸## A heading\n\nWords.", "this heading has no id; write it as: ## Heading {#an-id}");
}

#[test]
fn missing_section() {
    check_at("en/why.md", "{#actors}", "{#acters}", whole("en/why.md"), "the section “actors” is missing; add it as: ## Heading {#actors}");
}

#[test]
fn empty_section() {
    check_text("‸## A heading {#a-heading}", "the section “a-heading” is empty");
}

#[test]
fn more_than_a_paragraph_in_a_field() {
    for more in ["One.\\n\\nTwo. ", "- one\\n- two ", "## A heading\\n\\n"] {
        check("en/statements.toml", "adds = \"", &format!("adds = ‸\"{more}"), "this text is more than one paragraph");
    }
}
