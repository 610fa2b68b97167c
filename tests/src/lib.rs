//! The code that the tests share: access to the written site and its content, a test server, and browsers. The
//! benchmark uses some of this code, too.
//!
//! The tests `site` read the site with [`written`], and start no browser. The tests `browser` use [`suite`], which runs
//! tests in one browser engine. A browser test opens pages with a [`visit::Visit`]. Each visit has its own
//! [`server::Server`], which serves the site as `cargo xtask serve` does and can simulate faults. [`npm`] installs
//! packages from npm.

pub mod conditions;
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
