//! Makes the tables to download. They join the facts with the words of an edition.
//!
//! [`tables`] returns the tables. The CSV files, the JSON file, the JSON Schema and the data dictionary on the page are all
//! written from them, so that they agree. The meaning of the columns in words is in the story's dictionary.

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
