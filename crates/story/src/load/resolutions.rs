//! Reads the resolutions, the countries in their roll calls, and the notes on the roll calls.

use super::{
    context::Context,
    entry::Entry,
    files::Files,
    glossary::sorted_as,
    localized::{Ids, Words},
    markdown::marked_text,
    missing_source::cited,
    problem::Problems,
    table,
};
use crate::{
    model::{Country, Resolution, RollCallNote, Tally},
    vocabulary::Adoption,
};
use std::collections::BTreeMap;

/// Reads the countries and sorts them by the reading of each name or, if a name has no reading, by the name. The other
/// names of a country are the reading of its name, the names in the column `also`, and its name in the language
/// `first`.
pub(crate) fn countries(files: &Files, first: &str, language: &str, problems: &mut Problems) -> Vec<Country> {
    let mut words = Words::csv(files, language, "countries", "iso3", problems);
    let mut first_words = (first != language).then(|| Words::csv(files, first, "countries", "iso3", &mut Problems::default()));
    let mut countries: Vec<Country> = Vec::new();
    let mut orders = BTreeMap::new();
    for mut entry in table::csv(files, "countries.csv", problems) {
        let (iso3, place) = entry.text_at("iso3", problems);
        if !iso3.is_empty() && (iso3.len() != 3 || !iso3.bytes().all(|letter| letter.is_ascii_uppercase())) {
            problems.add(place.clone(), format!("“{iso3}” is not an ISO code of three letters"), "write three capital letters");
        }
        if countries.iter().any(|country| country.iso3 == iso3) {
            problems.add(place, format!("the country “{iso3}” appears here a second time"), "take one of the rows out");
        }
        let region = entry.word("region", problems);
        let mut localized = words.take(&iso3, &entry.place, problems);
        let name = localized.text("name", problems);
        let reading = localized.optional_text("reading", problems);
        let also = localized.list("also", problems).into_iter().map(|(also, _)| also);
        let ignored = &mut Problems::default();
        let first_name = first_words.as_mut().and_then(|words| words.take(&iso3, &entry.place, ignored).optional_text("name", ignored));
        let mut other_names: Vec<String> = reading.iter().cloned().chain(also).chain(first_name).collect();
        other_names.retain(|other| *other != name);
        let order = sorted_as(reading.as_deref().unwrap_or(&name));
        orders.insert(iso3.clone(), order);
        let is_named = entry.yes("named", problems);
        countries.push(Country { iso3, name, other_names, region, is_named });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    countries.sort_by(|one, other| orders.get(&one.iso3).cmp(&orders.get(&other.iso3)));
    countries
}

/// Reads the resolutions and sorts them by date. The module `roll_calls` adds the roll calls later.
pub(crate) fn resolutions(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Resolution> {
    let mut words = Words::toml(files, language, "resolutions", problems);
    let mut ids = Ids::default();
    let mut resolutions = Vec::new();
    for mut entry in table::csv(files, "resolutions.csv", problems) {
        let id = ids.take(&mut entry, "id", problems);
        context.add_anchor(format!("resolution-{id}"));
        let before = problems.len();
        let adoption = entry.word("how_adopted", problems);
        let tally = tally(&mut entry, adoption, before, problems);
        let mut localized = words.take(&id, &entry.place, problems);
        let has_question = resolutions.iter().any(|other: &Resolution| other.guess.is_some());
        let guess = guess(&mut localized, adoption, has_question, problems);
        resolutions.push(Resolution {
            id,
            body: entry.word("body", problems),
            symbol: entry.text("symbol", problems),
            session: entry.number("session", 0, problems),
            adopted_on: entry.date("adopted_on", problems),
            adoption,
            tally,
            roll_call: Vec::new(),
            japan: entry.word("japan_role", problems),
            authorship: entry.word("eu_role", problems),
            new: marked_text(&mut localized, "new", context, problems),
            guess,
            confidence: entry.word("confidence", problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    resolutions.sort_by_key(|resolution| resolution.adopted_on);
    resolutions
}

/// Takes the question that asks readers to guess a result. At most one resolution may have a question, and this
/// resolution must have a vote. `has_question` is true if the resolution of an earlier row has a question.
fn guess(localized: &mut Entry, adoption: Adoption, has_question: bool, problems: &mut Problems) -> Option<String> {
    let (question, place) = localized.optional_text_at("guess", problems)?;
    let (what, mend) = match adoption {
        Adoption::WithoutVote => ("a resolution adopted without a vote has no result to guess", "take `guess` out"),
        Adoption::Vote if has_question => ("the page asks readers to guess one result, and this is a second", "take one `guess` out"),
        Adoption::Vote => return Some(question),
    };
    problems.add(place, what, mend);
    None
}

/// Takes the tally of a resolution. A resolution must have a tally if there was a vote, and must not have one
/// otherwise. `before` is the number of problems before `how_adopted` was read. If there are more problems now, one of
/// the fields has already been reported, so a wrong tally is not reported.
fn tally(entry: &mut Entry, adoption: Adoption, before: usize, problems: &mut Problems) -> Option<Tally> {
    let place = entry.place.clone();
    let mut cell = |name| entry.optional_number(name, problems);
    let cells: [Option<u16>; 4] = [cell("yes"), cell("no"), cell("abstain"), cell("not_voting")];
    match (adoption, cells) {
        (Adoption::Vote, [Some(yes), Some(no), Some(abstain), Some(not_voting)]) => Some(Tally { yes, no, abstain, not_voting }),
        (Adoption::WithoutVote, [None, None, None, None]) => None,
        _ if problems.len() > before => None,
        (Adoption::Vote, _) => {
            problems.add(place, "a recorded vote needs all four counts", "fill in yes, no, abstain and not_voting");
            None
        }
        (Adoption::WithoutVote, _) => {
            problems.add(
                place,
                "a resolution adopted without a vote cannot have a tally",
                "empty the four counts, or write `vote` for how_adopted",
            );
            None
        }
    }
}

pub(crate) fn roll_call_notes(
    files: &Files,
    language: &str,
    countries: &[Country],
    resolutions: &[Resolution],
    context: &mut Context,
    problems: &mut Problems,
) -> Vec<RollCallNote> {
    let mut words = Words::toml(files, language, "roll-call-notes", problems);
    let mut ids = Ids::default();
    let mut notes = Vec::new();
    for mut entry in table::list(files, "roll-call-notes.toml", "note", problems) {
        let id = ids.take(&mut entry, "id", problems);
        let (resolution, place) = entry.text_at("resolution", problems);
        if !resolution.is_empty() && !resolutions.iter().any(|known| known.id == resolution) && problems.is_read("resolutions.csv") {
            problems.add(place, format!("“{resolution}” is not a known resolution"), "write an id from resolutions.csv");
        }
        let named = entry.list("countries", problems);
        for (iso3, place) in named.iter().filter(|(iso3, _)| !countries.iter().any(|country| country.iso3 == *iso3)) {
            if problems.is_read("countries.csv") {
                problems.add(place.clone(), format!("“{iso3}” is not a known country"), "write an ISO code from countries.csv");
            }
        }
        let sources = cited(&mut entry, "sources", context, problems);
        // This takes the field, so that it is not reported as unknown. The module `roll_calls` uses its value.
        entry.flag("excuses_tally", problems);
        let mut localized = words.take(&id, &entry.place, problems);
        let text = marked_text(&mut localized, "text", context, problems);
        let countries = named.into_iter().map(|(iso3, _)| iso3).collect();
        notes.push(RollCallNote { id, resolution, countries, text, sources });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    notes
}
