//! Tests that the real content is valid and is read completely. Also tests the words of closed sets, and the parsing of
//! dates.

mod real;

use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use real::EDITION;
use std::collections::BTreeSet;
use story::{
    PartialDate, Tally, VoteYears,
    vocabulary::{
        Adoption, Authorship, Ballot, Body, Change, Confidence, CountList, Fate, Kind, Precision, Region, Role, Speaker, Thread, Verdict,
        Vocabulary, VoiceList,
    },
};

#[test]
fn the_content_is_sound() {
    assert_eq!(real::problems(&real::EVERY_LANGUAGE), []);
}

#[test]
fn every_row_is_read() {
    let rows = |file: &str| real::text(file).lines().count() - 1;
    let entries = |file: &str, head: &str| real::text(file).lines().filter(|line| *line == head).count();
    assert_eq!(EDITION.sources.len(), rows("sources.csv"));
    assert_eq!(EDITION.events.len(), rows("events.csv"));
    assert_eq!(EDITION.countries.len(), rows("countries.csv"));
    assert_eq!(EDITION.people.len(), rows("people.csv"));
    assert_eq!(EDITION.resolutions.len(), rows("resolutions.csv"));
    assert_eq!(EDITION.resolutions.iter().map(|resolution| resolution.roll_call.len()).sum::<usize>(), rows("votes.csv"));
    assert_eq!(EDITION.statements.len(), entries("statements.toml", "[[statement]]"));
    assert_eq!(EDITION.voices.len(), entries("voices.toml", "[[voice]]"));
    assert_eq!(EDITION.counts.len(), entries("counts.toml", "[[count]]"));
    assert_eq!(EDITION.coast.len(), entries("coast.toml", "[[shore]]"));
    assert_eq!(EDITION.terms.len(), entries("glossary.toml", "[[term]]"));
    assert_eq!(EDITION.roll_call_notes.len(), entries("roll-call-notes.toml", "[[note]]"));
    assert_eq!(EDITION.quotations.len(), entries("quotations.toml", "[[version]]"));
}

#[test]
fn years_of_votes_cover_each_resolution_once() {
    for (_, body) in Body::WORDS {
        let years = EDITION.vote_years(*body);
        let of_body = EDITION.resolutions.iter().filter(|resolution| resolution.body == *body);
        let mut unvoted = 0;
        for resolution in of_body {
            let year = resolution.adopted_on.year;
            let found = years.iter().filter(|years| match years {
                VoteYears::Voted(vote) => vote.id == resolution.id,
                VoteYears::Unvoted { from, to } => resolution.tally.is_none() && (*from..=*to).contains(&year),
            });
            assert_eq!(found.count(), 1, "{}", resolution.id);
            unvoted += usize::from(resolution.tally.is_none());
        }
        let votes = years.iter().filter(|years| matches!(years, VoteYears::Voted(_))).count();
        assert_eq!(votes + unvoted, EDITION.resolutions.iter().filter(|resolution| resolution.body == *body).count());
        let are_apart = years.windows(2).all(|pair| !matches!(pair, [VoteYears::Unvoted { .. }, VoteYears::Unvoted { .. }]));
        assert!(are_apart, "{body:?}: years without a vote that follow one another are one");
    }
}

#[test]
fn roll_calls_sum_to_their_tallies() {
    for resolution in &EDITION.resolutions {
        let count = |ballot| resolution.roll_call.iter().filter(|(_, vote)| *vote == ballot).count() as u16;
        let [yes, no, abstain, not_voting] = [Ballot::Yes, Ballot::No, Ballot::Abstain, Ballot::Absent].map(count);
        let counted = (!resolution.roll_call.is_empty()).then_some(Tally { yes, no, abstain, not_voting });
        assert_eq!(counted, resolution.tally, "{}", resolution.id);
        assert_eq!(counted.is_some(), resolution.adoption == Adoption::Vote, "{}", resolution.id);
        let states: BTreeSet<_> = resolution.roll_call.iter().map(|(iso3, _)| iso3).collect();
        assert_eq!(states.len(), resolution.roll_call.len(), "{}", resolution.id);
        assert_eq!(usize::from(counted.unwrap_or_default().members()), states.len(), "{}", resolution.id);
    }
}

#[test]
fn statements_run_from_0_and_sources_from_1() {
    assert!(EDITION.statements.iter().map(|statement| usize::from(statement.number)).eq(0..EDITION.statements.len()));
    assert!(EDITION.sources.iter().map(|source| source.number).eq(1..=EDITION.sources.len()));
    assert!(EDITION.sources.iter().all(|source| EDITION.source(source.number).is_some_and(|found| found.key == source.key)));
    assert!(EDITION.source(0).is_none());
}

#[test]
fn tables_are_in_order() {
    assert!(EDITION.events.is_sorted_by_key(|event| event.date));
    assert!(EDITION.resolutions.is_sorted_by_key(|resolution| resolution.adopted_on));
    assert!(EDITION.countries.is_sorted_by_key(|country| country.name.to_lowercase()));
    assert!(EDITION.terms.is_sorted_by_key(|term| term.term.to_lowercase()));
    assert!(EDITION.shift.years.windows(2).all(|pair| pair[0].year + 1 == pair[1].year));
}

#[test]
fn everything_has_sources_that_exist() {
    let lists = (EDITION.statements.iter().map(|statement| &statement.sources))
        .chain(EDITION.events.iter().map(|event| &event.sources))
        .chain(EDITION.voices.iter().map(|voice| &voice.sources))
        .chain(EDITION.counts.iter().map(|count| &count.sources))
        .chain(EDITION.terms.iter().map(|term| &term.sources))
        .chain(EDITION.resolutions.iter().map(|resolution| &resolution.sources));
    for sources in lists {
        assert!(!sources.is_empty() && sources.is_sorted_by(|one, other| one < other), "{sources:?}");
        assert!(sources.iter().all(|number| EDITION.source(*number).is_some()), "{sources:?}");
    }
}

/// Asserts that each word of a closed set parses to its member, that the member returns the word, and that the edition
/// has a name for the member.
fn check_set<T: Vocabulary + PartialEq + std::fmt::Debug>() {
    for (word, member) in T::WORDS {
        assert_eq!(T::parse(word), Some(*member));
        assert_eq!(member.word(), *word);
        assert!(!EDITION.labels.word(*member).is_empty(), "{word} has no name");
        assert_eq!(T::parse(&format!("{word} ")), None);
    }
}

#[test]
fn words_of_closed_sets_stand_for_themselves() {
    check_set::<Adoption>();
    check_set::<Authorship>();
    check_set::<Ballot>();
    check_set::<Body>();
    check_set::<Change>();
    check_set::<Confidence>();
    check_set::<CountList>();
    check_set::<Fate>();
    check_set::<Kind>();
    check_set::<Precision>();
    check_set::<Region>();
    check_set::<Role>();
    check_set::<Speaker>();
    check_set::<Thread>();
    check_set::<Verdict>();
    check_set::<VoiceList>();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dates_are_written_as_they_are_read(year in 0_i16..=9999, month in 1_i8..=12, day in 1_i8..=28, exact in 0..3) {
        let date = PartialDate { year, month: (exact > 0).then_some(month), day: (exact > 1).then_some(day) };
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        prop_assert_eq!(date.is_day(), exact == 2);
    }

    #[test]
    fn whatever_is_read_as_a_date_is_written_so(text in "[0-9]{4}(-[0-9]{2}){0,2}") {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn no_text_panics_the_reader_of_dates(text in any::<String>(), near in "[0-9２é-]{0,12}") {
        for text in [text, near] {
            prop_assert_eq!(text.parse::<PartialDate>().is_ok_and(|date| date.to_string() != text), false);
        }
    }
}
