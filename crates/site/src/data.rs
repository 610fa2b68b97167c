//! Makes the downloadable tables. The tables combine facts, which all editions share, with the texts of one edition.
//!
//! [`tables`] returns the tables. The CSV files, the JSON file, the JSON Schema and the list of columns on the data
//! page are all made from these tables, so they agree. The edition's dictionary describes every column.

mod files;
mod json;
mod schema;
mod table;
mod tables;

pub use files::{DataFile, files};
pub use table::{Column, Kind, Table, Value};
pub use tables::tables;

#[cfg(test)]
mod tests;
