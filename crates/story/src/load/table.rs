//! Reads a CSV table or a TOML file into [`Entry`]s.

use super::{
    entry::{Entry, Field, Value},
    files::Files,
    problem::{Place, Problems},
};
use std::collections::BTreeMap;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Reads the rows of the CSV file at `path`. The first line has the names of the columns.
pub(crate) fn csv(files: &Files, path: &str, problems: &mut Problems) -> Vec<Entry> {
    let Some(text) = files.text(path, problems) else { return Vec::new() };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            problems.add_unread(Place::line(path, 1), format!("the table cannot be read: {error}"), "check the quotes in this line");
            return Vec::new();
        }
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line() as usize);
                problems.add_unread(Place::line(path, line), format!("the row cannot be read: {error}"), "check the quotes in this row");
                continue;
            }
        };
        let place = Place::line(path, record.position().map_or(1, |position| first_line(text, position)));
        if record.as_slice().contains('\n') {
            problems.add_unread(
                place,
                "the row runs on into the next line: a double quote is not closed",
                "close the quote, or write it twice (\"\") where the text itself has one",
            );
            continue;
        }
        if record == headers {
            problems.add(place, "the column names appear here again", "take this row out");
            continue;
        }
        if record.len() != headers.len() {
            let cells = if record.len() == 1 { "cell" } else { "cells" };
            let mend = match record.get(0) {
                Some(row) if record.len() == 1 && row.matches([';', '\t']).count() + 1 >= headers.len() => "separate the cells with commas",
                _ => "put text that contains a comma in double quotes, or add the missing commas",
            };
            problems.add_unread(place, format!("the row has {} {cells}, the table has {} columns", record.len(), headers.len()), mend);
            continue;
        }
        let fields = headers
            .iter()
            .zip(record.iter())
            .map(|(name, cell)| (name.to_owned(), Field { value: Value::Text(cell.to_owned()), place: place.clone(), name_place: None }))
            .collect();
        rows.push(Entry { place, fields, absent: false });
    }
    if rows.is_empty() && problems.is_read(path) {
        report_empty(path, problems);
    }
    rows
}

/// Returns the line in which a row begins. `position` may be before empty lines, or between the two characters of a
/// Windows line ending.
fn first_line(text: &str, position: &csv::Position) -> usize {
    let rest = text.as_bytes().iter().skip(position.byte() as usize);
    position.line() as usize + rest.take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n').count()
}

/// Reports a file without entries, which someone has probably emptied by accident.
fn report_empty(path: &str, problems: &mut Problems) {
    problems.add_unread(Place::file(path), "the file has no entries", "write its entries, or restore it from the last good version");
}

/// Reads the TOML file at `path`. Returns its entries, each with its name.
///
/// The table `[id]` is an entry with the name `id`, and the table `[group.id]` is an entry with the name `group.id`.
/// Each member of a list `[[list]]` is an entry with the name `list`. The fields outside of tables are an entry with an
/// empty name.
pub(crate) fn toml(files: &Files, path: &str, problems: &mut Problems) -> Vec<(String, Entry)> {
    let Some(text) = files.text(path, problems) else { return Vec::new() };
    let entries = toml_text(path, text, 0, problems);
    if entries.is_empty() && problems.is_read(path) {
        report_empty(path, problems);
    }
    entries
}

/// Takes the text `name` from the table `[table]`. `tables` are the tables of the file at `path`. A missing text is a
/// problem.
pub(crate) fn text(tables: &mut BTreeMap<String, Entry>, path: &str, table: &str, name: &str, problems: &mut Problems) -> String {
    let Some(entry) = tables.get_mut(table) else {
        problems.add(
            Place::file(path),
            format!("`{name}` in [{table}] is missing"),
            format!("add the table [{table}] with everything that belongs in it"),
        );
        return String::new();
    };
    entry.text(name, problems)
}

/// Reads the members of the list `[[name]]` from the TOML file at `path`. Anything else in the file is a problem.
pub(crate) fn list(files: &Files, path: &str, name: &str, problems: &mut Problems) -> Vec<Entry> {
    let mut members = Vec::new();
    for (table, entry) in toml(files, path, problems) {
        if table == name {
            members.push(entry);
        } else {
            problems.add(entry.place, format!("this is outside of [[{name}]]"), format!("write [[{name}]] above each entry"));
        }
    }
    members
}

/// Reads the TOML file at `path`, which must not have tables, as one entry.
pub(crate) fn fields(files: &Files, path: &str, problems: &mut Problems) -> Entry {
    let entries = toml(files, path, problems);
    only_fields(entries, Place::line(path, 1), problems)
}

/// Returns the entry with the fields outside of tables, or an empty entry at `place` if there are no such fields.
/// Tables are problems.
pub(crate) fn only_fields(entries: Vec<(String, Entry)>, place: Place, problems: &mut Problems) -> Entry {
    let absent = !problems.is_read(&place.file);
    let mut fields = Entry { place, fields: BTreeMap::new(), absent };
    for (table, entry) in entries {
        if table.is_empty() {
            fields = entry;
        } else {
            problems.add(entry.place, format!("[{table}] is not known here"), "take the square brackets away");
        }
    }
    fields
}

/// Reads the TOML in `text` into entries, as [`toml()`] does. `text` begins `lines_before` lines below the top of the
/// file at `path`. An empty text is not a problem.
pub(crate) fn toml_text(path: &str, text: &str, lines_before: usize, problems: &mut Problems) -> Vec<(String, Entry)> {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
    let place = |offset: usize| {
        let before = starts.partition_point(|start| *start <= offset) - 1;
        Place::offset(path, &text[starts[before]..], offset - starts[before]).below(before + lines_before)
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start);
        problems.add_unread(
            place(offset),
            format!("this is not TOML: {}", error.message()),
            "check quotes, brackets and equals signs in this line",
        );
    }
    let mut entries = Vec::new();
    if errors.is_empty() {
        collect("", table.span().start, table.get_ref(), &place, &mut entries);
    }
    entries
}

fn collect(name: &str, start: usize, table: &DeTable<'_>, place: &dyn Fn(usize) -> Place, entries: &mut Vec<(String, Entry)>) {
    let mut fields = BTreeMap::new();
    for (key, value) in table.iter() {
        let inner = if name.is_empty() { key.get_ref().to_string() } else { format!("{name}.{}", key.get_ref()) };
        match value.get_ref() {
            DeValue::Table(table) => collect(&inner, key.span().start, table, place, entries),
            DeValue::Array(items) if items.iter().any(|item| matches!(item.get_ref(), DeValue::Table(_))) => {
                for item in items.iter() {
                    if let DeValue::Table(table) = item.get_ref() {
                        collect(&inner, item.span().start, table, place, entries);
                    }
                }
            }
            plain => {
                let field =
                    Field { value: plain_value(plain, place), place: place(value.span().start), name_place: Some(place(key.span().start)) };
                fields.insert(key.get_ref().to_string(), field);
            }
        }
    }
    if !fields.is_empty() || (table.is_empty() && !name.is_empty()) {
        entries.push((name.to_owned(), Entry { place: place(start), fields, absent: false }));
    }
}

fn plain_value(value: &DeValue<'_>, place: &dyn Fn(usize) -> Place) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => number.to_string().parse().map_or(Value::Other("a number out of range"), Value::Number),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Array(items) => Value::List(items.iter().map(|item| list_item(item, place)).collect()),
        DeValue::Float(_) => Value::Other("a number with a fraction"),
        DeValue::Datetime(_) => Value::Other("a date without quotes"),
        DeValue::Table(_) => Value::Other("a table"),
    }
}

fn list_item(item: &Spanned<DeValue<'_>>, place: &dyn Fn(usize) -> Place) -> (Option<String>, Place) {
    let text = match item.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        _ => None,
    };
    (text, place(item.span().start))
}
