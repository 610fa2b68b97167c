//! Checks the pages of parts and of recorded votes: their text, sources, headings and links. The subjects are the parts
//! that the story also has. Their pages share little text with one another and with the story.

use crate::page::{around, check_says, edition, one_line, text, within};
use scraper::{ElementRef, Html};
use std::collections::BTreeSet;
use story::{
    DECISION, Resolution,
    vocabulary::{Ballot, Part, Subject, Vocabulary},
};
use tests::{language, written};

/// The number of words in the sequences that are compared. Two pages share text if both contain the same sequence of
/// words.
const ROW: usize = 8;

#[test]
fn a_part_has_its_headline_its_finding_and_the_decision() {
    for part in Part::all() {
        let (path, prose) = (path(part), edition().texts.part(part));
        check(&path, |page| {
            let headlines: Vec<_> = within(page, "h1").map(text).collect();
            assert_eq!(headlines, [one_line(&prose.title)], "{path}");
            check_says(only(page, "header .answer"), [&prose.brief]);
            let decision = edition().texts.lead.section(DECISION).expect("the opening has it");
            check_says(only(page, "header .decision"), decision.blocks.iter().flat_map(crate::prose::words));
        });
    }
}

#[test]
fn only_a_page_with_readings_offers_to_hide_them() {
    for part in Part::all() {
        let path = path(part);
        check(&path, |page| {
            let offers = within(page, "[name='ruby']").count();
            assert_eq!(offers > 0, within(page, "ruby").count() > 0, "{path}");
        });
    }
}

#[test]
fn the_heading_of_the_sources_counts_them() {
    for path in Part::all().map(path).chain(["print/".to_owned()]) {
        check(&path, |page| {
            for card in within(page, "[id='sources-card']") {
                let counts: Vec<_> = within(card, "summary .hint").map(text).collect();
                assert_eq!(counts, [within(card, ".sources > li").count().to_string()], "{path}");
            }
        });
    }
}

#[test]
fn a_page_has_all_text_of_its_subject_and_closes_only_tables() {
    for (path, subject) in subjects() {
        let prose = edition().texts.part(subject);
        check(&path, |page| {
            let main = only(page, "main");
            check_says(main, prose.introduction.iter().flat_map(crate::prose::words));
            for section in &prose.sections {
                check_says(only(page, &format!("[id='{}']", section.id)), section.blocks.iter().flat_map(crate::prose::words));
            }
            // The answer to the guess stays closed until the reader opens it.
            let closed = within(main, "details")
                .filter(|card| card.attr("id") != Some("sources-card"))
                .filter(|card| around(*card).all(|around| around.attr("id") != Some("guesses")));
            for card in closed {
                assert!(within(card, "table").next().is_some(), "{path} closes {:?}", card.attr("id"));
            }
        });
    }
}

#[test]
fn a_page_lists_the_sources_that_it_cites_and_no_others() {
    for path in own_pages().filter(|path| *path != self::path(Part::Sources)).chain([String::new()]) {
        check(&path, |page| {
            let cited: BTreeSet<String> = within(page, "a[role='doc-noteref']")
                .filter_map(|link| link.attr("href").map(|href| href.trim_start_matches('#').to_owned()))
                .collect();
            let listed: BTreeSet<String> =
                within(page, "#sources .sources > li").filter_map(|source| source.attr("id").map(str::to_owned)).collect();
            assert!(!cited.is_empty(), "{path} cites nothing");
            assert_eq!(listed, cited, "{path}");
        });
    }
}

#[test]
fn headings_outline_each_page() {
    for path in own_pages() {
        check(&path, |page| {
            let mut above = 0;
            for heading in
                within(page, "h1, h2, h3, h4, h5, h6").filter(|heading| around(*heading).all(|around| around.value().name() != "dialog"))
            {
                let element = heading.value().name().trim_start_matches('h');
                let level: u8 = heading.attr("aria-level").unwrap_or(element).parse().expect("a level");
                assert!(level <= above + 1, "{path}: {:?} skips a level", text(heading));
                assert!(
                    (level == 1) == (above == 0),
                    "{path}: {:?} has the wrong level: exactly the first heading is of the first level",
                    text(heading)
                );
                above = level;
            }
        });
    }
}

#[test]
fn each_page_leads_to_its_place_in_the_story_and_to_the_other_pages() {
    for part in Part::all() {
        let path = path(part);
        check(&path, |page| {
            let current: Vec<_> = within(page, ".parts [aria-current='page']").map(text).collect();
            assert_eq!(current, [one_line(&edition().texts.part(part).title)], "{path}");
            assert_eq!(within(page, ".parts li a").count(), Part::all().count(), "{path}");
            let back = part.subject().map(|subject| format!("../#{}", subject.word())).unwrap_or("../".to_owned());
            assert_eq!(within(page, &format!("header a[href='{back}']")).count(), 1, "{path}: the link to the story at the top");
            assert_eq!(within(page, &format!(".parts > p a[href='{back}']")).count(), 1, "{path}: the link to the story at the end");
        });
    }
}

#[test]
fn only_pages_on_which_something_moves_load_the_app() {
    for path in own_pages() {
        check(&path, |page| {
            // A page with the choice of a count also loads the app, because the app writes the choice into the address.
            let moves = within(page, "[data-island], [name='count']").next().is_some();
            assert_eq!(within(page, "script#app").count(), usize::from(moves), "{path}");
        });
    }
}

#[test]
fn a_vote_page_states_the_result_and_shows_each_country() {
    for vote in votes() {
        let path = vote_path(vote);
        let tally = vote.tally.expect("a recorded vote has a tally");
        check(&path, |page| {
            let counts = [("{yes}", tally.yes), ("{no}", tally.no), ("{abstain}", tally.abstain), ("{absent}", tally.not_voting)];
            let finding = counts.iter().fold(edition().labels.history.vote_finding.clone(), |sentence, (placeholder, count)| {
                sentence.replace(placeholder, &count.to_string())
            });
            assert_eq!(text(only(page, "header .answer")), one_line(&finding), "{path}");
            let mut shown = BTreeSet::new();
            for ballot in Ballot::ALL {
                let tiles = format!("main .tiles [data-ballot='{}'] li", ballot.word());
                shown.extend(within(page, &tiles).map(|tile| (text(tile), ballot.word())));
            }
            let expected: BTreeSet<_> = vote.roll_call.iter().map(|(iso3, ballot)| (iso3.to_string(), ballot.word())).collect();
            assert_eq!(shown, expected, "{path}");
            for note in edition().roll_call_notes.iter().filter(|note| note.resolution == vote.id) {
                check_says(only(page, &format!("#note-{}", note.id)), [crate::page::plain(&note.text)]);
            }
            assert_eq!(within(page, "nav [aria-current='page']").count(), 1, "{path}");
        });
    }
}

#[test]
fn no_two_pages_share_more_than_a_third_of_their_text() {
    let subjects: Vec<_> = subjects().map(|(path, _)| path).collect();
    for (index, one) in subjects.iter().enumerate() {
        subjects[..index].iter().for_each(|other| check_differ(one, other, Headlines::Apart));
        check_differ(one, "", Headlines::Told);
    }
}

/// Whether the headlines of events count as text. They do not count when two pages of subjects are
/// compared, because these pages list events by the headlines of the timeline.
#[derive(Clone, Copy, PartialEq)]
enum Headlines {
    Told,
    Apart,
}

/// Checks that two pages share no more than a third of the [`rows`] of the shorter page.
#[track_caller]
fn check_differ(one: &str, other: &str, headlines: Headlines) {
    let [own, others] = [one, other].map(|path| rows(&running_text(path, headlines)));
    assert!(own.len() > 100 && others.len() > 100, "/{one} or /{other} has little text");
    let shared = own.intersection(&others).count();
    assert!(shared * 3 <= own.len().min(others.len()), "/{one} and /{other} share {shared} of {} and {}", own.len(), others.len());
}

/// Returns the running text of the page at `path`. Leaves out the sources, the card `shift-card`,
/// and the figures with their tables, because several pages have the same ones.
fn running_text(path: &str, headlines: Headlines) -> String {
    let page = Html::parse_document(&written::page(&format!("{}{path}", language::folder())));
    let elements = within(page.root_element(), ".part p, .part li, .part :is(th, td, dt, dd), header .answer");
    let is_apart = |around: ElementRef<'_>| {
        matches!(around.attr("id"), Some("sources" | "shift-card"))
            || around.value().name() == "figure"
            || (headlines == Headlines::Apart && around.attr("class") == Some("events headlines"))
    };
    elements.filter(|element| !around(*element).any(is_apart)).map(text).collect::<Vec<_>>().join(" ")
}

/// Returns every sequence of [`ROW`] words. In a language without spaces, each letter counts as a word.
fn rows(text: &str) -> BTreeSet<String> {
    let pieces: Vec<String> = if text.split(' ').count() * 8 > text.chars().count() {
        text.split(' ').map(str::to_owned).collect()
    } else {
        text.chars().filter(|letter| !letter.is_whitespace()).map(String::from).collect()
    };
    pieces.windows(ROW).map(<[String]>::concat).collect()
}

/// Calls `check` with the root element of the page at this path within the edition.
fn check(path: &str, check: impl FnOnce(ElementRef<'_>)) {
    let html = written::page(&format!("{}{path}", language::folder()));
    check(Html::parse_document(&html).root_element());
}

/// Returns the only element in `page` that matches `selector`.
#[track_caller]
fn only<'a>(page: ElementRef<'a>, selector: &str) -> ElementRef<'a> {
    let found: Vec<_> = within(page, selector).collect();
    let [found] = found[..] else { panic!("{} elements match {selector}", found.len()) };
    found
}

fn path(part: Part) -> String {
    format!("{}/", part.id())
}

fn subjects() -> impl Iterator<Item = (String, Subject)> {
    Subject::WORDS.iter().map(|(word, subject)| (format!("{word}/"), *subject))
}

fn votes() -> impl Iterator<Item = &'static Resolution> {
    edition().resolutions.iter().filter(|resolution| resolution.tally.is_some())
}

fn vote_path(vote: &Resolution) -> String {
    format!("un-history/{}/", vote.id)
}

/// Returns the paths of the pages of all parts and recorded votes, within the edition.
fn own_pages() -> impl Iterator<Item = String> {
    Part::all().map(path).chain(votes().map(vote_path))
}
