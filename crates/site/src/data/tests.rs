//! Tests that the tables and columns are those of [`story::TABLES`]. `tests/site/` tests the written files.

use super::*;
use std::path::Path;

#[test]
fn tables_and_columns_are_those_of_the_dictionary() {
    let story = story::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap_or_else(|problems| panic!("{problems}"));
    for edition in &story.editions {
        let tables = tables(edition);
        let found: Vec<(&str, Vec<&str>)> =
            tables.iter().map(|table| (table.name, table.columns.iter().map(|column| column.name).collect())).collect();
        let expected: Vec<(&str, Vec<&str>)> = story::TABLES.iter().map(|(name, columns)| (*name, columns.to_vec())).collect();
        assert_eq!(found, expected);
        for table in tables {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
    }
}
