//! The app, which runs in the browser. It has the reader's view and the islands. `crates/site` also renders the islands
//! natively.

pub mod dom;
pub mod islands;
pub mod store;
pub mod view;
