//! `cargo xtask <command>`: parses the command line, runs the command, and prints its error if it fails.
//!
//! The doc comments of `CommandLine` and `Command` are help texts. The modules of `xtask::command` run the commands.

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use xtask::command::{Address, build, check, dev, freeze, package, serve, test};
use xtask::{child, project::Project};

/// The project's commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site and serve it
    Serve(Address),
    /// Run all checks and tests, from the content to the pages in real browsers
    Test {
        #[command(flatten)]
        selection: test::Selection,
        /// The browsers to test in; the first one tests all languages, the others only the first language
        #[arg(long, value_name = "BROWSER", value_delimiter = ',', default_value = "chromium")]
        browser: Vec<test::Browsers>,
        /// Arguments for the test programs of the steps site and browsers, for instance --nocapture
        #[arg(last = true)]
        test_args: Vec<String>,
    },
    /// Build the site into dist/
    Build {
        /// The URL of the folder that will contain the site, for instance https://news.example/explainer/
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
    },
    /// Check only the content, within seconds
    Check {
        /// Check only this language, published or not; this also lists the texts that are not translated yet
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<String>,
    },
    /// Build the site and save a copy in frozen/DATE/, which every later build publishes unchanged at v/DATE/
    Freeze {
        /// The day of the copy, YYYY-MM-DD; by default today in UTC
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
        /// The URL of the folder that will contain the site, for instance https://news.example/explainer/
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
    },
    /// Serve the site and reload it when content, style or code change
    Dev(Address),
    /// Measure the sizes of the pages in dist/ and compare them with the budget
    #[command(disable_help_flag = true)]
    Budget {
        /// See `cargo xtask budget --help`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Measure the speed of the pages in dist/ in a real browser
    #[command(disable_help_flag = true)]
    Bench {
        /// See `cargo xtask bench --help`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Read a deployed site and list the faults in how the host serves it
    #[command(disable_help_flag = true)]
    Verify {
        /// See `cargo xtask verify --help`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
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

fn run(command: Option<Command>) -> anyhow::Result<()> {
    let Some(command) = command else {
        CommandLine::command().print_help()?;
        return Ok(());
    };
    child::end_all_on_interrupt()?;
    let project = Project::here();
    match command {
        Command::Serve(address) => serve::run(&project, &address),
        Command::Test { selection, browser, test_args } => test::run(&project, &selection, &browser, &test_args),
        Command::Build { base_url } => build::run(&project, base_url.as_deref()),
        Command::Check { lang } => check::run(&project, lang.as_deref()),
        Command::Freeze { date, base_url } => freeze::run(&project, date.as_deref(), base_url.as_deref()),
        Command::Dev(address) => dev::run(&project, &address),
        Command::Budget { arguments } => measure(&project, "budget", &arguments),
        Command::Bench { arguments } => measure(&project, "bench", &arguments),
        Command::Verify { arguments } => package::run(&project, "verify", "verify", arguments.iter().map(String::as_str)),
    }
}

/// Runs a command of the package `bench`.
fn measure(project: &Project, command: &str, arguments: &[String]) -> anyhow::Result<()> {
    package::run(project, "bench", command, [command].into_iter().chain(arguments.iter().map(String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::CommandLine;
    use clap::Parser;
    use serde::Deserialize;
    use std::{collections::BTreeMap, fs, path::Path};

    #[derive(Deserialize)]
    struct Workflow {
        jobs: BTreeMap<String, Job>,
    }

    #[derive(Deserialize)]
    struct Job {
        steps: Vec<WorkflowStep>,
    }

    #[derive(Deserialize)]
    struct WorkflowStep {
        run: Option<String>,
    }

    /// Reads the shell commands in the workflow `file`. Checks that `cargo xtask` accepts the arguments on each line
    /// that begins with `cargo xtask`. Returns the number of these lines.
    fn check(file: &Path) -> usize {
        let name = file.display();
        let yaml = fs::read_to_string(file).expect("the workflow can be read");
        let workflow: Workflow = serde_saphyr::from_str(&yaml).unwrap_or_else(|error| panic!("{name}: {error}"));
        let steps = workflow.jobs.into_values().flat_map(|job| job.steps);
        let lines: Vec<String> = steps.filter_map(|step| step.run).collect();
        let commands = lines.iter().flat_map(|lines| lines.lines()).filter(|line| line.starts_with("cargo xtask"));
        commands
            .map(|command| {
                let words = shlex::split(command).unwrap_or_else(|| panic!("{name}: an open quote in `{command}`"));
                CommandLine::try_parse_from(&words[1..]).unwrap_or_else(|error| panic!("{name}: `{command}`: {error}"));
            })
            .count()
    }

    #[test]
    fn workflows_run_commands_that_exist() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/workflows");
        let files = fs::read_dir(folder).expect("the folder of workflows can be read");
        let commands: usize = files.map(|file| check(&file.expect("the entry can be read").path())).sum();
        assert!(commands > 0, "no workflow runs a command of the project");
    }
}
