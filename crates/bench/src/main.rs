//! Measures the weight of the written site and its speed in a browser: `cargo xtask budget` and `cargo xtask bench`.
//!
//! This is a separate package, so that the other commands start without compiling the client for browser drivers.

mod bench;
mod benchmarks_file;
mod budget;
mod table;
mod weight;

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use xtask::{child, project::Project};

/// Measures the written site.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measure the sizes of the pages in dist/ and compare them with the budget
    Budget(budget::Options),
    /// Measure the pages in dist/ in a real browser, and the same pages without script
    Bench(bench::Options),
}

fn main() -> ExitCode {
    match run(CommandLine::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    child::end_all_on_interrupt()?;
    let project = Project::here();
    match command {
        Command::Budget(options) => budget::run(&project, &options),
        Command::Bench(options) => bench::run(&project, &options),
    }
}
