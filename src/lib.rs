//! The app, which runs in the browser: the reader's state and the islands. `crates/site` also renders the islands natively.

pub mod dom;
pub mod islands;
pub mod store;
pub mod view;
