//! What the tests share: the written site, its content, and a browser.
//!
//! `site` needs only [`written`]. `browser` also needs [`suite`], which runs tests in one browser engine. Each test
//! makes a [`visit::Visit`], in a browser that keeps nothing of earlier tests, to its own [`server::Server`], which serves the site as `cargo xtask serve` does and
//! can simulate faults. [`npm`] has the programs that the tests use from npm.

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
