//! Each class of mistake that an editor can make gives its message, at its place, and no other message with it.
//!
//! A test is one line: which file, what is replaced by what, and what is said. The caret `‸` in the new text is no
//! part of it; it marks where the loader has to point. An empty text to replace means the end of the file.

#[path = "../real/mod.rs"]
mod real;

mod changes;
mod corrections;
mod counts;
mod dates;
mod fields;
mod ids;
mod imprint;
mod introductions;
mod languages;
mod marks;
mod sentences;
mod several;
mod shape;
mod shift;
mod sources;
mod votes;
mod wholeness;
