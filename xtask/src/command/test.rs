//! `cargo xtask test`: runs all checks and tests, from the content to the pages in real browsers.
//!
//! After a failed step, the later steps still run unless they need the result of that step.

mod browsers;
mod crates;
mod report;
mod reproducible;
mod steps;

use std::process::Command;

use super::{build, check};
use crate::child;
use crate::progress;
use crate::project::Project;
use crate::servers::HostServer;
use crate::tools::{self, Toolbox};
use anyhow::{Context, Result, anyhow, bail, ensure};
pub use browsers::Browsers;
use browsers::Tested;
use report::Report;
pub use steps::{Selection, Step};

/// The base URL of the tested site. The site is in a folder of its host, because more can go wrong there than at the
/// root. The host name is fictitious.
const BASE_URL: &str = "https://news.example/explainer/";

/// The packages with programs for browsers.
const BROWSER_PACKAGES: [&str; 3] = ["explainer", "share", "search"];

/// Runs the selected steps one after the other, because most steps use all processors. The step `site` runs once for
/// each language, and the step `browsers` once for each browser. `arguments` are the arguments for the test programs of
/// these two steps. A first argument without a leading hyphen selects tests by name. If `selection` has no name, this
/// argument also selects the tests of the step `unit`.
///
/// # Errors
/// Fails if no step is left to run, if the browsers cannot be prepared, or if a step has failed. An older Chromium that
/// cannot be installed is not an error, but its tests are skipped.
pub fn run(project: &Project, selection: &Selection, browsers: &[Browsers], arguments: &[String]) -> Result<()> {
    let steps = selection.steps();
    ensure!(!steps.is_empty(), "no step is left to run");
    eprintln!("steps: {}", steps.iter().map(|step| step.name()).collect::<Vec<_>>().join(", "));
    let browsers = if steps.contains(&Step::Browsers) { browsers::ready(project, browsers)? } else { Vec::new() };
    let arguments: Vec<String> = selection.name.iter().chain(arguments).cloned().collect();
    let mut run = Run { project, browsers, arguments, report: Report::default(), no_site: None };
    for step in steps {
        run.step(step);
    }
    run.report.conclude()
}

struct Run<'a> {
    project: &'a Project,
    browsers: Vec<Tested>,
    /// The name that selects tests, if there is one, and the arguments for the test programs of the steps `site` and
    /// `browsers`.
    arguments: Vec<String>,
    report: Report,
    /// The reason for skipping the step `build` and the steps that need the site. `None` if these steps can run.
    no_site: Option<&'static str>,
}

impl Run<'_> {
    fn step(&mut self, step: Step) {
        let project = self.project;
        let needs_site = matches!(step, Step::Site | Step::Servers | Step::Browsers | Step::Again);
        if let Some(reason) = self.no_site.filter(|_| needs_site || step == Step::Build) {
            return self.report.skip(&step.name(), reason);
        }
        match step {
            Step::Content => {
                if !self.report.step("content", || check::run(project, None)) {
                    self.no_site = Some("the content has problems");
                }
            }
            Step::Format => {
                self.report.step("format", || component(project, "rustfmt", &["fmt", "--all", "--check", "--", "-l"]));
            }
            Step::Lints => self.lints(),
            Step::Crates => {
                self.report.step("crates", || crates::check(project));
            }
            Step::Unit => {
                let mut command = cargo(project);
                command.args(["test", "--workspace", "--exclude", "tests"]);
                if let Some(name) = self.arguments.first().filter(|argument| !argument.starts_with('-')) {
                    command.arg(name);
                }
                self.report.step("unit", || {
                    // The tests of the pictures for link previews need fonts, which the toolbox installs.
                    Toolbox::ready(project)?;
                    in_view(command)
                });
            }
            Step::Build => {
                let build = || {
                    let toolbox = Toolbox::ready(project)?;
                    build::compile(project, &toolbox, Some(BASE_URL)).map_err(build::Failure::printed)
                };
                if !self.report.step("build", build) {
                    self.no_site = Some("the site could not be built");
                }
            }
            Step::Site => {
                let languages = languages(project);
                if languages.is_empty() {
                    self.report.step("site", || bail!("the content has mistakes; `cargo xtask check` names them"));
                }
                for language in languages {
                    let mut command = site_tests(project, &["--lib", "--test", "site"], &self.arguments);
                    command.env("EXPLAINER_LANG", &language);
                    self.report.step(&format!("site, {language}"), || in_view(command));
                }
            }
            Step::Servers => self.servers(),
            Step::Browsers => self.browsers(),
            Step::Again => {
                self.report.step("again", || reproducible::build_and_compare(project, &Toolbox::ready(project)?, BASE_URL));
            }
        }
    }

    fn lints(&mut self) {
        let project = self.project;
        self.report.step("lints", || component(project, "clippy", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]));
        let packages = BROWSER_PACKAGES.iter().flat_map(|package| ["--package", package]);
        let arguments: Vec<_> = ["clippy", "--target", "wasm32-unknown-unknown"].into_iter().chain(packages).collect();
        self.report.step("lints for browsers", || {
            tools::ensure_wasm_target()?;
            component(project, "clippy", &[&arguments[..], &["--", "-D", "warnings"]].concat())
        });
    }

    /// Tests the site on each server for which the site has a configuration. Reports a server as skipped if it is
    /// missing and cannot be installed.
    fn servers(&mut self) {
        let mut is_any_installed = false;
        for server in HostServer::ALL {
            match server.ready() {
                Ok(Some(_)) => is_any_installed = true,
                Ok(None) => self.report.skip(server.name(), "it is not installed"),
                Err(error) => self.report.skip(server.name(), &format!("it cannot be installed: {error:#}")),
            }
        }
        if is_any_installed {
            let command = site_tests(self.project, &["--test", "servers"], &[]);
            self.report.step("servers", || in_view(command));
        }
    }

    fn browsers(&mut self) {
        let languages = languages(self.project);
        for (nth, browser) in self.browsers.iter().enumerate() {
            let mut arguments = self.arguments.clone();
            if arguments.first().is_none_or(|argument| argument.starts_with('-')) {
                arguments.extend(browser.tests().map(str::to_owned));
            }
            if nth > 0 {
                // Each further browser tests only the first language, because the differences between engines do not
                // depend on the language.
                arguments.extend(languages.iter().skip(1).flat_map(|language| ["--skip".to_owned(), format!("{language}::")]));
            }
            let mut command = site_tests(self.project, &["--test", "browser"], &arguments);
            match browser.environment() {
                Ok(environment) => {
                    command.envs(environment);
                    self.report.step(&browser.name(), || in_view(command));
                }
                Err(error) => self.report.skip(&browser.name(), &format!("it cannot be had: {error:#}")),
            }
        }
    }
}

/// Returns the languages of the site. The list is empty if the content has problems.
fn languages(project: &Project) -> Vec<String> {
    let editions = story::load(&project.content()).map(|story| story.editions).unwrap_or_default();
    editions.into_iter().map(|edition| edition.language).collect()
}

/// Returns the command that runs tests of the written site. `which` has the cargo arguments that select test programs.
fn site_tests(project: &Project, which: &[&str], arguments: &[String]) -> Command {
    let mut command = cargo(project);
    command.args(["test", "--package", "tests", "--no-fail-fast"]).args(which);
    command.env("EXPLAINER_DIST", project.dist()).env(build::BASE_URL, BASE_URL);
    if !arguments.is_empty() {
        command.arg("--").args(arguments);
    }
    command
}

/// Runs a cargo subcommand that the rustup component `component` provides.
fn component(project: &Project, component: &str, arguments: &[&str]) -> Result<()> {
    let name = format!("cargo {}", arguments.first().unwrap_or(&""));
    let mut probe = cargo(project);
    probe.args(arguments.first()).arg("--version");
    if child::answer(probe).is_none() {
        bail!("{name} is not installed; add it with `rustup component add {component}`");
    }
    let mut command = cargo(project);
    command.args(arguments);
    quietly(command, &name)
}

fn cargo(project: &Project) -> Command {
    let mut command = child::cargo();
    command.current_dir(project.root());
    command
}

/// Runs a command, and prints its output only if it fails.
fn quietly(command: Command, name: &str) -> Result<()> {
    let step = progress::Step::start(&format!("running {name}"));
    let finished = child::run(command, |line| step.follow(line)).with_context(|| format!("cannot run {name}"))?;
    drop(step);
    if !finished.status.success() {
        eprint!("{}", finished.output);
        bail!("{name} found what is listed above");
    }
    Ok(())
}

/// Runs a command and prints its output, which lists the tests and their results.
///
/// # Errors
/// Fails if the command cannot be run or fails. The error names the tests that failed.
fn in_view(command: Command) -> Result<()> {
    let mut failed = Vec::new();
    let finished = child::run(command, |line| {
        eprintln!("{line}");
        failed.extend(failed_test(line).map(str::to_owned));
    });
    let status = finished.context("cannot run cargo")?.status;
    if status.success() {
        return Ok(());
    }
    let tests: Vec<String> = failed.iter().map(|test| format!("\n  {test}")).collect();
    Err(anyhow!("cargo test failed ({status}){}", tests.concat()))
}

/// Returns the name of the test if `line`, a line of a test program's output, reports a failed test.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix("... FAILED")?.split_whitespace().last()
}

#[cfg(test)]
mod tests {
    use super::failed_test;

    #[test]
    fn a_failed_test_is_recognised_by_its_line() {
        assert_eq!(failed_test("test keyboard::every_choice ... FAILED"), Some("keyboard::every_choice"));
        assert_eq!(failed_test("test [chromium]   ja::print::is_complete     ... FAILED"), Some("ja::print::is_complete"));
        assert_eq!(failed_test("test keyboard::every_choice ... ok"), None);
        assert_eq!(failed_test("test result: FAILED. 1 passed; 1 failed"), None);
    }
}
