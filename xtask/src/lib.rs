//! The project's own commands, one module each under [`command`], and what they share: the tools that a build
//! needs, the browser that a test needs, child processes, progress, and a file server.
//!
//! A library beside the binary only so that the browser tests can serve a site with the very [`server`] that
//! `cargo xtask serve` uses. Nothing here knows what the site says or looks like.

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
