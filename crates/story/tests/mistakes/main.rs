//! Tests that the loader reports each kind of mistake with the right message at the right place.
//!
//! Most test cases consist of a file, the text to replace, the new text, and the expected message. The caret `‸` in the
//! new text marks the place that the loader must report. The test removes the caret before loading. If the text to
//! replace is empty, the new text is appended to the file.

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
