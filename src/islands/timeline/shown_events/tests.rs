//! Tests which of two thousand random events are shown. Compares the result with that of a simple implementation.

use super::*;
use proptest::{collection::vec, option, prelude::*, sample::subsequence};

const MANY: usize = 2_000;
const WORDS: [&str; 3] = ["abductions", "un", "diplomacy"];

/// Generates a set of at least `least` threads.
fn threads(least: usize) -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(WORDS.to_vec(), least..=WORDS.len())
}

fn view(threads: &[&str], span: Option<(i16, i16)>) -> ViewState {
    ViewState { threads: threads.iter().filter_map(|word| Thread::parse(word)).collect(), span, ..ViewState::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn many_events(
        events in vec((1900..2100_i16, threads(1)), MANY),
        chosen in threads(0),
        span in option::of((1900..2100_i16, 0..80_i16)),
        target in option::of(0..MANY),
    ) {
        let span = span.map(|(from, years)| (from, from + years));
        let expected: Vec<usize> = (0..MANY)
            .filter(|index| {
                let (year, threads) = &events[*index];
                let in_thread = chosen.is_empty() || threads.iter().any(|thread| chosen.contains(thread));
                let in_span = span.is_none_or(|(from, to)| from <= *year && *year <= to);
                in_thread && in_span || target == Some(*index)
            })
            .collect();
        let filter = Filter::new(&view(&chosen, span), target);
        let events: Vec<Event> = events.iter().map(|(year, threads)| Event::new(*year, threads.iter().copied())).collect();
        prop_assert_eq!(filter.shown(&events).collect::<Vec<_>>(), expected.clone());

        // Steps forward and back reach exactly the events that are shown.
        let steps = |start: Option<usize>, forward: bool| std::iter::successors(start, |here| filter.next(&events, Some(*here), forward)).collect::<Vec<_>>();
        prop_assert_eq!(steps(filter.next(&events, None, true), true), expected.clone());
        let back: Vec<usize> = expected.iter().rev().copied().collect();
        prop_assert_eq!(steps(expected.last().copied(), false), back);
    }
}

#[test]
fn without_a_choice_all_are_shown() {
    let events = [Event::new(1977, ["abductions"].into_iter()), Event::new(2019, ["un", "diplomacy"].into_iter())];
    assert_eq!(Filter::default().shown(&events).count(), events.len());
}
