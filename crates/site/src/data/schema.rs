//! Makes the JSON Schema of the JSON file. The schema describes the tables and their columns, and states which values
//! each column may have.

use super::table::{Column, Kind, Table};
use serde_json::{Map, Value, json};
use story::Edition;

/// The pattern of a date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, depending on what is known.
const DATE: &str = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

/// Makes the schema for the JSON file of `edition`. `id` is the absolute address of the schema, if it is known.
pub(super) fn schema(edition: &Edition, tables: &[Table], id: Option<String>) -> Value {
    let labels = &edition.labels.data;
    let text = json!({ "type": "string" });
    let date = json!({ "type": "string", "pattern": DATE });
    let table = |table: &Table| (table.name.to_owned(), table_schema(edition, table));
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": edition.texts.lead.title,
        "description": labels.description,
        "type": "object",
        "additionalProperties": false,
        "required": ["title", "language", "published", "modified", "licence", "licence_text", "tables"],
        "properties": {
            "$schema": text,
            "title": text,
            "url": address_schema(),
            "language": { "const": edition.language },
            "published": date,
            "modified": date,
            "licence": text,
            "licence_text": text,
            "tables": object(tables.iter().map(table).collect()),
        },
    });
    if let Some(id) = id {
        schema["$id"] = id.into();
    }
    schema
}

fn table_schema(edition: &Edition, table: &Table) -> Value {
    let column = |column: &Column| {
        let mut schema = column_schema(column);
        schema["description"] = edition.dictionary.column(table.name, column.name).into();
        (column.name.to_owned(), schema)
    };
    json!({
        "description": edition.dictionary.table(table.name),
        "type": "array",
        "items": object(table.columns.iter().map(column).collect()),
    })
}

/// Makes the schema of an object that must have all of `properties` and no others.
fn object(properties: Map<String, Value>) -> Value {
    let required: Vec<&String> = properties.keys().collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn column_schema(column: &Column) -> Value {
    let mut schema = match &column.kind {
        Kind::Text => json!({ "type": "string", "minLength": 1 }),
        Kind::Number => json!({ "type": "integer", "minimum": 0 }),
        Kind::Decimal => json!({ "type": "number" }),
        Kind::Date => json!({ "type": "string", "pattern": DATE }),
        Kind::Address => address_schema(),
        Kind::OneOf(words) => json!({ "type": "string", "enum": words }),
        Kind::SeveralOf(words) => json!({ "type": "array", "items": { "enum": words } }),
        Kind::List => json!({ "type": "array", "items": { "type": "string" } }),
    };
    if column.is_optional {
        schema["type"] = json!([schema["type"], "null"]);
        if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
            words.push(Value::Null);
        }
    }
    schema
}

fn address_schema() -> Value {
    json!({ "type": "string", "format": "uri", "pattern": "^https?://" })
}
