//! `cargo xtask test`: everything that has to hold, from content to the page in real browsers.
//!
//! A failed step does not hide what the later ones would say, unless they need its result. The tests themselves are
//! where the code is, and in `tests/`.

mod again;
mod crates;
mod report;

use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;

use super::{build, check};
use crate::browser::{Browser, Engine};
use crate::child;
use crate::progress::Step;
use crate::project::Project;
use crate::tools::Toolbox;
use report::Report;

/// The page's own code is compiled with this only: without it, nothing of it would be tested.
const FEATURES: &str = "--features=explainer/prerender";

/// Where the pages that are tested say they stand: a folder of a host, as that is the harder case. The name is reserved.
const BASE_URL: &str = "https://news.example/explainer/";

/// Which browsers to test in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browsers {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK with its own driver.
    #[value(name = "webkit")]
    WebKit,
    /// All three.
    All,
}

impl Browsers {
    fn engines(self) -> Vec<Engine> {
        match self {
            Self::Chromium => vec![Engine::Chromium],
            Self::Firefox => vec![Engine::Firefox],
            Self::WebKit => vec![Engine::WebKit],
            Self::All => Engine::ALL.to_vec(),
        }
    }
}

/// Runs all tests, those of the site in each of these browsers, one after the other, as each keeps all processors busy;
/// `site_arguments` go to those of the site.
///
/// # Errors
/// If a tool or a browser is missing and cannot be installed, or a step has failed.
pub fn run(project: &Project, browsers: &[Browsers], site_arguments: &[String]) -> Result<()> {
    let toolbox = Toolbox::ready(project)?;
    let mut engines: Vec<Engine> = browsers.iter().flat_map(|browsers| browsers.engines()).collect();
    engines.dedup();
    for engine in &engines {
        Browser::ready(*engine, project)?;
    }

    let mut report = Report::default();
    let content = report.step("content", || check::run(project, None));
    report_component(&mut report, "format", "fmt", project, &["--all", "--check", "--", "-l"]);
    report_component(&mut report, "lints", "clippy", project, &["--workspace", "--all-targets", FEATURES, "--", "-D", "warnings"]);
    report.step("crates", || crates::check(project));
    report.step("unit tests", || {
        let mut command = cargo(project);
        command.args(["test", "--workspace", "--exclude", "tests", FEATURES]);
        in_view(command)
    });
    let built = if content {
        report.step("build", || build::compile(project, &toolbox, Some(BASE_URL)).map_err(build::Failure::printed))
    } else {
        report.skip("build", "the content has problems");
        false
    };
    if built {
        let languages = languages(project);
        for language in &languages {
            report.step("site", || {
                let mut command = site_tests(project, &["--lib", "--test", "site"], site_arguments);
                command.env("EXPLAINER_LANG", language);
                in_view(command)
            });
        }
        for (nth, engine) in engines.into_iter().enumerate() {
            let mut arguments = site_arguments.to_vec();
            if nth > 0 {
                // Engines differ by what the page does, which is the same in every language, and time is short.
                arguments.extend(languages.iter().skip(1).flat_map(|language| ["--skip".to_owned(), format!("{language}::")]));
            }
            report.step(engine.name(), || {
                let mut command = site_tests(project, &["--test", "browser"], &arguments);
                command.env("EXPLAINER_ENGINE", engine.name());
                in_view(command)
            });
        }
        // Last, as it writes the site anew.
        report.step("the same again", || again::build_and_compare(project, &toolbox, BASE_URL));
    } else {
        report.skip("site", "there is no new site to test");
    }
    report.conclude()
}

/// The languages of the site. The tests in a browser take all of them by themselves.
fn languages(project: &Project) -> Vec<String> {
    let editions = story::load(&project.content()).map(|story| story.editions).unwrap_or_default();
    editions.into_iter().map(|edition| edition.language).collect()
}

/// Tests of the written site.
fn site_tests(project: &Project, which: &[&str], arguments: &[String]) -> Command {
    let mut command = cargo(project);
    command.args(["test", "--package", "tests", "--no-fail-fast"]).args(which);
    command.env("EXPLAINER_DIST", project.dist()).env(build::BASE_URL, BASE_URL);
    if !arguments.is_empty() {
        command.arg("--").args(arguments);
    }
    command
}

/// A step that needs a part of Rust which not every installation has.
fn report_component(report: &mut Report, name: &'static str, component: &str, project: &Project, arguments: &[&str]) {
    let mut probe = cargo(project);
    probe.args([component, "--version"]);
    if child::answer(probe).is_none() {
        report.skip(name, &format!("cargo {component} is not installed"));
        return;
    }
    report.step(name, || {
        let mut command = cargo(project);
        command.arg(component).args(arguments);
        quietly(command, &format!("cargo {component}"))
    });
}

fn cargo(project: &Project) -> Command {
    let mut command = child::cargo();
    command.current_dir(project.root());
    command
}

/// Runs a command whose output matters only if it fails.
fn quietly(command: Command, name: &str) -> Result<()> {
    let step = Step::start(&format!("running {name}"));
    let finished = child::run(command, |line| step.follow(line)).with_context(|| format!("cannot run {name}"))?;
    drop(step);
    if !finished.status.success() {
        eprint!("{}", finished.output);
        bail!("{name} found what is listed above");
    }
    Ok(())
}

/// Runs a command whose output is the result: which tests there were, and how each went.
fn in_view(command: Command) -> Result<()> {
    let status = child::run_in_view(command).context("cannot run cargo")?;
    if status.success() { Ok(()) } else { Err(anyhow!("cargo test failed ({status})")) }
}
