//! What changed: years, before and after, and what stayed, as they stand in the page before any script.

use crate::page::{by_id, check_cites, check_says, edition, name, text, within};
use scraper::ElementRef;
use story::{Resolution, vocabulary::Body};

#[test]
fn every_year_can_be_chosen_and_is_told() {
    for year in &edition().shift.years {
        let choice = within(by_id("shift"), &format!("input[type='radio'][name='year'][value='{}']", year.year)).next();
        let choice = choice.unwrap_or_else(|| panic!("{} cannot be chosen", year.year));
        let heard = by_id(choice.attr("aria-describedby").unwrap_or_else(|| panic!("{} is not described", year.year)));
        check_says(heard, [&year.text]);
        check_says(heard, roles(year.year));
        let panel = by_id(&format!("panel-{}", year.year));
        check_says(panel, [&year.year.to_string(), &text(heard)]);
        check_cites(panel, &year.sources);
    }
}

#[test]
fn the_year_of_the_decision_is_chosen_at_first() {
    let chosen: Vec<_> = within(by_id("shift"), "input[name='year'][checked]").filter_map(|input| input.attr("value")).collect();
    assert_eq!(chosen, [edition().decision.year.to_string()]);
}

#[test]
fn the_years_stand_in_a_table_too() {
    for year in &edition().shift.years {
        check_says(row(&year.year.to_string()), roles(year.year));
    }
}

#[test]
fn every_aspect_has_its_before_and_after() {
    for aspect in &edition().shift.aspects {
        let row = row(&aspect.label);
        check_says(row, [&aspect.before, &aspect.after]);
        check_cites(row, &aspect.before_sources);
        check_cites(row, &aspect.after_sources);
    }
}

#[test]
fn all_that_stayed_is_told() {
    for item in &edition().shift.unchanged {
        let term = within(by_id("shift"), "dt").find(|term| text(*term) == item.label);
        let term = term.unwrap_or_else(|| panic!("{:?} is missing", item.label));
        let told = ElementRef::wrap(term.parent().expect("a <dt> stands in something")).expect("and that is an element");
        check_says(told, [&item.text]);
        check_says(told, item.since.iter().map(|date| date.year.to_string()));
        check_cites(told, &item.sources);
    }
}

/// What a year has to say of each city: Japan's role, and the text that it is about, or that there was none.
fn roles(year: i16) -> Vec<String> {
    let labels = &edition().labels;
    let in_city = |of_city: &dyn Fn(&&Resolution) -> bool| {
        let mut adopted = edition().resolutions.iter().filter(|resolution| resolution.adopted_on.year == year);
        match adopted.find(of_city) {
            Some(resolution) => vec![labels.word(resolution.japan).to_owned(), resolution.symbol.clone()],
            None => vec![labels.shift.no_text.clone()],
        }
    };
    let new_york = |resolution: &&Resolution| resolution.body == Body::Assembly;
    [in_city(&|resolution| !new_york(resolution)), in_city(&new_york)].concat()
}

/// The row with this heading.
#[track_caller]
fn row(heading: &str) -> ElementRef<'static> {
    let is_row = |row: &ElementRef<'_>| within(*row, "th[scope='row']").any(|cell| text(cell) == heading);
    let row = within(by_id("shift"), "tr").find(is_row);
    row.unwrap_or_else(|| panic!("{} has no row {heading:?}", name(by_id("shift"))))
}
