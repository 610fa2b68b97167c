//! The app: what moves on the page. Its islands are rendered natively into the pages and hydrated in the browser.

pub mod islands;
pub mod store;
pub mod view;
