//! Reads the roll calls and holds them against the tallies.

use super::{
    files::Files,
    problem::{Place, Problems},
    table,
};
use crate::{
    model::{Country, Resolution, Tally},
    vocabulary::Ballot,
};
use std::collections::{BTreeMap, BTreeSet};

/// Gives each resolution its roll call. A roll call that does not sum to its tally is a problem, unless a note
/// in `roll-call-notes.toml` explains it and says `excuses_tally = true`.
pub(crate) fn attach(files: &Files, countries: &[Country], resolutions: &mut [Resolution], problems: &mut Problems) {
    let known: BTreeSet<&str> = countries.iter().map(|country| country.iso3.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut calls: BTreeMap<String, Vec<(String, Ballot)>> = BTreeMap::new();
    for mut entry in table::csv(files, "votes.csv", problems) {
        let (resolution, resolution_place) = entry.text_at("resolution", problems);
        let (iso3, place) = entry.text_at("iso3", problems);
        let vote = entry.word("vote", problems);
        entry.finish(problems);
        if !iso3.is_empty() && !known.contains(iso3.as_str()) {
            problems.add(place.clone(), format!("“{iso3}” is not a known country"), "write an ISO code from countries.csv");
        }
        if !resolution.is_empty() && !resolutions.iter().any(|known| known.id == resolution) {
            problems.add(resolution_place, format!("“{resolution}” is not a known resolution"), "write an id from resolutions.csv");
        }
        if !seen.insert((resolution.clone(), iso3.clone())) {
            problems.add(place, format!("{iso3} votes a second time on {resolution}"), "take one of the rows out");
        }
        calls.entry(resolution).or_default().push((iso3, vote));
    }
    let excused = excused(files);
    for resolution in resolutions {
        resolution.roll_call = calls.remove(&resolution.id).unwrap_or_default();
        let Some(tally) = resolution.tally else { continue };
        let counted = count(&resolution.roll_call);
        if counted != tally && !excused.contains(&resolution.id) {
            problems.add(
                Place::file("votes.csv"),
                format!("the roll call of {} sums to {}, its tally says {}", resolution.id, show(counted), show(tally)),
                "correct the roll call or the tally; if both are as documented, explain it in roll-call-notes.toml with excuses_tally = true",
            );
        }
    }
}

/// Counts a roll call.
fn count(roll_call: &[(String, Ballot)]) -> Tally {
    let mut tally = Tally::default();
    for (_, ballot) in roll_call {
        *match ballot {
            Ballot::Yes => &mut tally.yes,
            Ballot::No => &mut tally.no,
            Ballot::Abstain => &mut tally.abstain,
            Ballot::Absent => &mut tally.not_voting,
        } += 1;
    }
    tally
}

fn show(tally: Tally) -> String {
    format!("{}–{}–{} and {} not voting", tally.yes, tally.no, tally.abstain, tally.not_voting)
}

/// The resolutions whose sum a note excuses. What is wrong with the notes is said where they are read.
fn excused(files: &Files) -> BTreeSet<String> {
    let mut unsaid = Problems::default();
    table::toml(files, "roll-call-notes.toml", &mut unsaid)
        .into_iter()
        .filter_map(|(_, mut entry)| entry.flag("excuses_tally", &mut unsaid).then(|| entry.text("resolution", &mut unsaid)))
        .collect()
}
