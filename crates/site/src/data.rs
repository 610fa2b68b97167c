//! The tables to download: the neutral facts joined with the words of an edition, each column with its kind.
//!
//! [`tables`] makes them; CSV, JSON, the JSON Schema and the data dictionary on the page are all written from what it
//! returns, so that none of them can say something else. What columns mean in words is in the story's dictionary.

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
