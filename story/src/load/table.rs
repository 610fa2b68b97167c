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

/// The rows of the CSV file at `path`. The first line names the columns.
pub(crate) fn csv(files: &Files, path: &str, problems: &mut Problems) -> Vec<Entry> {
    let Some(text) = files.text(path, problems) else { return Vec::new() };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            problems.add(Place::line(path, 1), format!("the table cannot be read: {error}"), "check the quotes in this line");
            return Vec::new();
        }
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line() as usize);
                problems.add(Place::line(path, line), format!("the row cannot be read: {error}"), "check the quotes in this row");
                continue;
            }
        };
        let place = Place::line(path, record.position().map_or(1, |position| position.line() as usize));
        if record.len() != headers.len() {
            problems.add(
                place,
                format!("the row has {} cells, the table has {} columns", record.len(), headers.len()),
                "put texts that hold a comma in double quotes, or add the missing commas",
            );
            continue;
        }
        let fields = headers
            .iter()
            .zip(record.iter())
            .map(|(name, cell)| (name.to_owned(), Field { value: Value::Text(cell.to_owned()), place: place.clone() }))
            .collect();
        rows.push(Entry { place, fields });
    }
    rows
}

/// The TOML file at `path` as one entry for each of its tables: `[id]`, `[group.id]` and `[[list]]`.
///
/// The name of a `[group.id]` table is `group.id`; the members of a `[[list]]` are all named `list`.
pub(crate) fn toml(files: &Files, path: &str, problems: &mut Problems) -> Vec<(String, Entry)> {
    let Some(text) = files.text(path, problems) else { return Vec::new() };
    toml_text(path, text, 0, problems)
}

/// The same for `text`, which stands `lines_before` lines below the top of the file at `path`.
pub(crate) fn toml_text(path: &str, text: &str, lines_before: usize, problems: &mut Problems) -> Vec<(String, Entry)> {
    let place = |offset: usize| Place::offset(path, text, offset).below(lines_before);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start);
        problems.add(
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
                let field = Field { value: plain_value(plain, place), place: place(value.span().start) };
                fields.insert(key.get_ref().to_string(), field);
            }
        }
    }
    if !fields.is_empty() {
        entries.push((name.to_owned(), Entry { place: place(start), fields }));
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

fn list_item(item: &Spanned<DeValue<'_>>, place: &dyn Fn(usize) -> Place) -> (String, Place) {
    let text = match item.get_ref() {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    (text, place(item.span().start))
}
