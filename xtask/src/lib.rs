//! The commands of `cargo xtask`, one module each in [`command`], and the modules that they share: build tools, test
//! browsers, child processes, progress, and a file server.
//!
//! This is a library so that the tests and the benchmark can serve a site with the [`server`] of `cargo xtask serve`.
//! This package does not depend on the texts of the site. Of the design, it reads only the names of the font families.

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
