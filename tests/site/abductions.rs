//! Checks the figures of the abduction issue: the names, the map of the cases, the lists, and the chart of the police
//! list.

use crate::page::{by_id, check_cites, check_dated, check_says, edition, pages, plain, text, within};
use scraper::ElementRef;
use std::collections::BTreeSet;
use story::{
    Count, Event,
    vocabulary::{CountList, Fate, Vocabulary},
};

/// Returns the events that are the cases of people on the official list.
fn cases() -> impl Iterator<Item = &'static Event> {
    edition().events.iter().filter(|event| edition().people.iter().any(|person| person.event == event.id))
}

#[test]
fn every_person_is_named_in_their_group_and_leads_to_their_case() {
    for person in &edition().people {
        let link = format!("tbody tr[data-fate='{}'] a[href$='#event-{}'][data-box='case-{1}']", person.fate.word(), person.event);
        let named = within(by_id("names"), &link).any(|link| text(link) == plain(&person.name));
        assert!(named, "{} is not named, or the link does not lead to the case", person.id);
    }
}

#[test]
fn every_case_has_the_text_of_the_timeline() {
    for event in cases() {
        let case = by_id(&format!("case-{}", event.id));
        assert!(case.attr("popover").is_some(), "{} does not open", event.id);
        check_says(case, [&event.title, &plain(&event.text), &event.who]);
        check_dated(case, event.date);
        check_cites(case, &event.sources);
        let link = within(case, &format!("a[href$='#event-{}']", event.id)).next();
        assert!(link.is_some(), "the case {} has no link to the timeline", event.id);
    }
}

#[test]
fn every_count_is_a_bracket_over_the_names_that_it_counts() {
    let people = |fates: &[Fate]| edition().people.iter().filter(|person| fates.contains(&person.fate)).count();
    let figure = by_id("names");
    let rows: Vec<_> = within(figure, "tbody tr").collect();
    assert_eq!(rows.len(), edition().people.len());
    for fates in [
        &[Fate::Returned][..],
        &[Fate::SaidDead],
        &[Fate::NotAdmitted],
        &[Fate::Returned, Fate::SaidDead],
        &[Fate::SaidDead, Fate::NotAdmitted],
    ] {
        let first = rows.iter().position(|row| row.attr("data-fate") == Some(fates[0].word())).expect("the group has a row");
        let count = people(fates).to_string();
        let bracket = within(rows[first], ".bracket").find(|bracket| bracket.attr("rowspan") == Some(&count));
        check_says(bracket.unwrap_or_else(|| panic!("no bracket over {fates:?}")), [&count]);
        let covered = &rows[first..first + people(fates)];
        let is_counted = |row: &ElementRef<'_>| fates.iter().any(|fate| row.attr("data-fate") == Some(fate.word()));
        assert!(covered.iter().all(is_counted), "the bracket over {fates:?} covers other people");
    }
}

#[test]
fn every_place_is_marked_and_every_case_is_listed() {
    let figure = by_id("coast");
    let places = &edition().places;
    let marks: BTreeSet<String> = within(figure, "svg g").map(text).collect();
    assert_eq!(marks.len(), places.len());
    for place in places {
        let event = cases().find(|event| event.id == place.event).expect("the place of a case");
        let mark = marks.iter().find(|mark| mark.starts_with(&place.name)).unwrap_or_else(|| panic!("{} has no mark", place.name));
        assert!(mark.contains(&event.date.year.to_string()), "the mark of {} lacks the year", place.name);
    }
    for event in cases() {
        let name = places.iter().find(|place| place.event == event.id).map_or(&event.title, |place| &place.name);
        let entry = within(figure, "li").find(|entry| within(*entry, "b").any(|title| text(title) == *name));
        let entry = entry.unwrap_or_else(|| panic!("{} is not listed", event.id));
        check_dated(entry, event.date);
        check_cites(entry, &event.sources);
        check_says(entry, edition().people.iter().filter(|person| person.event == event.id).map(|person| plain(&person.name)));
    }
    let placed = edition().people.iter().filter(|person| places.iter().any(|place| place.event == person.event)).count();
    check_says(
        within(figure, "h3").next().expect("a title"),
        [placed, edition().people.len(), places.len()].map(|number| number.to_string()),
    );
}

#[test]
fn every_mark_lies_within_the_map() {
    let svg = within(by_id("coast"), "svg").next().expect("a map");
    let size: Vec<f32> = svg.attr("viewBox").expect("a size").split(' ').map(number).collect();
    for circle in within(svg, "circle") {
        let [x, y] = ["cx", "cy"].map(|name| number(circle.attr(name).expect("a place")));
        assert!((0.0..size[2]).contains(&x) && (0.0..size[3]).contains(&y), "a mark lies outside of the map: {x} {y}");
    }
}

#[test]
fn the_lists_are_titled_with_their_keepers_and_figures() {
    let figure = by_id("lists");
    let lists: Vec<_> = within(figure, "li").collect();
    assert_eq!(lists.len(), 3);
    for item in lists {
        let id = item.attr("data-count").expect("a figure");
        let count = edition().counts.iter().find(|count| count.id == id).expect("a known figure");
        check_says(item, [&count.value.to_string(), &plain(&count.means), count.choice.as_ref().expect("its keeper")]);
        check_cites(item, &count.sources);
        check_says(within(figure, "h3").next().expect("a title"), [count.value.to_string()]);
    }
    check_says(figure, [&edition().labels.abductions.numbers_overlap]);
}

#[test]
fn the_police_chart_explains_its_largest_rise_and_fall() {
    let mut counts: Vec<&Count> = edition().counts.iter().filter(|count| count.list == CountList::Police && count.date.is_some()).collect();
    counts.sort_by_key(|count| (count.date, count.value));
    let change = |pair: &&[&Count]| i64::from(pair[1].value) - i64::from(pair[0].value);
    let rise = counts.windows(2).max_by_key(change).expect("two figures");
    let fall = counts.windows(2).min_by_key(change).expect("two figures");
    let figure = by_id("police-list");
    assert_eq!(within(figure, "circle").count(), counts.len());
    let annotations: Vec<String> = within(figure, ".annotation").map(text).collect();
    assert!(
        annotations.iter().any(|words| words.contains(&(rise[1].value - rise[0].value).to_string())),
        "the rise is not explained: {annotations:?}"
    );
    check_cites(figure, &rise[1].sources);
    check_cites(figure, &fall[1].sources);
    // The chart labels these counts: the first, the last, those before and after the largest rise, and the one before
    // the largest fall.
    for count in [counts[0], rise[0], rise[1], fall[0], counts[counts.len() - 1]] {
        let named = within(figure, "svg text").any(|label| text(label) == count.value.to_string());
        assert!(named, "{} is not named", count.id);
    }
}

#[test]
fn cases_open_in_the_story_too() {
    let story = *pages().last().expect("there is the story");
    let opened = within(story, "[popover][id^='case-']").count();
    assert_eq!(opened, cases().count());
}

fn number(text: &str) -> f32 {
    text.parse().expect("a number")
}
