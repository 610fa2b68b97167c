//! Reads the content of the explainer from `content/`, checks it, and returns it as typed values.
//!
//! [`load`] returns either the complete [`Story`] or every problem that it finds. Each problem has a place, a
//! description and a remedy. This crate does not depend on Yew or on a browser, and it writes nothing.

mod load;
mod model;

pub use load::{Files, Notes, Place, Problem, Problems, check_language, load};
pub use model::*;
pub use vocabulary;
