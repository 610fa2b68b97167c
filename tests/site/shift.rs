//! Checks the part "What changed" without script: years, before and after, what stayed the same, and the paragraphs
//! beside the drawing.

use crate::page::{around, by_id, check_cites, check_says, edition, name, plain, root, text, within};
use scraper::ElementRef;
use story::{Inline, Resolution, vocabulary::Body};

#[test]
fn every_year_can_be_chosen_and_has_its_text() {
    for year in &edition().shift.years {
        let choice = within(by_id("shift"), &format!("input[type='radio'][name='year'][value='{}']", year.year)).next();
        let choice = choice.unwrap_or_else(|| panic!("{} cannot be chosen", year.year));
        let description = by_id(choice.attr("aria-describedby").unwrap_or_else(|| panic!("{} is not described", year.year)));
        check_says(description, [&year.text]);
        check_says(description, roles(year.year));
        let panel = by_id(&format!("panel-{}", year.year));
        check_says(panel, [&year.year.to_string(), &text(description)]);
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
fn every_aspect_says_whether_it_changed() {
    let labels = &edition().labels.shift;
    for aspect in &edition().shift.aspects {
        let row = row(&aspect.label);
        check_says(row, [if aspect.is_same { &labels.same } else { &labels.changed }]);
        check_says(row, [plain(&aspect.before), plain(&aspect.after)]);
        check_cites(row, &aspect.before_sources);
        check_cites(row, &aspect.after_sources);
        // Exactly the changed words are strong.
        for (side, inlines) in [("td.before", &aspect.before), ("td.after", &aspect.after)] {
            let strong: Vec<String> = within(row, &format!("{side} strong")).map(text).collect();
            assert_eq!(strong, strong_passages(inlines), "{:?}", aspect.label);
            assert_eq!(strong.is_empty(), aspect.is_same, "{:?}", aspect.label);
        }
    }
}

#[test]
fn everything_that_stayed_the_same_is_listed() {
    for item in &edition().shift.unchanged {
        let listed = row(&item.label);
        assert!(
            around(listed).any(|element| element.attr("id") == Some("unchanged")),
            "{:?} is not in the element that links name",
            item.label
        );
        check_says(listed, [&edition().labels.shift.same, &item.text]);
        check_says(listed, item.since.iter().map(|date| date.year.to_string()));
        check_cites(listed, &item.sources);
    }
}

#[test]
fn every_stage_has_its_text_and_its_steps() {
    let stages: Vec<_> = within(by_id("shift"), ".stages > li").collect();
    let last = edition().shift.years.last().expect("the loader demands years").year;
    assert_eq!(stages.len(), edition().shift.stages.len());
    for (item, stage) in stages.into_iter().zip(&edition().shift.stages) {
        check_says(item, [plain(&stage.text), stage.year.to_string()]);
        let year = |end: &str| -> i16 {
            item.attr(end).and_then(|year| year.parse().ok()).unwrap_or_else(|| panic!("{} has no {end}", name(item)))
        };
        assert_eq!((year("data-from"), year("data-until")), (stage.year, if stage.onward { last } else { stage.year }));
        let steps = within(by_id("shift"), &format!(".steps [data-at='{}']", stage.year)).count();
        let adopted = edition().resolutions.iter().filter(|text| text.adopted_on.year == stage.year).count();
        assert_eq!(steps, adopted, "steps of {}", stage.year);
    }
    // The story does not have these paragraphs.
    assert_eq!(within(root(), ".stages").count(), 0);
}

fn strong_passages(text: &[Inline]) -> Vec<String> {
    let strong = |piece: &Inline| match piece {
        Inline::Strong(text) => Some(plain(text)),
        _ => None,
    };
    text.iter().filter_map(strong).collect()
}

/// Returns the texts that a year has to show for Geneva and for New York: Japan's role and the symbol of the
/// resolution, or the label for years without a resolution.
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

/// Returns the table row with this heading.
#[track_caller]
fn row(heading: &str) -> ElementRef<'static> {
    let is_row = |row: &ElementRef<'_>| within(*row, "th[scope='row']").any(|cell| text(cell) == heading);
    let row = within(by_id("shift"), "tr").find(is_row);
    row.unwrap_or_else(|| panic!("{} has no row {heading:?}", name(by_id("shift"))))
}
