//! Reads the roll calls and compares them with the tallies.

use super::{
    files::Files,
    problem::{Place, Problems},
    table,
};
use crate::{
    model::{Country, Resolution, Tally},
    vocabulary::{Adoption, Ballot},
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds the roll calls to the resolutions. A roll call must add up to the tally. A note in `roll-call-notes.toml` with
/// `excuses_tally = true` excuses its resolution from this rule. A resolution without a vote must not have a roll call.
pub(crate) fn attach(files: &Files, countries: &[Country], resolutions: &mut [Resolution], problems: &mut Problems) {
    let known: BTreeSet<&str> = countries.iter().map(|country| country.iso3.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut calls: BTreeMap<String, (Place, Vec<(String, Ballot)>)> = BTreeMap::new();
    for mut entry in table::csv(files, "votes.csv", problems) {
        let (resolution, resolution_place) = entry.text_at("resolution", problems);
        let (iso3, place) = entry.text_at("iso3", problems);
        let vote = entry.word("vote", problems);
        entry.finish(problems);
        if !iso3.is_empty() && !known.contains(iso3.as_str()) && problems.is_read("countries.csv") {
            problems.add(place.clone(), format!("“{iso3}” is not a known country"), "write an ISO code from countries.csv");
        }
        if !resolution.is_empty() && !resolutions.iter().any(|known| known.id == resolution) && problems.is_read("resolutions.csv") {
            problems.add(resolution_place.clone(), format!("“{resolution}” is not a known resolution"), "write an id from resolutions.csv");
        }
        if !iso3.is_empty() && !seen.insert((resolution.clone(), iso3.clone())) {
            problems.add(place, format!("{iso3} votes a second time on {resolution}"), "take one of the rows out");
        }
        calls.entry(resolution).or_insert_with(|| (resolution_place, Vec::new())).1.push((iso3, vote));
    }
    if !problems.is_read("votes.csv") {
        return;
    }
    let excused = excused(files);
    for resolution in resolutions {
        let (place, roll_call) = calls.get(&resolution.id).cloned().unwrap_or_else(|| (Place::file("votes.csv"), Vec::new()));
        resolution.roll_call = roll_call;
        if resolution.adoption == Adoption::WithoutVote && !resolution.roll_call.is_empty() {
            problems.add(
                place,
                format!("{} was adopted without a vote, but has a roll call", resolution.id),
                "take its rows out, or write `vote` and the four counts in resolutions.csv",
            );
            continue;
        }
        let Some(tally) = resolution.tally else { continue };
        let counted = count(&resolution.roll_call);
        if counted != tally && !excused.contains(&resolution.id) {
            problems.add(
                place,
                format!("the roll call of {} sums to {}, its tally says {}", resolution.id, format_tally(counted), format_tally(tally)),
                "correct the roll call or the tally; if both are as documented, explain it in roll-call-notes.toml with excuses_tally = true",
            );
        }
    }
}

fn count(roll_call: &[(String, Ballot)]) -> Tally {
    let mut tally = Tally::default();
    for (_, ballot) in roll_call {
        let counter = match ballot {
            Ballot::Yes => &mut tally.yes,
            Ballot::No => &mut tally.no,
            Ballot::Abstain => &mut tally.abstain,
            Ballot::Absent => &mut tally.not_voting,
        };
        *counter = counter.saturating_add(1);
    }
    tally
}

fn format_tally(tally: Tally) -> String {
    format!("{}–{}–{} and {} not voting", tally.yes, tally.no, tally.abstain, tally.not_voting)
}

/// Returns the ids of the resolutions with a note that has `excuses_tally = true`. Ignores problems
/// in the notes, because the module `resolutions` reports them.
fn excused(files: &Files) -> BTreeSet<String> {
    let mut ignored = Problems::default();
    table::list(files, "roll-call-notes.toml", "note", &mut ignored)
        .into_iter()
        .filter_map(|mut entry| entry.flag("excuses_tally", &mut ignored).then(|| entry.text("resolution", &mut ignored)))
        .collect()
}
