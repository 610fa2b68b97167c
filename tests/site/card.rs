//! Checks that cards and the depth control are native elements, which work without script. Also checks that islands
//! have content before the app starts.

use crate::page::{all, around, by_id, name, root, text, within};
use scraper::ElementRef;
use story::vocabulary::{Subject, Vocabulary};

#[test]
fn cards_are_closed_details_with_a_summary() {
    for part in [Subject::Abductions, Subject::UnHistory].map(Vocabulary::word) {
        assert!(within(root(), &format!("[id='{part}'] details")).next().is_some(), "#{part} has no card");
    }
    for card in within(root(), "main details") {
        assert!(card.attr("open").is_none(), "{} is open at first", name(card));
        let summary = card.child_elements().next().filter(|child| child.value().name() == "summary");
        assert!(summary.is_some_and(|summary| !text(summary).is_empty()), "{} has no summary", name(card));
        assert!(text(card).len() > text(summary.unwrap_or(card)).len(), "{} holds nothing", name(card));
    }
}

#[test]
fn every_card_can_be_named_by_a_link() {
    // The element with the answer to the guess has no id. Otherwise a link could open this element and show the result
    // before the reader guesses. Links also do not open elements in dialogs.
    let is_excluded = |around: ElementRef<'_>| around.attr("id") == Some("guesses") || around.value().name() == "dialog";
    for card in all("details").filter(|card| !around(*card).any(is_excluded)) {
        let id = card.attr("id").unwrap_or_else(|| panic!("{} has no id", name(card)));
        assert!(id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{id} cannot stand in the address");
    }
}

#[test]
fn depths_are_radio_buttons_with_the_middle_one_chosen() {
    let labels = &crate::page::edition().labels.depth;
    let choices: Vec<_> = all("input[type='radio'][name='depth']").collect();
    let values: Vec<_> = choices.iter().filter_map(|choice| choice.attr("value")).collect();
    assert_eq!(values, ["brief", "standard", "everything"]);
    let chosen: Vec<_> =
        choices.iter().filter(|choice| choice.attr("checked").is_some()).filter_map(|choice| choice.attr("value")).collect();
    assert_eq!(chosen, ["standard"]);
    for (choice, words) in choices.iter().zip([&labels.brief, &labels.standard, &labels.everything]) {
        let label = choice.ancestors().filter_map(ElementRef::wrap).find(|around| around.value().name() == "label");
        crate::page::check_says(label.expect("a choice stands in its label"), [words]);
    }
}

#[test]
fn the_page_says_that_the_app_failed_where_styles_can_show_it() {
    crate::page::check_says(by_id("top"), [&crate::page::edition().labels.site.failed]);
    assert_eq!(crate::page::root().attr("data-app"), Some("static"));
}

#[test]
fn islands_have_content_before_the_app_starts() {
    for island in all("[data-island]") {
        let which = island.attr("data-island").unwrap_or_default();
        assert!(!text(island).is_empty(), "{which} is empty without script");
        assert!(island.attr("data-live").is_none(), "{which} is marked as live before any script");
    }
    assert!(within(by_id("shift"), "[data-island='shift']").next().is_some(), "the part #shift lacks its island");
}
