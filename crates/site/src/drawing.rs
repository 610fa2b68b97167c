//! What pages and pictures for link previews have in common in their drawings: findings, positions and paths. They are
//! made from the tables. Pages write them as markup. Pictures draw them on a canvas, with larger words.

pub(crate) mod coast;
mod finding;
pub(crate) mod landmarks;
pub(crate) mod people;
pub(crate) mod plates;
pub(crate) mod police;
pub(crate) mod stairs;
pub(crate) mod votes;

pub(crate) use finding::finding;
