//! What stands in the content's tables: events, resolutions, figures, people, notes on roll calls.

use crate::page::{by_id, check_cites, check_dated, check_says, edition, name, one_line, plain, text, within};
use scraper::ElementRef;
use story::{
    Event,
    vocabulary::{Ballot, Confidence, Sayer, Thread, Vocabulary, VotePattern},
    vote_pattern,
};

#[test]
fn every_event_stands_under_its_anchor() {
    for event in &edition().events {
        let place = by_id(&format!("event-{}", event.id));
        check_says(place, [&event.title, &plain(&event.text), &event.who]);
        check_dated(place, event.date);
        check_cites(place, &event.sources);
        check_support(place, event.confidence);
    }
}

#[test]
fn cases_and_what_happened_next_name_their_events_and_lead_to_them() {
    let named = |part: &str, belongs: &dyn Fn(&Event) -> bool| {
        for event in edition().events.iter().filter(|event| belongs(event)) {
            let headline = within(by_id(part), &format!(".headlines > li:has(a[href$='#event-{}'])", event.id)).next();
            let headline = headline.unwrap_or_else(|| panic!("#{part} does not lead to {}", event.id));
            check_says(headline, [&event.title]);
            check_dated(headline, event.date);
            check_cites(headline, &event.sources);
        }
    };
    named("abductions", &|event| event.threads.contains(&Thread::Abductions));
    named("what-next", &|event| event.date > edition().decision && event.date.is_day());
}

#[test]
fn every_resolution_stands_under_its_anchor() {
    let labels = &edition().labels;
    for resolution in &edition().resolutions {
        let place = by_id(&format!("resolution-{}", resolution.id));
        check_says(place, [&resolution.symbol, &plain(&resolution.new)]);
        check_says(place, [labels.word(resolution.body), labels.word(resolution.japan), labels.word(resolution.authorship)]);
        check_dated(place, resolution.adopted_on);
        check_cites(place, &resolution.sources);
        check_support(place, resolution.confidence);
        match resolution.tally {
            None => check_says(place, [labels.word(resolution.adoption)]),
            Some(tally) => {
                let of = [
                    (Ballot::Yes, tally.yes),
                    (Ballot::No, tally.no),
                    (Ballot::Abstain, tally.abstain),
                    (Ballot::Absent, tally.not_voting),
                ];
                of.iter().for_each(|(ballot, count)| check_ballots(place, *ballot, *count));
            }
        }
    }
}

#[test]
fn every_resolution_is_drawn_with_its_vote_or_the_lack_of_one() {
    let labels = &edition().labels;
    for resolution in &edition().resolutions {
        let link = format!("a[href$='#resolution-{}']", resolution.id);
        let drawn = within(by_id("recorded-votes"), "li").find(|item| within(*item, &link).next().is_some());
        let drawn = drawn.unwrap_or_else(|| panic!("{} is not drawn", resolution.symbol));
        check_says(drawn, [labels.word(resolution.japan), labels.word(resolution.authorship)]);
        let marked = within(drawn, ".unvoted").next().is_some();
        assert_eq!(marked, resolution.tally.is_none(), "{}: the mark for what is adopted without a vote", resolution.symbol);
        match resolution.tally {
            None => check_says(drawn, [&labels.history.without_vote]),
            Some(tally) => {
                check_ballots(drawn, Ballot::Yes, tally.yes);
                check_ballots(drawn, Ballot::Abstain, tally.abstain);
                check_ballots(drawn, Ballot::No, tally.no);
            }
        }
    }
}

#[test]
fn every_note_on_a_roll_call_stands_under_its_anchor() {
    for note in &edition().roll_call_notes {
        let place = by_id(&format!("note-{}", note.id));
        check_says(place, [&plain(&note.text)]);
        check_cites(place, &note.sources);
        let link = within(place, &format!("a[href$='#resolution-{}']", note.resolution)).next();
        assert!(link.is_some(), "the note {} does not lead to its resolution", note.id);
    }
}

#[test]
fn every_figure_stands_under_its_anchor() {
    for count in &edition().counts {
        let place = by_id(&format!("figure-{}", count.id));
        check_says(place, [&count.value.to_string(), &plain(&count.means), &count.says]);
        check_says(place, count.caveat.as_deref().map(plain));
        check_cites(place, &count.sources);
        check_support(place, count.confidence);
        if let Some(date) = count.date {
            check_dated(place, date);
        }
    }
}

#[test]
fn every_reason_names_who_gives_it_with_sources() {
    let figure = by_id("reasons");
    for reason in &edition().reasons {
        let row = within(figure, "tbody tr").find(|row| within(*row, "th").any(|name| text(name) == one_line(&reason.name)));
        let cells: Vec<_> = within(row.unwrap_or_else(|| panic!("{} has no row", reason.id)), "td").collect();
        for ((_, sayer), cell) in Sayer::WORDS.iter().zip(cells) {
            match reason.said_by.iter().find(|said| said.sayer == *sayer) {
                Some(said) => {
                    check_says(cell, [edition().labels.word(said.evidence)]);
                    check_cites(cell, &said.sources);
                }
                None => check_says(cell, [&edition().labels.why.reasons_none]),
            }
        }
    }
}

#[test]
fn every_state_that_voted_is_in_one_group_of_the_strips() {
    let figure = by_id("vote-patterns");
    let counts: Vec<usize> = within(figure, ".strip-groups b").map(|count| text(count).parse().expect("a number")).collect();
    let cast = edition().ballots_in_assembly().filter(|(_, ballots)| vote_pattern(ballots) != VotePattern::NoneCast).count();
    assert_eq!(counts.iter().sum::<usize>(), cast);
    for vote in edition().assembly_votes() {
        let yes = vote.tally.expect("it was voted on").yes.to_string();
        assert!(within(figure, ".strip-years b").any(|count| text(count) == yes), "{}: {yes} is not shown", vote.symbol);
    }
}

/// Holds that `element` shows how many voted so.
#[track_caller]
fn check_ballots(element: ElementRef<'_>, ballot: Ballot, count: u16) {
    let shown = within(element, &format!("[data-ballot='{}']", ballot.word())).map(text).find(|shown| !shown.is_empty());
    let shown = shown.unwrap_or_else(|| panic!("{} does not show who voted {}", name(element), ballot.word()));
    assert!(shown.split(' ').any(|word| word == count.to_string()), "{}: {count} expected in {shown:?}", name(element));
}

/// Holds that `element` says that it rests on one source if, and only if, it does.
#[track_caller]
fn check_support(element: ElementRef<'_>, confidence: Confidence) {
    // An event's own text may say the same words.
    let says_so = within(element, ".one-source").any(|note| text(note) == one_line(&edition().labels.history.one_source));
    assert_eq!(says_so, confidence == Confidence::OneSource, "{}", name(element));
}
