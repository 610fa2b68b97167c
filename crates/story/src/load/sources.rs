//! Reads the sources that the content cites.

use super::{
    context::Context,
    copies::Copies,
    entry::Entry,
    files::Files,
    localized::Ids,
    problem::{Place, Problems},
    source_names::SourceNames,
    table,
};
use crate::model::Source;
use std::collections::BTreeMap;

/// Reads the sources. Also returns the place of each source in `sources.csv`, by its key.
pub(crate) fn sources(
    files: &Files,
    source_names: &mut SourceNames,
    context: &mut Context,
    problems: &mut Problems,
) -> (Vec<Source>, BTreeMap<String, Place>) {
    let copies = Copies::read(files, problems);
    let mut ids = Ids::default();
    let mut places = BTreeMap::new();
    let mut sources = Vec::new();
    for (row, mut entry) in table::csv(files, "sources.csv", problems).into_iter().enumerate() {
        let key = ids.take(&mut entry, "key", problems);
        context.add_source(&key, row + 1);
        places.insert(key.clone(), entry.place.clone());
        let [url, copy, archived] = ["url", "copy", "archived"].map(|name| address(&mut entry, name, problems));
        if let Some((url, place)) = &url {
            require_publisher(url, place, copy.as_ref().map(|(copy, _)| copy), &copies, problems);
        }
        let date = entry.optional_date("date", problems);
        let (read_place, before) = (entry.place_of("read"), problems.len());
        let read = entry.optional_date("read", problems);
        if problems.len() == before
            && let Some(read) = read
        {
            let too_early = date.is_some_and(|date| read < date);
            if !read.is_day() {
                problems.add(read_place, format!("the day on which it was last read is “{read}”, not a day"), "write YYYY-MM-DD");
            } else if too_early {
                problems.add(read_place, "it was last read before it was published", "correct `read` or `date`");
            }
        }
        sources.push(Source {
            number: row + 1,
            key,
            title: entry.text("title", problems),
            publisher: source_names.publisher(entry.text("publisher", problems)),
            date,
            url: url.map(|(address, _)| address),
            copy: copy.map(|(address, _)| address),
            language: entry.text("language", problems),
            note: entry.optional_text("note", problems).map(|note| source_names.note(note, problems)),
            archived: archived.map(|(address, _)| address),
            read,
        });
        entry.finish(problems);
    }
    (sources, places)
}

/// Checks that `url` does not lead to a copy on a host in `copies`, and that `url` differs from `copy`.
fn require_publisher(url: &str, place: &Place, copy: Option<&String>, copies: &Copies, problems: &mut Problems) {
    const MEND: &str = "write it into `copy`; `url` is the publisher’s own page, and stays empty where that is not known";
    if let Some(what) = copies.what_copies(url) {
        problems.add(place.clone(), format!("`url` leads to {what}, which can only have a copy: “{url}”"), MEND);
    } else if copy.is_some_and(|copy| copy == url) {
        problems.add(place.clone(), "`url` and `copy` are the same address", MEND);
    }
}

/// Takes the address in `field`, with its place. Any value but an https address is a problem. Returns `None` if the
/// field is missing or empty, or if its value is not a text.
pub(crate) fn address(entry: &mut Entry, field: &str, problems: &mut Problems) -> Option<(String, Place)> {
    let (address, place) = entry.optional_text_at(field, problems)?;
    if !address.starts_with("https://") || address.contains(char::is_whitespace) {
        problems.add(
            place.clone(),
            format!("“{address}” is not an https address"),
            "write one address that begins with https:// and has no spaces",
        );
    }
    Some((address, place))
}
