//! The commands of `cargo xtask`, in [`command`], and the modules that the commands or the tests use, for example for
//! build tools, test browsers, child processes, progress, and a file server.
//!
//! This is a library, because the packages `tests`, `bench` and `verify` use some of these modules. For example, the
//! tests and the benchmark serve a site with the [`server`] of `cargo xtask serve`.

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
