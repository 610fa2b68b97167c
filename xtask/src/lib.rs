//! The project's own commands, one module each in [`command`], and the modules that they share: tools for builds,
//! browsers for tests, child processes, progress, and a file server.
//!
//! The library exists so that the browser tests can serve a site with the [`server`] of `cargo xtask serve`. This
//! package does not depend on the words or the looks of the site.

pub mod browser;
pub mod child;
pub mod command;
mod debian;
mod files;
mod font_stacks;
pub mod live;
pub mod progress;
pub mod project;
pub mod server;
pub mod servers;
pub mod system_program;
pub mod tools;
