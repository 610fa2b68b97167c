//! The app: the reader's state and the islands. It runs in the browser. `crates/site` also renders the islands natively.

pub mod dom;
pub mod islands;
pub mod store;
pub mod view;
