//! The app: the reader's state and the islands that move. It runs in the browser, and natively to be rendered.

pub mod dom;
pub mod islands;
pub mod store;
pub mod view;
