//! Computes the findings, positions and paths of the figures, for pages and for the pictures in link previews. A
//! finding is the title of a figure. Pages write the paths as markup. Pictures draw the paths on a canvas, and have
//! larger text.

pub(crate) mod coast;
mod finding;
pub(crate) mod landmarks;
pub(crate) mod people;
pub(crate) mod plates;
pub(crate) mod police;
pub(crate) mod stairs;
pub(crate) mod votes;

pub(crate) use finding::finding;
