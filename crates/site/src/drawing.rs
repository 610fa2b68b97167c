//! Computes what the figures on pages share with the pictures for link previews: findings (the titles of figures),
//! positions and paths. They are computed from the story's tables. Pages write them as markup. Pictures draw them on a
//! canvas, with larger text.

pub(crate) mod coast;
mod finding;
pub(crate) mod landmarks;
pub(crate) mod people;
pub(crate) mod plates;
pub(crate) mod police;
pub(crate) mod stairs;
pub(crate) mod votes;

pub(crate) use finding::finding;
