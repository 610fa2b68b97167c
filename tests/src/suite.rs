//! Runs browser tests as `cargo test` runs others, with its filters and its report, a few at a time.
//!
//! The ordinary harness cannot say when the last test is over, and then the driver has to be ended.

use crate::{
    engine::{Engine, Family},
    language,
    server::Breaches,
};
use libtest_mimic::{Arguments, Failed, Trial};
use std::{pin::Pin, process::ExitCode, sync::Arc};

/// How a test ends: `Ok`, an error, or a panic.
pub type Outcome = anyhow::Result<()>;

/// A test under way. It stays in its thread.
pub type Running = Pin<Box<dyn Future<Output = Outcome>>>;

/// A test as [`tests!`](crate::tests) makes it from an `async fn`.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// Its module and name.
    pub name: &'static str,
    /// What it does.
    pub run: fn(Arc<Engine>) -> Running,
}

/// A list of tests: `async fn(Arc<Engine>) -> Outcome` each, by name.
#[macro_export]
macro_rules! tests {
    ($($test:ident),+ $(,)?) => {
        &[$($crate::suite::Test { name: concat!(module_path!(), "::", stringify!($test)), run: |engine| Box::pin($test(engine)) }),+]
    };
}

/// Browsers at the same time: each is several processes, and a starved browser makes tests slow, not faster.
const AT_ONCE: usize = 2;

/// Runs the tests as the command line says, each in every language of the site; those that are the same in all of them only
/// `once`. Those that are done `by_devtools` need Chromium's own protocol, and are told as ignored in other engines.
pub fn run(tests: &[&[Test]], once: &[&[Test]], by_devtools: &[&[Test]]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = arguments.test_threads.or(Some(AT_ONCE));
    if arguments.list {
        let all = [trials(&[tests, by_devtools].concat(), language::all(), None), trials(once, language::all().take(1), None)];
        return libtest_mimic::run(&arguments, all.into_iter().flatten().collect()).exit_code();
    }
    match Engine::chosen() {
        Ok(engine) => {
            let has_devtools = engine.family() == Family::Chromium;
            let engine = Some(Arc::new(engine));
            let rest = trials(by_devtools, language::all(), engine.clone()).into_iter().map(|trial| trial.with_ignored_flag(!has_devtools));
            let rest = rest.chain(trials(once, language::all().take(1), engine.clone()));
            libtest_mimic::run(&arguments, trials(tests, language::all(), engine).into_iter().chain(rest).collect()).exit_code()
        }
        Err(error) => {
            eprintln!("there is no browser to test in: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn trials(tests: &[&[Test]], languages: impl Iterator<Item = &'static str>, engine: Option<Arc<Engine>>) -> Vec<Trial> {
    let trial = |test: &Test, language: &'static str| {
        let (run, engine) = (test.run, engine.clone());
        let name = test.name.split_once("::").map_or(test.name, |(_, name)| name);
        // As the addresses have it: nothing for the first language.
        let name = if language::is_first(language) { name.to_owned() } else { format!("{language}::{name}") };
        Trial::test(name, move || {
            let Some(engine) = engine else { return Err(Failed::from("a list is not run")) };
            // The server has a thread of its own: ending a browser blocks this one, and may wait for an answer.
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
            runtime.block_on(Breaches::watched(language::within(language, run(engine)))).map_err(|error| {
                let told = format!("{error:#}");
                // Where in the driver it happened is of no use here.
                Failed::from(told.split("Stacktrace:").next().unwrap_or_default().trim_end())
            })
        })
    };
    let tests = tests.iter().copied().flatten();
    languages.flat_map(|language| tests.clone().map(move |test| (test, language))).map(|(test, language)| trial(test, language)).collect()
}
