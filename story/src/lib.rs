//! What the explainer says: reads `content/`, checks it and gives it types.
//!
//! [`load`] returns either the whole [`Story`] or every problem found, each with its file, its line and a
//! way to mend it. This crate knows neither Yew nor a browser, and it writes nothing.
//! Without the feature `load` only the [`vocabulary`] is left, which the browser shares.

pub mod vocabulary;

#[cfg(feature = "load")]
mod load;
#[cfg(feature = "load")]
mod model;

#[cfg(feature = "load")]
pub use load::{Files, Place, Problem, Problems, check_language, load};
#[cfg(feature = "load")]
pub use model::*;
