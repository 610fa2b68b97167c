//! Reads the events, the spans of years by which the timeline can be filtered, and the counts and people of the
//! abduction issue.

use super::{
    context::Context,
    files::Files,
    localized::{Ids, Words},
    markdown,
    markdown::marked_text,
    missing_source::cited,
    problem::Problems,
    table,
};
use crate::{
    model::{Count, Event, Person, Span},
    vocabulary::{Fate, Precision, Vocabulary},
};

/// Reads the events and sorts them by date.
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
        let mut localized = words.take(&id, &entry.place, problems);
        events.push(Event {
            id,
            date,
            precision,
            is_landmark: entry.yes("landmark", problems),
            threads: entry.words("threads", problems),
            title: localized.text("title", problems),
            text: marked_text(&mut localized, "text", context, problems),
            who: localized.text("who", problems),
            confidence: entry.word("confidence", problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    events.sort_by_key(|event| event.date);
    events
}

/// Reads the spans of years that the timeline offers, in the order of `spans.csv`.
pub(crate) fn spans(files: &Files, problems: &mut Problems) -> Vec<Span> {
    let mut spans = Vec::new();
    for mut entry in table::csv(files, "spans.csv", problems) {
        let place = entry.place_of("from");
        let span = Span { from: entry.optional_number("from", problems), to: entry.optional_number("to", problems) };
        if span.from.zip(span.to).is_some_and(|(from, to)| from > to) {
            problems.add(place, "the span ends before it starts", "write the earlier year first");
        }
        spans.push(span);
        entry.finish(problems);
    }
    spans
}

/// Reads the counts of the abduction issue, in the order of `counts.toml`. The value of a count with groups must equal
/// the number of `people` in these groups. This check needs valid content, so any earlier problem disables it.
pub(crate) fn counts(files: &Files, language: &str, people: &[Person], context: &mut Context, problems: &mut Problems) -> Vec<Count> {
    let is_valid = problems.is_empty();
    let mut words = Words::toml(files, language, "counts", problems);
    let mut ids = Ids::default();
    let mut counts = Vec::new();
    for mut entry in table::list(files, "counts.toml", "count", problems) {
        let id = ids.take(&mut entry, "id", problems);
        let mut localized = words.take(&id, &entry.place, problems);
        let (place, value) = (entry.place_of("value"), entry.number("value", 0, problems));
        let groups: Vec<Fate> = if entry.has("groups") { entry.words("groups", problems) } else { Vec::new() };
        let counted = people.iter().filter(|person| groups.contains(&person.fate)).count();
        if is_valid && problems.is_empty() && !groups.is_empty() && u32::try_from(counted) != Ok(value) {
            problems.add(
                place,
                format!("the figure is {value}, but its groups have {counted} people in people.csv"),
                "correct the figure, its groups, or the table of people",
            );
        }
        counts.push(Count {
            id,
            value,
            groups,
            choice: localized.optional_text("choice", problems),
            at_most: entry.flag("at_most", problems),
            at_least: entry.flag("at_least", problems),
            list: entry.word("list", problems),
            date: entry.optional_date("date", problems),
            means: marked_text(&mut localized, "means", context, problems),
            says: localized.text("says", problems),
            caveat: localized.optional_text_at("caveat", problems).map(|(text, place)| markdown::line(&text, &place, context, problems)),
            confidence: entry.word("confidence", problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    counts
}

/// Reads the people on the official list, in the order of `people.csv`.
pub(crate) fn people(files: &Files, language: &str, events: &[Event], context: &mut Context, problems: &mut Problems) -> Vec<Person> {
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
        let is_duplicate = people.iter().any(|person| person.id == id);
        let name = if id.is_empty() || is_duplicate { Vec::new() } else { marked_text(&mut names, &id, context, problems) };
        people.push(Person { id, name, fate: entry.word("group", problems), event });
        entry.finish(problems);
    }
    if problems.is_read("people.csv") {
        names.finish(problems);
    }
    people
}
