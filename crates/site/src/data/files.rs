//! The files in an edition's folder `data/`: a CSV file a table, all tables as JSON with its schema, and their checksums.

use super::{
    json::Document,
    schema::schema,
    table::{Table, Value},
};
use sha2::{Digest, Sha256};
use std::error::Error;
use story::Edition;

/// All tables.
const JSON: &str = "explainer.json";
/// Its schema.
const SCHEMA: &str = "explainer.schema.json";
/// The checksums, in the form of `sha256sum`.
const SUMS: &str = "SHA256SUMS.txt";

/// Stands before a CSV file: without it, Excel takes the file for one in the encoding of the computer.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file to download.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Its name within the folder.
    pub name: String,
    /// What it holds, in the edition's words.
    pub holds: String,
    /// How many rows it has, if it is a table.
    pub rows: Option<usize>,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The SHA-256 of that, in hexadecimal digits.
    pub sha256: String,
}

impl DataFile {
    fn new(name: impl Into<String>, holds: &str, rows: Option<usize>, bytes: Vec<u8>) -> Self {
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { name: name.into(), holds: holds.to_owned(), rows, bytes, sha256 }
    }

    /// The command that holds the files in a folder against the checksums.
    pub const CHECK: &str = "sha256sum --check SHA256SUMS.txt";
}

/// The files of `edition`, made of its `tables`; the checksums come last. `address` gives the absolute address of a path within
/// the edition, where that is known.
///
/// # Errors
/// When a file cannot be written, which would be a mistake in this module.
pub fn files(edition: &Edition, tables: &[Table], address: impl Fn(&str) -> Option<String>) -> Result<Vec<DataFile>, Box<dyn Error>> {
    let labels = &edition.labels.data;
    let mut files = Vec::new();
    for table in tables {
        let words = edition.dictionary.table(table.name);
        files.push(DataFile::new(format!("{}.csv", table.name), words, Some(table.rows.len()), csv(table)?));
    }
    let document = Document::of(edition, tables, address(""), SCHEMA);
    files.push(DataFile::new(JSON, &labels.json, None, line(serde_json::to_string(&document)?)));
    let schema = schema(edition, tables, address(&format!("data/{SCHEMA}")));
    files.push(DataFile::new(SCHEMA, &labels.schema, None, line(serde_json::to_string_pretty(&schema)?)));
    let sums: String = files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect();
    files.push(DataFile::new(SUMS, &labels.sums, None, sums.into_bytes()));
    Ok(files)
}

fn csv(table: &Table) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|value| match value {
            Value::Nothing => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Hundredths(hundredths) => (*hundredths as f64 / 100.0).to_string(),
            Value::List(items) => items.join("; "),
        }))?;
    }
    Ok(writer.into_inner()?)
}

fn line(text: String) -> Vec<u8> {
    (text + "\n").into_bytes()
}
