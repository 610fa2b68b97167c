//! What the explainer says: reads `content/`, checks it and gives it types.
//!
//! [`load`] returns either the whole [`Story`] or every problem found, each with its file, its line and a
//! way to mend it. This crate knows neither Yew nor a browser, and it writes nothing.

mod load;
mod model;

pub use load::{Files, Notes, Place, Problem, Problems, check_language, load};
pub use model::*;
pub use vocabulary;
