//! Serializes all tables of an edition into one JSON document. The document also has the title, the dates and the
//! licence.

use super::table::{Column, Table, Value};
use serde::{Serialize, Serializer, ser::SerializeMap};
use story::Edition;

/// The licence of code, text and data, as an SPDX expression.
pub(super) const LICENCE: &str = env!("CARGO_PKG_LICENSE");

/// The JSON document of an edition.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    pub(super) language: &'a str,
    pub(super) published: String,
    pub(super) modified: String,
    pub(super) licence: &'static str,
    pub(super) licence_text: &'a str,
    pub(super) tables: Tables<'a>,
}

impl<'a> Document<'a> {
    /// Makes the document of `edition`. `url` is the absolute address of the edition, if it is known.
    pub(super) fn of(edition: &'a Edition, tables: &'a [Table], url: Option<String>, schema: &'static str) -> Self {
        Self {
            schema,
            title: &edition.texts.lead.title,
            url,
            language: &edition.language,
            published: edition.published.to_string(),
            modified: edition.modified().to_string(),
            licence: LICENCE,
            licence_text: &edition.labels.footer.licence,
            tables: Tables(tables),
        }
    }
}

/// The tables by name. They have their own serializer, which keeps the order of the tables and columns. By default, a
/// `serde_json::Map` would sort them by name.
pub(super) struct Tables<'a>(&'a [Table]);

impl Serialize for Tables<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|table| {
            let rows: Vec<Row<'_>> = table.rows.iter().map(|row| Row(&table.columns, row)).collect();
            (table.name, rows)
        }))
    }
}

struct Row<'a>(&'a [Column], &'a [Value]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, value) in self.0.iter().zip(self.1) {
            match value {
                Value::Nothing => map.serialize_entry(column.name, &())?,
                Value::Text(text) => map.serialize_entry(column.name, text)?,
                Value::Number(number) => map.serialize_entry(column.name, number)?,
                Value::Hundredths(hundredths) => map.serialize_entry(column.name, &(*hundredths as f64 / 100.0))?,
                Value::List(items) => map.serialize_entry(column.name, items)?,
            }
        }
        map.end()
    }
}
