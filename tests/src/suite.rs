//! Runs browser tests with the filters and the report of `cargo test`. A few tests run at the same time.
//!
//! The browsers and drivers have to be ended after the last test. The standard harness cannot run code at that time.

use crate::{
    engine::{Engine, Family, pool},
    fonts::Fonts,
    language,
    server::CspReports,
};
use libtest_mimic::{Arguments, Failed, Trial};
use std::{
    pin::Pin,
    process::ExitCode,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use story::Edition;
use tokio::runtime::Runtime;

/// The result of a test. A test also fails if it panics.
pub type Outcome = anyhow::Result<()>;

/// The future of a test. It does not have to be `Send`.
pub type Running = Pin<Box<dyn Future<Output = Outcome>>>;

/// A test. [`tests!`](crate::tests) makes it from an `async fn`.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The module and name of the test.
    pub name: &'static str,
    /// The function of the test.
    pub run: fn(Arc<Engine>) -> Running,
    /// Returns the reason why the test is ignored with an engine or in an edition. Returns `None` if the test runs.
    pub ignored: fn(Family, &Edition) -> Option<&'static str>,
}

/// Makes a list of [`Test`](crate::suite::Test)s from the names of functions. Each function is an
/// `async fn(Arc<Engine>) -> Outcome`. An item can be `test unless reason`. Then `reason` is the function for
/// [`Test::ignored`](crate::suite::Test::ignored).
#[macro_export]
macro_rules! tests {
    ($($test:ident $(unless $ignored:path)?),+ $(,)?) => {
        &[$($crate::suite::Test {
            name: concat!(module_path!(), "::", stringify!($test)),
            run: |engine| Box::pin($test(engine)),
            ignored: $crate::tests!(@ignored $($ignored)?),
        }),+]
    };
    (@ignored) => { |_, _| None };
    (@ignored $ignored:path) => { $ignored };
}

/// The default number of tests that run at the same time. Each browser has several processes, so more browsers would
/// make the tests slower.
const AT_ONCE: usize = 2;

/// The number of tests in the list of the slowest tests.
const SLOWEST: usize = 10;

/// The tests of a run, by the engines and languages in which they run.
#[derive(Debug, Default)]
pub struct Suite {
    /// The tests that run in every engine and every language.
    pub everywhere: Vec<&'static [Test]>,
    /// The tests that run in every engine, but only in the first language, because the tested behaviour does not depend
    /// on the language.
    pub in_one_language: Vec<&'static [Test]>,
    /// The tests that run only in Chromium, in every language. In other engines, these tests are ignored, because they
    /// need more than the commands of WebDriver.
    pub in_chromium: Vec<&'static [Test]>,
    /// The tests that run only in Chromium, in every language, with each of [`Fonts::FIXED`] that has the letters of
    /// the language. The tested behaviour depends on the widths of letters.
    pub in_each_font_set: Vec<&'static [Test]>,
}

impl Suite {
    /// Runs or lists the tests that the command line selects. After a run of many tests, prints the slowest.
    pub fn run(&self) -> ExitCode {
        let mut arguments = Arguments::from_args();
        arguments.test_threads = arguments.test_threads.or(Some(AT_ONCE));
        if arguments.list {
            return libtest_mimic::run(&arguments, self.trials(None)).exit_code();
        }
        let run = match Run::new() {
            Ok(run) => Arc::new(run),
            Err(error) => {
                eprintln!("no browser can be started: {error:#}");
                return ExitCode::FAILURE;
            }
        };
        let conclusion = libtest_mimic::run(&arguments, self.trials(Some(&run)));
        run.runtime.block_on(pool::clear());
        run.name_slowest();
        conclusion.exit_code()
    }

    /// Makes the tests. If `run` is `None`, the tests can only be listed.
    fn trials(&self, run: Option<&Arc<Run>>) -> Vec<Trial> {
        let in_chromium = run.is_none_or(|run| run.engine.family() == Family::Chromium);
        let not_chromium = (!in_chromium).then_some("needs Chromium");
        let mut trials = Vec::new();
        for language in language::all() {
            // The lists with long tests come first in each language, so that a long test is less
            // likely to run alone at the end.
            for fonts in Fonts::FIXED.into_iter().filter(|fonts| fonts.has_letters_of(language)) {
                let ignored = not_chromium.or((!fonts.available()).then_some("fonts cannot be chosen here"));
                trials.extend(tests(&self.in_each_font_set).map(|test| trial(test, language, Some(fonts), run, ignored)));
            }
            if language::is_first(language) {
                trials.extend(tests(&self.in_one_language).map(|test| trial(test, language, None, run, None)));
            }
            trials.extend(tests(&self.everywhere).map(|test| trial(test, language, None, run, None)));
            trials.extend(tests(&self.in_chromium).map(|test| trial(test, language, None, run, not_chromium)));
        }
        trials
    }
}

/// The engine, the runtime and the times that the tests of a run share.
struct Run {
    engine: Engine,
    /// One runtime serves all tests, because the browsers and the connections to their drivers outlive a test.
    runtime: Runtime,
    times: Mutex<Vec<(Duration, String)>>,
}

impl Run {
    fn new() -> anyhow::Result<Self> {
        // The runtime needs its own threads. A test that ends a browser blocks its thread, and meanwhile the browser
        // may wait for an answer from the test's server.
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(AT_ONCE).enable_all().build()?;
        Ok(Self { engine: Engine::chosen()?, runtime, times: Mutex::default() })
    }

    fn test(&self, name: &str, test: &Test, language: &'static str, fonts: Option<Fonts>) -> anyhow::Result<()> {
        let engine = fonts.map_or_else(|| self.engine.clone(), |fonts| self.engine.clone().with_fonts(fonts));
        let start = Instant::now();
        let outcome = self.runtime.block_on(CspReports::watched(language::within(language, (test.run)(Arc::new(engine)))));
        self.times.lock().expect("nothing panics with the lock").push((start.elapsed(), name.to_owned()));
        outcome
    }

    /// Prints the slowest tests, as many as [`SLOWEST`] says. Prints nothing after a run of few tests.
    fn name_slowest(&self) {
        let mut times = self.times.lock().expect("nothing panics with the lock");
        if times.len() > 2 * SLOWEST {
            times.sort_by(|one, other| other.cmp(one));
            println!("the slowest tests:");
            times.iter().take(SLOWEST).for_each(|(time, name)| println!("  {:5.1} s  {name}", time.as_secs_f64()));
        }
    }
}

fn tests(lists: &[&'static [Test]]) -> impl Iterator<Item = &'static Test> {
    lists.iter().copied().flatten()
}

/// Makes a libtest-mimic test. Its name has these parts: the language unless it is the first language, the set of fonts
/// if `fonts` names one, the module, and the function. The test is marked as ignored if `ignored` has a reason. With a
/// `run`, the test is also marked as ignored if its function [`Test::ignored`] returns a reason.
fn trial(
    test: &'static Test,
    language: &'static str,
    fonts: Option<Fonts>,
    run: Option<&Arc<Run>>,
    ignored: Option<&'static str>,
) -> Trial {
    let name = test.name.split_once("::").map_or(test.name, |(_, name)| name);
    let prefixes = [(!language::is_first(language)).then_some(language), fonts.map(Fonts::name)];
    let name = prefixes.into_iter().flatten().chain([name]).collect::<Vec<_>>().join("::");
    let own_reason = || (test.ignored)(run?.engine.family(), language::edition_in(language));
    let ignored = ignored.or_else(own_reason);
    let run = run.cloned();
    let trial = Trial::test(name.clone(), move || {
        let Some(run) = run else { return Err(Failed::from("a listed test has no browser")) };
        run.test(&name, test, language, fonts).map_err(|error| {
            let message = format!("{error:#}");
            // The driver's stack trace is left out, because it shows only memory addresses in the driver.
            Failed::from(message.split("Stacktrace:").next().unwrap_or_default().trim_end())
        })
    });
    match ignored {
        Some(reason) => trial.with_kind(reason).with_ignored_flag(true),
        None => trial,
    }
}
