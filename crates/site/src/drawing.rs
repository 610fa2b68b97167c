//! What pages and pictures for link previews draw alike: findings, places and paths, made from the tables once. Pages put them
//! into markup, pictures onto a canvas with larger words.

pub(crate) mod coast;
mod finding;
pub(crate) mod landmarks;
pub(crate) mod people;
pub(crate) mod plates;
pub(crate) mod police;
pub(crate) mod stairs;
pub(crate) mod votes;

pub(crate) use finding::finding;
