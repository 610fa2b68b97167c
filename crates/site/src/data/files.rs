//! Makes the downloadable files in an edition's folder `data/`: a CSV file for each table, a JSON
//! file with all tables, the schema of the JSON file, and the checksums.

use super::{
    json::Document,
    schema::schema,
    table::{Table, Value},
};
use sha2::{Digest, Sha256};
use std::error::Error;
use story::Edition;

/// The name of the file with all tables.
const JSON: &str = "explainer.json";
/// The name of the file with the JSON Schema.
const SCHEMA: &str = "explainer.schema.json";
/// The name of the file with the checksums, which has the format of `sha256sum`.
const SUMS: &str = "SHA256SUMS.txt";

/// The start of each CSV file. Without it, Excel assumes the computer's own encoding instead of UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file to download.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// The name within the folder.
    pub name: String,
    /// A description of the contents, in the edition's language.
    pub holds: String,
    /// The number of rows, if the file is a table.
    pub rows: Option<usize>,
    /// The contents.
    pub bytes: Vec<u8>,
    /// The SHA-256 of the contents, in hexadecimal digits.
    pub sha256: String,
}

impl DataFile {
    fn new(name: impl Into<String>, holds: &str, rows: Option<usize>, bytes: Vec<u8>) -> Self {
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { name: name.into(), holds: holds.to_owned(), rows, bytes, sha256 }
    }

    /// Returns whether this is the file with the checksums.
    pub fn has_checksums(&self) -> bool {
        self.name == SUMS
    }

    /// The command that checks the files in a folder against the checksums.
    pub const CHECK: &str = "sha256sum --check SHA256SUMS.txt";
}

/// Makes the files of `edition` from its `tables`. The file with the checksums comes last. `address` returns the
/// absolute address of a path within the edition, if the base URL is known.
///
/// # Errors
/// Fails if a table cannot be serialized, which would be a bug in this module.
pub fn files(edition: &Edition, tables: &[Table], address: impl Fn(&str) -> Option<String>) -> Result<Vec<DataFile>, Box<dyn Error>> {
    let labels = &edition.labels.data;
    let mut files = Vec::new();
    for table in tables {
        let description = edition.dictionary.table(table.name);
        files.push(DataFile::new(format!("{}.csv", table.name), description, Some(table.rows.len()), csv(table)?));
    }
    let document = Document::of(edition, tables, address(""), SCHEMA);
    files.push(DataFile::new(JSON, &labels.json, None, with_newline(serde_json::to_string(&document)?)));
    let schema = schema(edition, tables, address(&format!("data/{SCHEMA}")));
    files.push(DataFile::new(SCHEMA, &labels.schema, None, with_newline(serde_json::to_string(&schema)?)));
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

fn with_newline(text: String) -> Vec<u8> {
    (text + "\n").into_bytes()
}
