//! Reads what everything else refers to: the sources and the glossary.

use super::{
    context::Context,
    copies::Copies,
    entry::Entry,
    files::Files,
    localized::{Ids, Words},
    markdown,
    problem::{Place, Problems},
    source_names::SourceNames,
    table,
};
use crate::model::{Inline, Source, Term};
use std::collections::BTreeMap;
use vocabulary::hiragana;

/// Reads the sources, and the place of each by its key.
pub(crate) fn sources(
    files: &Files,
    renamed: &mut SourceNames,
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
            publisher: renamed.publisher(entry.text("publisher", problems)),
            date,
            url: url.map(|(address, _)| address),
            copy: copy.map(|(address, _)| address),
            language: entry.text("language", problems),
            note: entry.optional_text("note", problems).map(|note| renamed.note(note, problems)),
            archived: archived.map(|(address, _)| address),
            read,
        });
        entry.finish(problems);
    }
    (sources, places)
}

/// Says where the address of a publication is one at which there can only be copies.
fn require_publisher(url: &str, place: &Place, copy: Option<&String>, copies: &Copies, problems: &mut Problems) {
    const MEND: &str = "write it into `copy`; `url` is the publisher’s own page, and stays empty where that is not known";
    if let Some(what) = copies.what_copies(url) {
        problems.add(place.clone(), format!("`url` leads to {what}, which can only have a copy: “{url}”"), MEND);
    } else if copy.is_some_and(|copy| copy == url) {
        problems.add(place.clone(), "`url` and `copy` are the same address", MEND);
    }
}

/// Takes the address in `field`, which may be missing, and its place.
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
    markdown::line(&text, &place, context, problems)
}

/// The language of the terms' origin, which is also the name of its field.
const JAPANESE: &str = "ja";

/// Reads the glossary, in the order of the terms or of how these are read.
pub(crate) fn terms(files: &Files, first: &str, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Term> {
    let unsaid = &mut Problems::default();
    let mut words = Words::toml(files, language, "glossary", problems);
    let mut first_words = Words::toml(files, first, "glossary", unsaid);
    let mut ids = Ids::default();
    let mut entries = Vec::new();
    for mut entry in table::list(files, "glossary.toml", "term", problems) {
        let id = ids.take(&mut entry, "id", problems);
        context.add_term(&id);
        context.add_anchor(format!("term-{id}"));
        entries.push((id, entry));
    }
    let mut terms = Vec::new();
    let mut orders = BTreeMap::new();
    for (id, mut entry) in entries {
        let mut worded = words.take(&id, &entry.place, problems);
        let japanese = entry.text(JAPANESE, problems);
        let term = worded.text("term", problems);
        orders.insert(id.clone(), sorted_as(&worded.optional_text("reading", problems).unwrap_or_else(|| term.clone())));
        terms.push(Term {
            term,
            definition: marked_text(&mut worded, "definition", context, problems),
            elsewhere: if language == JAPANESE {
                (first_words.take(&id, &entry.place, unsaid).text("term", unsaid), first.to_owned())
            } else {
                (japanese, JAPANESE.to_owned())
            },
            sources: cited(&mut entry, "sources", context, problems),
            id,
        });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    terms.sort_by(|one, other| orders.get(&one.id).cmp(&orders.get(&other.id)));
    terms
}

/// What a name is sorted by: letters of either case and both kinds of kana are the same.
pub(crate) fn sorted_as(name: &str) -> String {
    name.to_lowercase().chars().map(hiragana).collect()
}
