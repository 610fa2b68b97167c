//! Tests of reading and writing the query.

use super::{parameter::MOST_OPEN, *};
use proptest::prelude::*;
use vocabulary::Vocabulary;

/// Reads a query, writes it again, and asserts the result.
fn check(query: &str, written: &str) {
    assert_eq!(ViewState::parse(query).serialise(query), written, "{query}");
}

#[test]
fn addresses_of_today() {
    check("", "");
    check("?depth=brief", "depth=brief");
    check("?depth=everything&year=2014", "depth=everything&year=2014");
    check("?year=2014&depth=everything", "depth=everything&year=2014");
    check("?open=un-history.abductions.un-history", "open=abductions.un-history");
    check("?depth=everything&closed=abductions", "depth=everything&closed=abductions");
}

/// Checks links of the forms that readers have shared. The meaning of these links must never change.
#[test]
fn links_of_today_mean_the_same_for_ever() {
    let view = ViewState::default;
    let text = |text: &str| Some(text.to_owned());
    let cards = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let table = [
        ("depth=brief", ViewState { depth: Depth::Brief, ..view() }),
        ("open=article-card.timeline-card", ViewState { switched: cards(&["article-card", "timeline-card"]), ..view() }),
        ("depth=everything", ViewState { depth: Depth::Everything, ..view() }),
        (
            "depth=everything&closed=abductions-card",
            ViewState { depth: Depth::Everything, switched: cards(&["abductions-card"]), ..view() },
        ),
        ("year=2014", ViewState { year: Some(2014), ..view() }),
        ("body=council.assembly", ViewState { bodies: [Body::Council, Body::Assembly].into(), ..view() }),
        (
            "resolution=hrc-25-25&against=hrc-28-22&countries=CHN.JPN",
            ViewState { resolution: text("hrc-25-25"), against: text("hrc-28-22"), countries: vec!["CHN".into(), "JPN".into()], ..view() },
        ),
        ("count=admitted-13", ViewState { count: text("admitted-13"), ..view() }),
        (
            "threads=un.diplomacy&span=2002-2004",
            ViewState { threads: [Thread::UnitedNations, Thread::Diplomacy].into(), span: Some((2002, 2004)), ..view() },
        ),
        (
            "kind=quote&verdict=confirmed&speaker=campaigners",
            ViewState { kind: Some(Kind::Quote), verdict: Some(Verdict::Confirmed), speaker: Some(Speaker::Campaigners), ..view() },
        ),
    ];
    for (query, meaning) in table {
        assert_eq!(ViewState::parse(query), meaning, "{query}");
    }
}

#[test]
fn lists_spans_and_words() {
    check("?body=council.assembly&resolution=hrc-25-25&against=hrc-28-22", "body=council.assembly&resolution=hrc-25-25&against=hrc-28-22");
    check("?countries=CHN.JPN.CHN.KOR.USA", "countries=CHN.JPN.KOR");
    check("?countries=chn.JP.JPN", "countries=JPN");
    check("?threads=diplomacy.nothing&span=2002-2004", "threads=diplomacy&span=2002-2004");
    check("?span=2004-2002", "");
    check("?ruby=off&ruby=on", "ruby=off");
    check("?ruby=on", "");
    check(
        "?kind=quote&verdict=confirmed&speaker=campaigners&count=admitted-13",
        "count=admitted-13&kind=quote&verdict=confirmed&speaker=campaigners",
    );
}

#[test]
fn defaults_are_not_written() {
    check("?depth=standard", "");
    check("?open=", "");
}

#[test]
fn unsound_parts_are_dropped_one_by_one() {
    check("?depth=brief&year=20x4", "depth=brief");
    // Mail programs may damage an address in these ways.
    check("?depth=3Dbrief&countries=3DCHN.JPN", "depth=brief&countries=CHN.JPN");
    check("?depth=brief&year=2014).", "depth=brief&year=2014");
    check("?depth=brief&amp;year=2014", "depth=brief&year=2014");
    check("?depth=nonsense&year=2014", "year=2014");
    check("?year=99999999999999999999", "");
    check("?open=shift.<script>.UPPER..why", "open=shift.why");
    check("?depth&year&open", "");
    check("?closed=abductions", "");
    check("?depth=everything&open=abductions", "depth=everything");
    check("?depth=%ff%fe&year=2014", "year=2014");
}

#[test]
fn of_a_repeated_parameter_the_first_sound_one_counts() {
    check("?year=abcd&year=2014&year=2015", "year=2014");
}

#[test]
fn foreign_parameters_stay() {
    check("?utm_source=mail&year=2014&childId=a%20b&c", "year=2014&utm_source=mail&childId=a%20b&c");
}

#[test]
fn what_the_page_does_not_have_is_dropped() {
    let mut view = ViewState::parse("?open=abductions.elsewhere&year=1066&span=1066-2004");
    view.keep(|id| ["details#abductions", "#y2002", "#y2004"].contains(&id));
    assert_eq!(view.serialise(""), "open=abductions");
    let mut view = ViewState::parse("?span=2002-2004");
    view.keep(|id| ["#y2002", "#y2004"].contains(&id));
    assert_eq!(view.serialise(""), "span=2002-2004");
}

fn word<T: Vocabulary + std::fmt::Debug>() -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(T::WORDS)).prop_map(|found| found.map(|(_, member)| member))
}

fn any_view() -> impl Strategy<Value = ViewState> {
    let id = || prop::option::of("[a-z][a-z0-9-]{0,20}");
    let depth = prop_oneof![Just(Depth::Brief), Just(Depth::Standard), Just(Depth::Everything)];
    let year = prop::option::of(0_i16..=9999);
    let span = prop::option::of((0_i16..=9999, 0_i16..=9999).prop_map(|(one, other)| (one.min(other), one.max(other))));
    let cards = prop::collection::btree_set("[a-z][a-z0-9-]{0,20}", 0..MOST_OPEN).prop_map(|ids| ids.into_iter().collect());
    let countries = prop::collection::btree_set("[A-Z]{3}", 0..=MOST_COUNTRIES).prop_map(|codes| codes.into_iter().collect());
    let bodies = word::<Body>().prop_map(|body| body.into_iter().collect());
    let threads = word::<Thread>().prop_map(|thread| thread.into_iter().collect());
    let page = (depth, cards, year, bodies, id(), id());
    let rest = (countries, id(), threads, span, word::<Kind>(), word::<Verdict>(), word::<Speaker>(), any::<bool>());
    (page, rest).prop_map(|((depth, switched, year, bodies, resolution, against), rest)| {
        let (countries, count, threads, span, kind, verdict, speaker, without_ruby) = rest;
        ViewState {
            depth,
            switched,
            year,
            bodies,
            resolution,
            against,
            countries,
            count,
            threads,
            span,
            kind,
            verdict,
            speaker,
            without_ruby,
        }
    })
}

/// Asserts that a parsed query is written in a form that parses to the same view. Also asserts that writing the view
/// again gives the same form.
fn check_stable(query: &str) {
    let view = ViewState::parse(query);
    let written = view.serialise(query);
    assert_eq!(ViewState::parse(&written), view, "{query:?}, written as {written:?}");
    assert_eq!(view.serialise(&written), written, "{query:?}");
}

#[test]
fn a_parameter_without_a_value_is_left_out() {
    let found: Vec<_> = parameters("?kind=&year=2014").map(|(parameter, value)| (parameter.name(), value)).collect();
    assert_eq!(found, [("year", "2014")]);
}

/// Checks the seed inputs of the fuzzer.
#[test]
fn the_seeds_of_the_fuzzer() {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/query");
    for seed in std::fs::read_dir(seeds).expect("the seeds can be read") {
        let seed = std::fs::read(seed.expect("the folder can be read").path()).expect("a seed can be read");
        check_stable(&String::from_utf8_lossy(&seed));
    }
}

proptest! {
    #[test]
    fn every_view_survives_its_address(view in any_view()) {
        prop_assert_eq!(ViewState::parse(&view.serialise("")), view);
    }

    #[test]
    fn no_letter_is_written_at_which_mail_clients_cut(view in any_view()) {
        let written = view.serialise("");
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-=&".contains(&byte)), "{written}");
        let all: Vec<_> = parameters(&written).map(|(parameter, value)| [parameter.name(), "=", value].concat()).collect();
        prop_assert_eq!(all.join("&"), written);
    }

    #[test]
    fn any_query_is_read_and_what_is_written_is_stable(query in "\\PC*") {
        check_stable(&query);
    }

    #[test]
    fn any_mixture_of_our_own_parts_is_read(query in "((depth|open|closed|year|body|resolution|against|countries|count|threads|span|kind|verdict|speaker|ruby)=?[a-z0-9.%&=-]{0,12}&?){0,6}") {
        check_stable(&query);
    }
}
