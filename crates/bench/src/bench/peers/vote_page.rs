//! The page of one recorded vote, as data.

use serde::Serialize;
use story::{
    Edition,
    vocabulary::{Ballot, Vocabulary},
};

/// A recorded vote with its roll call.
#[derive(Debug, Serialize)]
pub(super) struct VotePage {
    title: String,
    text: String,
    groups: Vec<Ballots>,
}

#[derive(Debug, Serialize)]
struct Ballots {
    ballot: &'static str,
    words: String,
    states: Vec<String>,
}

impl VotePage {
    /// Returns the page of the vote on the resolution `id`. Returns `None` if there is no such resolution, or if the
    /// resolution has no tally.
    pub(super) fn of(edition: &Edition, id: &str) -> Option<Self> {
        let vote = edition.resolutions.iter().find(|resolution| resolution.id == id)?;
        let tally = vote.tally?;
        let name =
            |code: &str| edition.countries.iter().find(|country| country.iso3 == code).map_or(code, |country| &country.name).to_owned();
        let groups = Ballot::WORDS.iter().map(|(word, ballot)| Ballots {
            ballot: word,
            words: edition.labels.word(*ballot).to_owned(),
            states: vote.roll_call.iter().filter(|(_, cast)| cast == ballot).map(|(code, _)| name(code)).collect(),
        });
        let numbers = [("{yes}", tally.yes), ("{no}", tally.no), ("{abstain}", tally.abstain), ("{absent}", tally.not_voting)];
        let finding = edition.labels.history.vote_finding.clone();
        let text = numbers.iter().fold(finding, |text, (mark, number)| text.replace(mark, &number.to_string()));
        Some(Self { title: format!("{}, {}", vote.symbol, edition.labels.date(vote.adopted_on)), text, groups: groups.collect() })
    }
}
