//! Defines all tables and their columns.

use super::table::{Columns, Field, Table, table};
use story::{Count, Edition, Resolution, Tally, plain};

/// Makes all tables of `edition`, in the order of [`story::TABLES`].
pub fn tables(edition: &Edition) -> Vec<Table> {
    let keys = |numbers: &[usize]| -> Vec<String> {
        numbers.iter().filter_map(|number| edition.source(*number)).map(|source| source.key.clone()).collect()
    };
    let ballots = edition.resolutions.iter().flat_map(|row| row.roll_call.iter().map(move |(iso3, vote)| (&row.id, iso3, *vote)));
    let ballots: Vec<_> = ballots.collect();
    let claims: Vec<_> = edition.reasons.iter().flat_map(|reason| reason.said_by.iter().map(move |claim| (reason, claim))).collect();
    vec![
        table("resolutions", &edition.resolutions, |of| {
            vec![
                of.text("id", |row| row.id.clone()),
                of.word("body", |row| row.body),
                of.text("symbol", |row| row.symbol.clone()),
                of.number("session", |row| Some(row.session.into())),
                of.date("adopted_on", |row| Some(row.adopted_on)),
                of.word("how_adopted", |row| row.adoption),
                votes(&of, "yes", |tally| tally.yes),
                votes(&of, "no", |tally| tally.no),
                votes(&of, "abstain", |tally| tally.abstain),
                votes(&of, "not_voting", |tally| tally.not_voting),
                of.word("japan_role", |row| row.japan),
                of.word("authorship", |row| row.authorship),
                of.text("whats_new", |row| plain(&row.new)),
                of.word("confidence", |row| row.confidence),
                of.list("sources", |row| keys(&row.sources)),
            ]
        }),
        table("votes", &ballots, |of| {
            vec![of.text("resolution", |row| row.0.clone()), of.text("iso3", |row| row.1.clone()), of.word("vote", |row| row.2)]
        }),
        table("countries", &edition.countries, |of| {
            vec![of.text("iso3", |row| row.iso3.clone()), of.text("name", |row| row.name.clone()), of.word("region", |row| row.region)]
        }),
        table("events", &edition.events, |of| {
            vec![
                of.text("id", |row| row.id.clone()),
                of.date("date", |row| Some(row.date)),
                of.word("precision", |row| row.precision),
                of.words("threads", |row| row.threads.clone()),
                of.text("title", |row| row.title.clone()),
                of.text("text", |row| plain(&row.text)),
                of.text("who_says", |row| row.who.clone()),
                of.word("confidence", |row| row.confidence),
                of.list("sources", |row| keys(&row.sources)),
            ]
        }),
        table("figures", &edition.counts, |of| {
            vec![
                of.text("id", |row| row.id.clone()),
                of.word("list", |row| row.list),
                of.number("value", |row| Some(row.value.into())),
                of.one_of("qualifier", vec!["at_most", "at_least"], qualifier).optional(),
                of.date("date", |row| row.date).optional(),
                of.text("counts", |row| plain(&row.means)),
                of.text("who_says", |row| row.says.clone()),
                of.text("caveat", |row| row.caveat.as_deref().map(plain).unwrap_or_default()).optional(),
                of.words("groups", |row| row.groups.clone()),
                of.word("confidence", |row| row.confidence),
                of.list("sources", |row| keys(&row.sources)),
            ]
        }),
        table("statements", &edition.statements, |of| {
            vec![
                of.number("number", |row| Some(row.number.into())),
                of.word("kind", |row| row.kind),
                of.text("who_says", |row| row.by.clone()),
                of.text("says", |row| plain(&row.says)),
                of.text("words", |row| row.words.clone().unwrap_or_default()).optional(),
                of.one_of("written_as_fact", vec!["yes", "no"], |row| Some(if row.written_as_fact { "yes" } else { "no" })),
                of.word("verdict", |row| row.verdict),
                of.text("adds", |row| plain(&row.adds)),
                of.list("sources", |row| keys(&row.sources)),
            ]
        }),
        table("reasons", &claims, |of| {
            vec![
                of.text("reason", |row| row.0.id.clone()),
                of.text("name", |row| row.0.name.clone()),
                of.word("who", |row| row.1.sayer),
                of.word("evidence", |row| row.1.evidence),
                of.list("voices", |row| row.1.voices.clone()),
                of.list("sources", |row| keys(&row.1.sources)),
            ]
        }),
        table("people", &edition.people, |of| {
            vec![
                of.text("id", |row| row.id.clone()),
                of.text("name", |row| plain(&row.name)),
                of.word("group", |row| row.fate),
                of.text("event", |row| row.event.clone()),
            ]
        }),
        table("places", &edition.places, |of| {
            vec![
                of.text("event", |row| row.event.clone()),
                of.text("name", |row| row.name.clone()),
                of.decimal("longitude", |row| row.position.longitude),
                of.decimal("latitude", |row| row.position.latitude),
                of.word("extent", |row| row.extent),
            ]
        }),
        table("comparison", &comparison(edition), |of| {
            vec![
                of.text("id", |row| row.id.to_owned()),
                of.text("label", |row| row.label.to_owned()),
                of.one_of("changed", vec!["yes", "no"], |row| Some(if row.is_same { "no" } else { "yes" })),
                of.text("before", |row| row.before.clone().unwrap_or_default()).optional(),
                of.text("after", |row| row.after.clone()),
                of.list("sources", |row| keys(&row.sources)),
            ]
        }),
        table("sources", &edition.sources, |of| {
            vec![
                of.number("number", |row| u64::try_from(row.number).ok()),
                of.text("key", |row| row.key.clone()),
                of.text("title", |row| row.title.clone()),
                of.text("publisher", |row| row.publisher.clone()),
                of.date("date", |row| row.date).optional(),
                of.address("url", |row| row.url.clone()),
                of.address("copy", |row| row.copy.clone()),
                of.text("language", |row| row.language.clone()),
                of.text("note", |row| row.note.clone().unwrap_or_default()).optional(),
                of.address("archived", |row| row.archived.clone()),
                of.date("read", |row| row.read).optional(),
            ]
        }),
        table("corrections", &edition.corrections, |of| {
            vec![
                of.text("id", |row| row.id.clone()),
                of.date("date", |row| Some(row.date)),
                of.word("change", |row| row.change),
                of.text("at", |row| row.at.clone().unwrap_or_default()).optional(),
                of.text("text", |row| plain(&row.text)),
            ]
        }),
    ]
}

/// A row of the table `comparison`. `before` is `None` for the facts in `shift.unchanged`, which
/// have only one text.
struct Compared<'a> {
    id: &'a str,
    label: &'a str,
    is_same: bool,
    before: Option<String>,
    after: String,
    sources: Vec<usize>,
}

/// Returns the rows of the table `comparison`: first the compared aspects, then the facts in
/// `shift.unchanged`.
fn comparison(edition: &Edition) -> Vec<Compared<'_>> {
    let aspects = edition.shift.aspects.iter().map(|aspect| {
        let mut sources = aspect.before_sources.clone();
        sources.extend(aspect.after_sources.iter().filter(|number| !aspect.before_sources.contains(number)));
        Compared {
            id: &aspect.id,
            label: &aspect.label,
            is_same: aspect.is_same,
            before: Some(plain(&aspect.before)),
            after: plain(&aspect.after),
            sources,
        }
    });
    let unchanged = edition.shift.unchanged.iter().map(|item| Compared {
        id: &item.id,
        label: &item.label,
        is_same: true,
        before: None,
        after: item.text.clone(),
        sources: item.sources.clone(),
    });
    aspects.chain(unchanged).collect()
}

/// Makes a column of numbers from the tallies of the resolutions. `count` selects the number. A cell is empty if the
/// resolution was adopted without a vote.
fn votes<'a>(of: &Columns<Resolution>, name: &'static str, count: fn(Tally) -> u16) -> Field<'a, Resolution> {
    of.number(name, move |row| row.tally.map(|tally| count(tally).into())).optional()
}

fn qualifier(count: &Count) -> Option<&'static str> {
    match count {
        Count { at_most: true, .. } => Some("at_most"),
        Count { at_least: true, .. } => Some("at_least"),
        _ => None,
    }
}
