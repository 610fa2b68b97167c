//! Mistakes in recorded votes: unknown and duplicate countries, unknown resolutions, sums that
//! differ from the tally, and wrong questions about a result. The module also tests the fields
//! `first_vote` and `offered_countries` of `site.toml`.

use super::{
    changes::{change, check, check_at, check_sound, expect, place_of, whole},
    real,
};
use story::{Resolution, Tally, vocabulary::Adoption};

/// Returns the first resolution that was adopted in this way.
fn resolution(adoption: Adoption) -> &'static Resolution {
    real::EDITION.resolutions.iter().find(|resolution| resolution.adoption == adoption).expect("there are both")
}

/// Returns the first resolution with a recorded vote, and its tally.
fn voted() -> (&'static Resolution, Tally) {
    let resolution = resolution(Adoption::Vote);
    (resolution, resolution.tally.expect("a vote has a tally"))
}

/// Returns the row of a resolution, and the same row with `cells` in place of the four numbers of the tally.
fn row(resolution: &Resolution, cells: &str) -> (String, String) {
    let text = real::text("resolutions.csv");
    let row = text.lines().find(|line| line.starts_with(&format!("{},", resolution.id))).expect("it has a row");
    let cell: Vec<&str> = row.split(',').collect();
    (row.to_owned(), format!("{},{cells},{}", cell[..6].join(","), cell[10..].join(",")))
}

/// Returns the row of the first recorded vote, and the same row with one more "yes" in the tally. The roll call then
/// does not sum to the tally.
fn one_yes_more() -> (String, String) {
    let (resolution, tally) = voted();
    row(resolution, &format!("{},{},{},{}", tally.yes + 1, tally.no, tally.abstain, tally.not_voting))
}

#[test]
fn unknown_country() {
    let row = real::text("votes.csv").lines().nth(1).expect("there are votes").to_owned();
    let country = row.split(',').nth(1).expect("it names a country");
    check("votes.csv", &row, &format!("‸{}", row.replace(country, "XYZ")), "“XYZ” is not a known country");
    check("roll-call-notes.toml", "countries = [", "countries = [‸\"XYZ\", ", "“XYZ” is not a known country");
}

#[test]
fn unknown_resolution() {
    check("votes.csv", "", "‸chr-1999-1,JPN,yes\n", "“chr-1999-1” is not a known resolution; write an id from resolutions.csv");
    check("roll-call-notes.toml", "resolution = \"", "resolution = ‸\"x", "is not a known resolution");
}

#[test]
fn country_that_votes_twice() {
    let row = real::text("votes.csv").lines().nth(1).expect("there are votes").to_owned();
    let (text, place) = change("votes.csv", &row, &format!("{row}\n‸{row}"));
    let found = real::problems(&real::with("votes.csv", text));
    expect(&found, &[(place_of("votes.csv", &row), "the roll call of"), (place.expect("a caret"), "votes a second time on")]);
}

#[test]
fn roll_call_that_does_not_sum() {
    let (resolution, tally) = voted();
    let counts = |yes: u16| format!("{yes}–{}–{} and {} not voting", tally.no, tally.abstain, tally.not_voting);
    let message = format!("the roll call of {} sums to {}, its tally says {}", resolution.id, counts(tally.yes), counts(tally.yes + 1));
    let (row, changed) = one_yes_more();
    check_at("resolutions.csv", &row, &changed, place_of("votes.csv", &format!("{},", resolution.id)), &message);
}

#[test]
fn roll_call_with_one_row_less() {
    let rows = real::text("votes.csv");
    let first = rows.lines().nth(1).expect("there are votes");
    check("votes.csv", &format!("{first}\n"), "‸", "explain it in roll-call-notes.toml with excuses_tally = true");
}

#[test]
fn vote_without_a_roll_call() {
    let (resolution, tally) = voted();
    let rows = real::text("votes.csv");
    let others: Vec<&str> = rows.lines().filter(|line| !line.starts_with(&format!("{},", resolution.id))).collect();
    let message = format!("sums to 0–0–0 and 0 not voting, its tally says {}–", tally.yes);
    expect(&real::problems(&real::with("votes.csv", others.join("\n"))), &[(whole("votes.csv"), &message)]);
}

#[test]
fn a_documented_exception_passes() {
    let (row, changed) = one_yes_more();
    let note = format!("resolution = \"{}\"\n", resolution(Adoption::Vote).id);
    let mut files = real::with("resolutions.csv", change("resolutions.csv", &row, &changed).0);
    let notes = |flag| change("roll-call-notes.toml", &note, &format!("{note}excuses_tally = {flag}\n")).0.into_bytes();
    files.insert("roll-call-notes.toml", notes(true));
    expect(&real::problems(&files), &[]);
    files.insert("roll-call-notes.toml", notes(false));
    assert_eq!(real::problems(&files).len(), 1);
}

#[test]
fn tally_with_missing_counts() {
    for cells in [",,,", "1,,1,1", "1,1,1,"] {
        let (row, changed) = row(voted().0, cells);
        check("resolutions.csv", &row, &format!("‸{changed}"), "a recorded vote needs all four counts");
    }
}

#[test]
fn tally_with_wrong_counts() {
    for wrong in ["x", "-1", "1.5", "70000"] {
        let (row, changed) = row(voted().0, &format!("{wrong},1,1,1"));
        check("resolutions.csv", &row, &format!("‸{changed}"), &format!("`yes` is “{wrong}”, not a whole number in range"));
    }
}

#[test]
fn tally_without_a_vote() {
    let (row, changed) = row(resolution(Adoption::WithoutVote), "1,2,3,4");
    check("resolutions.csv", &row, &format!("‸{changed}"), "a resolution adopted without a vote cannot have a tally");
}

#[test]
fn roll_call_without_a_vote() {
    let id = &resolution(Adoption::WithoutVote).id;
    check("votes.csv", "", &format!("‸{id},JPN,yes\n"), &format!("{id} was adopted without a vote, but has a roll call"));
}

#[test]
fn rows_in_another_order_are_sound() {
    let text = real::text("votes.csv");
    let (head, rows) = text.split_once('\n').expect("it has a head");
    let reversed: Vec<&str> = rows.lines().rev().collect();
    check_sound("votes.csv", rows, &reversed.join("\n"));
    assert_ne!(text, format!("{head}\n{}", reversed.join("\n")));
}

#[test]
fn a_question_about_a_resolution_without_a_vote() {
    let other = format!("[{}]\n", resolution(Adoption::WithoutVote).id);
    check("en/resolutions.toml", &other, &format!("{other}guess = ‸\"How many?\"\n"), "has no result to guess; take `guess` out");
}

#[test]
fn a_second_question() {
    let index = real::EDITION.resolutions.iter().position(|resolution| resolution.guess.is_some()).expect("one is asked for");
    let mut later = real::EDITION.resolutions[index + 1..].iter().filter(|resolution| resolution.tally.is_some());
    let other = format!("[{}]\n", later.next().expect("a vote followed").id);
    check("en/resolutions.toml", &other, &format!("{other}guess = ‸\"How many?\"\n"), "this is a second; take one `guess` out");
}

#[test]
fn unknown_first_vote_and_offered_countries() {
    let first_vote = format!("first_vote = \"{}\"", real::EDITION.first_vote);
    check("site.toml", &first_vote, "first_vote = ‸\"ga-1-1\"", "there is no recorded vote on “ga-1-1”");
    let guessed = real::EDITION.resolutions.iter().find(|resolution| resolution.guess.is_some()).expect("one is asked for");
    let shown = format!("first_vote = ‸\"{}\"", guessed.id);
    check("site.toml", &first_vote, &shown, "would show the answer to its own question; name another recorded vote");
    check("site.toml", "\"KOR\"", "‸\"XXX\"", "there is no country “XXX”");
}
