//! The downloadable tables, their columns, and the descriptions of both.

use std::collections::BTreeMap;

/// The tables with their columns, in order. The names must not change, because other people's programs may use them.
pub const TABLES: [(&str, &[&str]); 12] = [
    (
        "resolutions",
        &[
            "id",
            "body",
            "symbol",
            "session",
            "adopted_on",
            "how_adopted",
            "yes",
            "no",
            "abstain",
            "not_voting",
            "japan_role",
            "authorship",
            "whats_new",
            "confidence",
            "sources",
        ],
    ),
    ("votes", &["resolution", "iso3", "vote"]),
    ("countries", &["iso3", "name", "region"]),
    ("events", &["id", "date", "precision", "threads", "title", "text", "who_says", "confidence", "sources"]),
    ("figures", &["id", "list", "value", "qualifier", "date", "counts", "who_says", "caveat", "groups", "confidence", "sources"]),
    ("statements", &["number", "kind", "who_says", "says", "words", "written_as_fact", "verdict", "adds", "sources"]),
    ("reasons", &["reason", "name", "who", "evidence", "voices", "sources"]),
    ("people", &["id", "name", "group", "event"]),
    ("places", &["event", "name", "longitude", "latitude", "extent"]),
    ("comparison", &["id", "label", "changed", "before", "after", "sources"]),
    ("sources", &["number", "key", "title", "publisher", "date", "url", "copy", "language", "note", "archived", "read"]),
    ("corrections", &["id", "date", "change", "at", "text"]),
];

/// The key of a table's description in `data.toml`. The key of a column's description is the name of the column.
pub(crate) const ABOUT: &str = "about";

/// The descriptions of all tables and columns in one language.
#[derive(Debug, Default)]
pub struct Dictionary {
    /// The descriptions by table and column. The description of a table has [`ABOUT`] as its column.
    pub(crate) words: BTreeMap<(&'static str, &'static str), String>,
}

impl Dictionary {
    /// Returns the description of a table. It is empty if the table is unknown.
    pub fn table(&self, table: &str) -> &str {
        self.column(table, ABOUT)
    }

    /// Returns the description of a column. It is empty if the column is unknown.
    pub fn column(&self, table: &str, column: &str) -> &str {
        let found = self.words.iter().find(|((known_table, known), _)| *known_table == table && *known == column);
        found.map_or("", |(_, words)| words.as_str())
    }
}
