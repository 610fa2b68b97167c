//! Reads the tables: sources, glossary, countries, resolutions, events, figures, people.

use super::{
    context::Context,
    entry::Entry,
    files::Files,
    marked,
    problem::{Place, Problems},
    table,
    worded::{Ids, Words},
};
use crate::{
    model::{Count, Country, Event, Inline, Person, Resolution, RollCallNote, Source, Tally, Term},
    vocabulary::{Adoption, Precision, Vocabulary},
};
use std::collections::BTreeMap;

/// Reads the sources, and the place of each by its key.
pub(crate) fn sources(files: &Files, context: &mut Context, problems: &mut Problems) -> (Vec<Source>, BTreeMap<String, Place>) {
    let mut ids = Ids::default();
    let mut places = BTreeMap::new();
    let mut sources = Vec::new();
    for (row, mut entry) in table::csv(files, "sources.csv", problems).into_iter().enumerate() {
        let key = ids.take(&mut entry, "key", problems);
        context.add_source(&key, row + 1);
        places.insert(key.clone(), entry.place.clone());
        let url = entry.optional_text_at("url", problems);
        if let Some((url, place)) = &url
            && (!url.starts_with("https://") || url.contains(char::is_whitespace))
        {
            problems.add(
                place.clone(),
                format!("“{url}” is not an https address"),
                "write one address that begins with https:// and has no spaces",
            );
        }
        sources.push(Source {
            number: row + 1,
            key,
            title: entry.text("title", problems),
            publisher: entry.text("publisher", problems),
            date: entry.optional_date("date", problems),
            url: url.map(|(url, _)| url),
            language: entry.text("language", problems),
            note: entry.optional_text("note", problems),
        });
        entry.finish(problems);
    }
    (sources, places)
}

/// Takes the list of source keys in `field`, as numbers; an empty list is a problem.
pub(crate) fn cited(entry: &mut Entry, field: &str, context: &mut Context, problems: &mut Problems) -> Vec<usize> {
    let (place, before) = (entry.place_of(field), problems.len());
    let keys = entry.list(field, problems);
    if keys.is_empty() && problems.len() == before {
        problems.add(place, "this has no source", format!("name at least one source in `{field}`"));
    }
    let mut numbers: Vec<usize> = keys.iter().filter_map(|(key, place)| context.cite(key, place, problems)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Takes the marked text in `field`, which must be there.
pub(crate) fn marked_text(entry: &mut Entry, field: &str, context: &mut Context, problems: &mut Problems) -> Vec<Inline> {
    let (text, place) = entry.text_at(field, problems);
    marked::line(&text, &place, context, problems)
}

/// Reads the glossary, in alphabetical order of the terms.
pub(crate) fn terms(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Term> {
    let mut words = Words::toml(files, language, "glossary", problems);
    let mut ids = Ids::default();
    let mut entries = Vec::new();
    for mut entry in table::list(files, "glossary.toml", "term", problems) {
        let id = ids.take(&mut entry, "id", problems);
        context.add_term(&id);
        context.add_anchor(format!("term-{id}"));
        entries.push((id, entry));
    }
    let mut terms = Vec::new();
    for (id, mut entry) in entries {
        let mut worded = words.take(&id, &entry.place, problems);
        terms.push(Term {
            term: worded.text("term", problems),
            definition: marked_text(&mut worded, "definition", context, problems),
            japanese: entry.text("ja", problems),
            sources: cited(&mut entry, "sources", context, problems),
            id,
        });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    terms.sort_by_key(|term| term.term.to_lowercase());
    terms
}

/// Reads the countries, in alphabetical order of their names.
pub(crate) fn countries(files: &Files, language: &str, problems: &mut Problems) -> Vec<Country> {
    let mut words = Words::csv(files, language, "countries", "iso3", problems);
    let mut countries: Vec<Country> = Vec::new();
    for mut entry in table::csv(files, "countries.csv", problems) {
        let (iso3, place) = entry.text_at("iso3", problems);
        if !iso3.is_empty() && (iso3.len() != 3 || !iso3.bytes().all(|letter| letter.is_ascii_uppercase())) {
            problems.add(place.clone(), format!("“{iso3}” is not an ISO code of three letters"), "write three capital letters");
        }
        if countries.iter().any(|country| country.iso3 == iso3) {
            problems.add(place, format!("the country “{iso3}” stands here a second time"), "take one of the rows out");
        }
        let region = entry.word("region", problems);
        let mut worded = words.take(&iso3, &entry.place, problems);
        countries.push(Country { iso3, name: worded.text("name", problems), region });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    countries.sort_by(|one, other| one.name.cmp(&other.name));
    countries
}

/// Reads the resolutions, by date; their roll calls come later.
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
        let mut worded = words.take(&id, &entry.place, problems);
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
            new: marked_text(&mut worded, "new", context, problems),
            confidence: entry.word("confidence", problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    resolutions.sort_by_key(|resolution| resolution.adopted_on);
    resolutions
}

/// A tally stands where there was a vote, and nowhere else. Nothing follows from what was wrong since there were
/// `before` problems.
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

/// Reads the notes on the roll calls.
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
        // Read here so that it is a known field; what it excuses is decided with the roll calls.
        entry.flag("excuses_tally", problems);
        let mut worded = words.take(&id, &entry.place, problems);
        let text = marked_text(&mut worded, "text", context, problems);
        let countries = named.into_iter().map(|(iso3, _)| iso3).collect();
        notes.push(RollCallNote { id, resolution, countries, text, sources });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    notes
}

/// Reads the events, by date.
pub(crate) fn events(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Event> {
    let mut words = Words::toml(files, language, "events", problems);
    let mut ids = Ids::default();
    let mut events = Vec::new();
    for mut entry in table::csv(files, "events.csv", problems) {
        let id = ids.take(&mut entry, "id", problems);
        context.add_anchor(format!("event-{id}"));
        let (date_place, before) = (entry.place_of("date"), problems.len());
        let date = entry.date("date", problems);
        let precision = entry.word::<Precision>("precision", problems);
        let fits = match precision {
            Precision::Day => date.day.is_some(),
            Precision::Month | Precision::Around => date.month.is_some() && date.day.is_none(),
            Precision::Year => date.month.is_none(),
        };
        if !fits && problems.len() == before {
            problems.add(
                date_place,
                format!("the date {date} does not have the precision `{}`", precision.word()),
                "write the date as exactly as the precision says, or change the precision",
            );
        }
        let mut worded = words.take(&id, &entry.place, problems);
        events.push(Event {
            id,
            date,
            precision,
            threads: entry.words("threads", problems),
            title: worded.text("title", problems),
            text: marked_text(&mut worded, "text", context, problems),
            who: worded.text("who", problems),
            confidence: entry.word("confidence", problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    events.sort_by_key(|event| event.date);
    events
}

/// Reads the figures of the abduction issue, in the order of the file.
pub(crate) fn counts(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Count> {
    let mut words = Words::toml(files, language, "counts", problems);
    let mut ids = Ids::default();
    let mut counts = Vec::new();
    for mut entry in table::list(files, "counts.toml", "count", problems) {
        let id = ids.take(&mut entry, "id", problems);
        let mut worded = words.take(&id, &entry.place, problems);
        counts.push(Count {
            id,
            value: entry.number("value", 0, problems),
            at_most: entry.flag("at_most", problems),
            at_least: entry.flag("at_least", problems),
            list: entry.word("list", problems),
            date: entry.optional_date("date", problems),
            means: marked_text(&mut worded, "means", context, problems),
            says: worded.text("says", problems),
            caveat: worded.optional_text_at("caveat", problems).map(|(text, place)| marked::line(&text, &place, context, problems)),
            confidence: entry.word("confidence", problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    counts
}

/// Reads the people on the official list.
pub(crate) fn people(files: &Files, language: &str, events: &[Event], problems: &mut Problems) -> Vec<Person> {
    let mut ids = Ids::default();
    let path = format!("{language}/people.toml");
    let mut names = table::fields(files, &path, problems);
    let mut people: Vec<Person> = Vec::new();
    for mut entry in table::csv(files, "people.csv", problems) {
        let id = ids.take(&mut entry, "id", problems);
        let (event, place) = entry.text_at("event", problems);
        if !event.is_empty() && !events.iter().any(|known| known.id == event) && problems.is_read("events.csv") {
            problems.add(place, format!("“{event}” is not a known event"), "write an id from events.csv");
        }
        let twice = people.iter().any(|person| person.id == id);
        let name = if id.is_empty() || twice { String::new() } else { names.text(&id, problems) };
        people.push(Person { id, name, fate: entry.word("group", problems), event });
        entry.finish(problems);
    }
    if problems.is_read("people.csv") {
        names.finish(problems);
    }
    people
}
