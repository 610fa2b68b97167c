//! Checks that controls, pictures, table headings and regions have accessible names, and that words and tables say what
//! figures draw.

use crate::page::{all, around, if_any, name, text, within};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use tests::written;

#[test]
fn every_drawing_has_a_name_or_is_decoration() {
    check_each("svg, img", |drawing| {
        drawing.attr("aria-hidden") == Some("true")
            || drawing.attr("alt").is_some()
            || drawing.attr("role") == Some("img") && named_by_attribute(drawing)
    });
}

/// Checks the figures of every page and embed, because some pages and embeds leave out the table or the list beside a
/// drawing.
#[test]
fn every_figure_says_in_words_what_it_draws() {
    let figures = Selector::parse("figure").expect("a valid selector");
    let mut silent = BTreeSet::new();
    for page in written::pages() {
        let html = Html::parse_document(&page.html);
        for figure in html.select(&figures).filter(|figure| !has_words(*figure)) {
            silent.insert(format!("{}: {}", page.path, name(figure)));
        }
    }
    assert!(silent.is_empty(), "figures without words: {silent:#?}");
}

/// Returns whether a figure has text for screen readers besides its headings, captions, credits, instructions and
/// links.
fn has_words(figure: ElementRef<'_>) -> bool {
    let is_left_out = |element: ElementRef<'_>| {
        element.attr("aria-hidden") == Some("true")
            || ["h2", "h3", "h4", "a", "style", "script"].contains(&element.value().name())
            || element.value().classes().any(|class| ["caption", "credit", "instruction"].contains(&class))
    };
    figure.descendants().any(|node| {
        node.value().as_text().is_some_and(|text| !text.trim().is_empty())
            && !node.ancestors().filter_map(ElementRef::wrap).any(is_left_out)
    })
}

#[test]
fn every_control_has_a_name() {
    check_each("a[href], button, summary", |control| !text(control).is_empty() || named_by_attribute(control) || is_citation(control));
    check_each("input, select, textarea", |control| {
        let around = around(control).find(|around| around.value().name() == "label");
        let beside = control.attr("id").and_then(|id| if_any("label[for]").find(|label| label.attr("for") == Some(id)));
        around.or(beside).is_some_and(|label| !text(label).is_empty()) || named_by_attribute(control)
    });
}

#[test]
fn every_group_of_choices_has_a_name() {
    check_each("fieldset", |group| within(group, "legend").any(|legend| !text(legend).is_empty()));
    check_each("input[type='radio']", |radio| around(radio).any(|around| around.value().name() == "fieldset"));
}

#[test]
fn every_table_heading_has_a_scope_and_text() {
    check_each("th", |heading| heading.attr("scope").is_some() && !text(heading).is_empty());
}

#[test]
fn scrollable_regions_are_in_the_tab_order_and_have_names() {
    // Links in drawings are left out. They are not in the tab order where a list has the same links.
    check_each("[tabindex]:not(svg a), [role='region'], nav", |region| {
        region.attr("tabindex").is_none_or(|index| index == "0" || index == "-1") && named_by_attribute(region)
    });
}

#[test]
fn every_number_of_a_chart_is_in_its_table() {
    check_table(numbers(".lanes .year"), "#shift table.plain th[scope='row']");
    check_table(numbers(".numbers .totals b"), "table.figures th.figure");
    for chart in ["#vote-patterns .strip-years b", "#geneva-votes .strip-years b"] {
        check_table(numbers(chart), ".resolutions .tally b");
    }
}

/// Returns the numbers in the elements that match `selector`.
fn numbers(selector: &str) -> BTreeSet<String> {
    let numbers: BTreeSet<_> = all(selector)
        .map(text)
        .flat_map(|text| text.split(|letter: char| !letter.is_ascii_digit()).map(str::to_owned).collect::<Vec<_>>())
        .filter(|number| !number.is_empty())
        .collect();
    assert!(!numbers.is_empty(), "{selector} has no numbers");
    numbers
}

/// Checks that each number in `drawn` is in an element that matches `selector`.
#[track_caller]
fn check_table(drawn: BTreeSet<String>, selector: &str) {
    let tabulated = numbers(selector);
    assert!(drawn.is_subset(&tabulated), "{selector} lacks {:?}", drawn.difference(&tabulated).collect::<Vec<_>>());
}

/// Checks that some elements match `selector`, and that `holds` returns true for each of them.
#[track_caller]
fn check_each(selector: &str, holds: impl Fn(ElementRef<'_>) -> bool) {
    for element in all(selector) {
        assert!(holds(element), "{}: {}", name(element), text(element));
    }
}

fn named_by_attribute(element: ElementRef<'_>) -> bool {
    ["aria-label", "aria-labelledby"].iter().any(|label| element.attr(label).is_some_and(|name| !name.trim().is_empty()))
}

fn is_citation(element: ElementRef<'_>) -> bool {
    element.attr("role") == Some("doc-noteref") && element.text().any(|number| !number.is_empty())
}
