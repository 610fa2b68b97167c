//! Checks that the entries of the content's tables are on the pages: events, resolutions and their votes, counts,
//! reasons, and notes on roll calls.

use crate::page::{by_id, check_cites, check_dated, check_says, edition, name, one_line, plain, text, within};
use scraper::ElementRef;
use story::{
    Event, VoteYears,
    vocabulary::{Ballot, Body, Confidence, Sayer, Thread, Vocabulary, VotePattern},
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
fn lists_of_headlines_link_to_their_events() {
    let check_headlines = |part: &str, belongs: &dyn Fn(&Event) -> bool| {
        for event in edition().events.iter().filter(|event| belongs(event)) {
            let headline = within(by_id(part), &format!(".headlines > li:has(a[href$='#event-{}'])", event.id)).next();
            let headline = headline.unwrap_or_else(|| panic!("#{part} has no link to {}", event.id));
            check_says(headline, [&event.title]);
            check_dated(headline, event.date);
            check_cites(headline, &event.sources);
        }
    };
    check_headlines("abductions", &|event| event.threads.contains(&Thread::Abductions));
    check_headlines("what-next", &|event| event.date > edition().decision && event.date.is_day());
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
fn every_recorded_vote_has_a_column_with_its_yes_votes_that_leads_to_its_roll_call() {
    for (figure, bodies) in [("vote-patterns", &[Body::Assembly][..]), ("geneva-votes", &[Body::Commission, Body::Council])] {
        let figure = by_id(figure);
        let mut columns = within(figure, ".vote-bars li");
        for years in bodies.iter().flat_map(|body| edition().vote_years(*body)) {
            let column = columns.next().expect("each vote and each gap of years has a column");
            let link = within(column, "a").next().and_then(|link| link.attr("href"));
            match years {
                VoteYears::Voted(vote) => {
                    assert_eq!(link, Some(&*format!("#resolution-{}", vote.id)));
                    check_says(column, [vote.adopted_on.year.to_string()]);
                    let yes = within(column, "b").next().map(text);
                    assert_eq!(yes, vote.tally.map(|tally| tally.yes.to_string()), "{}", vote.symbol);
                }
                VoteYears::Unvoted { from, .. } => {
                    assert_eq!(link, None, "there was no vote from {from} on");
                    check_says(column, [&from.to_string(), &edition().labels.history.without_vote]);
                }
            }
        }
        assert_eq!(columns.count(), 0);
    }
}

#[test]
fn years_without_a_vote_are_bands_and_the_last_ones_name_the_last_vote() {
    for (body, place) in [(Body::Assembly, "#vote-patterns"), (Body::Council, "[data-body='council']")] {
        let plot = within(by_id("recorded-votes"), &format!("{place} .plot")).next().expect("the body has a drawing");
        let years = edition().vote_years(body);
        let unvoted = years.iter().filter(|years| matches!(years, VoteYears::Unvoted { .. })).count();
        assert_eq!(within(plot, ".bands rect").count(), unvoted);
        let mut last = years.iter().filter_map(|years| match years {
            VoteYears::Voted(vote) => Some(vote.adopted_on.year.to_string()),
            VoteYears::Unvoted { .. } => None,
        });
        let since = edition().labels.history.strips_since.replace("{y}", &last.next_back().expect("the body voted"));
        let labels: Vec<_> = within(plot, "svg text").map(text).collect();
        assert_eq!((labels.len(), labels.last()), (unvoted, Some(&since)), "{body:?}");
    }
}

#[test]
fn the_findings_on_the_votes_are_true() {
    let states = |pattern: VotePattern| edition().ballots_in_assembly().filter(|(_, ballots)| vote_pattern(ballots) == pattern).count();
    let never_changed = states(VotePattern::OnlyYes) + states(VotePattern::OnlyAbstained) + states(VotePattern::OnlyNo);
    assert!(2 * never_changed > edition().ballots_in_assembly().count(), "{never_changed} states never changed their vote");
    assert!(states(VotePattern::NearerYes) > states(VotePattern::NearerNo));
    // The title of the figure about Geneva names exactly the years of votes in which at most half of the members voted
    // Yes.
    for vote in edition().resolutions.iter().filter(|vote| vote.body != Body::Assembly) {
        let Some(tally) = vote.tally else { continue };
        let year = vote.adopted_on.year.to_string();
        let is_excepted = edition().labels.history.geneva_title.contains(&year);
        assert_eq!(2 * tally.yes <= tally.members(), is_excepted, "{year}: {} of {} voted yes", tally.yes, tally.members());
    }
}

#[test]
fn lines_in_geneva_are_as_many_as_the_votes() {
    for body in [Body::Commission, Body::Council] {
        let place = format!("[data-body='{}'] path", body.word());
        for ballot in [Ballot::Yes, Ballot::Abstain, Ballot::No] {
            let path = within(by_id("geneva-votes"), &place).find(|path| path.attr("data-ballot") == Some(ballot.word()));
            let drawn: f32 = path.and_then(|path| path.attr("d")).expect("the ballot is drawn").split('M').skip(1).map(lines_of).sum();
            // A No vote is drawn as two strokes.
            let halves = if ballot == Ballot::No { 2 } else { 1 };
            let votes = edition().resolutions.iter().filter(|vote| vote.body == body).filter_map(|vote| vote.tally);
            let cast = votes.map(|tally| match ballot {
                Ballot::Yes => tally.yes,
                Ballot::Abstain => tally.abstain,
                Ballot::No => tally.no,
                Ballot::Absent => tally.not_voting,
            });
            assert_eq!(drawn, f32::from(cast.sum::<u16>() * halves), "{body:?}, {ballot:?}");
        }
    }
}

/// Returns the number of lines into which dashes divide a vertical stroke. `stroke` has the form `x yvlength`, as in
/// `3 0v7.5`. Each line is 2 units high. The gap between two lines is 0.75 units high.
fn lines_of(stroke: &str) -> f32 {
    let (_, length) = stroke.split_once('v').expect("a stroke goes down");
    (length.parse::<f32>().expect("a length") + 0.75) / 2.75
}

#[test]
fn one_result_is_guessed_before_it_is_shown() {
    let guess = by_id("guesses");
    let guessed: Vec<_> = edition().resolutions.iter().filter(|vote| vote.guess.is_some()).collect();
    let [vote] = guessed[..] else { panic!("readers guess {} results", guessed.len()) };
    let tally = vote.tally.expect("it was voted on");
    check_says(within(guess, "h3").next().expect("the question is a heading"), &vote.guess);
    let slider = within(guess, "input[type='range']").next().expect("a slider");
    assert_eq!(slider.attr("max"), Some(&*tally.members().to_string()));
    let answer = within(guess, "details").next().expect("the answer is in a closed element");
    check_says(answer, [tally.yes.to_string()]);
    // The text before the answer must not reveal the result.
    let text_before =
        within(by_id("un-history"), ".body > p").map(text).chain(within(guess, "h3, .asking").map(text)).collect::<Vec<_>>().join(" ");
    assert!(!text_before.is_empty() && !text_before.contains(&tally.yes.to_string()), "{text_before}");
}

#[test]
fn every_note_on_a_roll_call_stands_under_its_anchor() {
    for note in &edition().roll_call_notes {
        let place = by_id(&format!("note-{}", note.id));
        check_says(place, [&plain(&note.text)]);
        check_cites(place, &note.sources);
        let link = within(place, &format!("a[href$='#resolution-{}']", note.resolution)).next();
        assert!(link.is_some(), "the note {} has no link to its resolution", note.id);
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
fn every_reason_names_its_speakers_with_sources() {
    let figure = by_id("reasons");
    for reason in &edition().reasons {
        let row = within(figure, "tbody tr").find(|row| within(*row, "th").any(|name| text(name) == one_line(&reason.name)));
        let cells: Vec<_> = within(row.unwrap_or_else(|| panic!("{} has no row", reason.id)), "td").collect();
        for ((_, sayer), cell) in Sayer::WORDS.iter().zip(cells) {
            match reason.said_by.iter().find(|said| said.sayer == *sayer) {
                Some(said) => {
                    check_says(cell, [edition().labels.word(said.evidence)]);
                    check_cites(cell, &said.sources);
                    check_leads_to_words(cell, &said.voices);
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
}

/// Checks that `cell` has one link that leads to the first of `voices` and opens all of them. Checks that each voice is
/// on a page. Without voices, `cell` has no such link.
#[track_caller]
fn check_leads_to_words(cell: ElementRef<'_>, voices: &[String]) {
    let anchors: Vec<String> = voices.iter().map(|id| format!("voice-{id}")).collect();
    let links: Vec<_> = within(cell, "a[data-opens]").collect();
    assert_eq!(links.len(), usize::from(!voices.is_empty()), "{}", name(cell));
    for link in links {
        assert_eq!(link.attr("data-opens"), Some(&*anchors.join(" ")));
        assert_eq!(link.attr("href"), Some(&*format!("#{}", anchors[0])));
        for anchor in &anchors {
            assert_eq!(by_id(anchor).attr("class"), Some("voice"), "{anchor}");
        }
    }
}

/// Checks that `element` shows `count` as the number of countries that cast `ballot`.
#[track_caller]
fn check_ballots(element: ElementRef<'_>, ballot: Ballot, count: u16) {
    let shown = within(element, &format!("[data-ballot='{}']", ballot.word())).map(text).find(|shown| !shown.is_empty());
    let shown = shown.unwrap_or_else(|| panic!("{} does not show how many voted {}", name(element), ballot.word()));
    assert!(shown.split(' ').any(|word| word == count.to_string()), "{}: {count} expected in {shown:?}", name(element));
}

/// Checks that `element` has the note "one source" if `confidence` is [`Confidence::OneSource`], and only then.
#[track_caller]
fn check_support(element: ElementRef<'_>, confidence: Confidence) {
    // Only the text of the note is compared, because the text of an event may contain the same words.
    let says_so = within(element, ".one-source").any(|note| text(note) == one_line(&edition().labels.history.one_source));
    assert_eq!(says_so, confidence == Confidence::OneSource, "{}", name(element));
}
