//! How the story is shown: one Yew code base for the page, rendered natively, and for the islands in it,
//! which the browser hydrates.

#[cfg(feature = "prerender")]
pub mod data;
pub mod islands;
#[cfg(feature = "prerender")]
pub mod page;
pub mod search;
pub mod share;
pub mod store;
pub mod view;
