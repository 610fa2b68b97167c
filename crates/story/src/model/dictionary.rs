//! What the tables to download hold: which tables there are, their columns, and what each of them means in words.

use std::collections::BTreeMap;

/// The tables with their columns, in order. Names are stable for ever, as programs of others rely on them.
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

/// The name under which a table itself is explained.
pub(crate) const ABOUT: &str = "about";

/// The meanings of all tables and columns in one language.
#[derive(Debug, Default)]
pub struct Dictionary {
    /// By table and column; a table's own stands under [`ABOUT`].
    pub(crate) words: BTreeMap<(&'static str, &'static str), String>,
}

impl Dictionary {
    /// What a table holds.
    pub fn table(&self, table: &str) -> &str {
        self.column(table, ABOUT)
    }

    /// What a column holds.
    pub fn column(&self, table: &str, column: &str) -> &str {
        let found = self.words.iter().find(|((known_table, known), _)| *known_table == table && *known == column);
        found.map_or("", |(_, words)| words.as_str())
    }
}
