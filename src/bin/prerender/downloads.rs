//! The tables to download, as CSV: the neutral facts joined with the words of the edition.

use std::error::Error;
use story::{Edition, plain, vocabulary::Vocabulary};

/// Name and bytes of each file.
type Table = (String, Vec<u8>);

/// Every table of `edition`.
///
/// # Errors
/// When a table cannot be written, which would be a mistake in this file.
pub(crate) fn tables(edition: &Edition) -> Result<Vec<Table>, Box<dyn Error>> {
    let keys = |numbers: &[usize]| {
        numbers.iter().filter_map(|number| edition.source(*number)).map(|source| source.key.clone()).collect::<Vec<_>>().join("; ")
    };
    let number = |value: Option<u16>| value.map(|value| value.to_string()).unwrap_or_default();
    Ok(vec![
        table(
            "resolutions",
            &[
                "id",
                "body",
                "symbol",
                "session",
                "adopted_on",
                "how_adopted",
                "yes",
                "no",
                "abstain",
                "not_voting",
                "japan_role",
                "authorship",
                "whats_new",
                "confidence",
                "sources",
            ],
            edition.resolutions.iter().map(|row| {
                vec![
                    row.id.clone(),
                    row.body.word().into(),
                    row.symbol.clone(),
                    row.session.to_string(),
                    row.adopted_on.to_string(),
                    row.adoption.word().into(),
                    number(row.tally.map(|tally| tally.yes)),
                    number(row.tally.map(|tally| tally.no)),
                    number(row.tally.map(|tally| tally.abstain)),
                    number(row.tally.map(|tally| tally.not_voting)),
                    row.japan.word().into(),
                    row.authorship.word().into(),
                    plain(&row.new),
                    row.confidence.word().into(),
                    keys(&row.sources),
                ]
            }),
        )?,
        table(
            "votes",
            &["resolution", "iso3", "vote"],
            edition
                .resolutions
                .iter()
                .flat_map(|row| row.roll_call.iter().map(|(iso3, vote)| vec![row.id.clone(), iso3.clone(), vote.word().into()])),
        )?,
        table(
            "countries",
            &["iso3", "name", "region"],
            edition.countries.iter().map(|row| vec![row.iso3.clone(), row.name.clone(), row.region.word().into()]),
        )?,
        table(
            "events",
            &["id", "date", "precision", "threads", "title", "text", "who_says", "confidence", "sources"],
            edition.events.iter().map(|row| {
                vec![
                    row.id.clone(),
                    row.date.to_string(),
                    row.precision.word().into(),
                    row.threads.iter().map(|thread| thread.word()).collect::<Vec<_>>().join("; "),
                    row.title.clone(),
                    plain(&row.text),
                    row.who.clone(),
                    row.confidence.word().into(),
                    keys(&row.sources),
                ]
            }),
        )?,
        table(
            "figures",
            &["id", "list", "value", "qualifier", "date", "counts", "who_says", "caveat", "groups", "confidence", "sources"],
            edition.counts.iter().map(|row| {
                let qualifier = if row.at_most {
                    "at_most"
                } else if row.at_least {
                    "at_least"
                } else {
                    ""
                };
                vec![
                    row.id.clone(),
                    row.list.word().into(),
                    row.value.to_string(),
                    qualifier.into(),
                    row.date.map(|date| date.to_string()).unwrap_or_default(),
                    plain(&row.means),
                    row.says.clone(),
                    row.caveat.as_deref().map(plain).unwrap_or_default(),
                    row.groups.iter().map(|group| group.word()).collect::<Vec<_>>().join("; "),
                    row.confidence.word().into(),
                    keys(&row.sources),
                ]
            }),
        )?,
        table(
            "people",
            &["id", "name", "group", "event"],
            edition.people.iter().map(|row| vec![row.id.clone(), plain(&row.name), row.fate.word().into(), row.event.clone()]),
        )?,
        table(
            "sources",
            &["number", "key", "title", "publisher", "date", "url", "language", "note"],
            edition.sources.iter().map(|row| {
                vec![
                    row.number.to_string(),
                    row.key.clone(),
                    row.title.clone(),
                    row.publisher.clone(),
                    row.date.map(|date| date.to_string()).unwrap_or_default(),
                    row.url.clone().unwrap_or_default(),
                    row.language.clone(),
                    row.note.clone().unwrap_or_default(),
                ]
            }),
        )?,
    ])
}

fn table(name: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Table, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row)?;
    }
    Ok((format!("{name}.csv"), writer.into_inner()?))
}
