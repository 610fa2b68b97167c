//! Shared ground of the tests: the written site and the content it is written from, and a browser to use it in.
//!
//! `site` needs [`written`] alone. `browser` adds [`suite`], which runs tests in one browser driver; each visit is a
//! fresh [`visit::Visit`] to a [`server::Server`] of its own, which serves as `cargo xtask serve` does and can be
//! told to misbehave. What either takes from npm is in [`npm`].

mod conditions;
pub mod engine;
pub mod fonts;
pub mod language;
pub mod npm;
mod patience;
pub mod proxy;
pub mod rewritten;
pub mod server;
pub mod suite;
pub mod visit;
pub mod written;
