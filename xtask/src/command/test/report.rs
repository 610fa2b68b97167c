//! Reports the result of each step of `cargo xtask test`, when the step ends and again at the end of the run.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::progress::Elapsed;

/// The results of the steps so far.
#[derive(Default)]
pub(super) struct Report(Vec<(String, Outcome)>);

enum Outcome {
    Passed(Duration),
    Failed(Duration, String),
    Skipped(String),
}

impl Report {
    /// Runs a step, prints its result, and returns whether it passed.
    pub(super) fn step(&mut self, name: &str, run: impl FnOnce() -> Result<()>) -> bool {
        eprintln!("\n== {name}");
        let started = Instant::now();
        let result = run();
        let time = started.elapsed();
        let passed = result.is_ok();
        let outcome = match result {
            Ok(()) => Outcome::Passed(time),
            Err(error) => {
                let error = format!("{error:#}");
                eprintln!("{error}");
                Outcome::Failed(time, error)
            }
        };
        eprintln!("== {name}: {}", outcome.in_words());
        self.0.push((name.to_owned(), outcome));
        passed
    }

    /// Prints and records a skipped step with its reason.
    pub(super) fn skip(&mut self, name: &str, reason: &str) {
        let outcome = Outcome::Skipped(reason.to_owned());
        eprintln!("\n== {name}: {}", outcome.in_words());
        self.0.push((name.to_owned(), outcome));
    }

    /// Prints the summary, and returns an error if a step failed.
    pub(super) fn conclude(self) -> Result<()> {
        eprintln!("\nsummary");
        for (name, outcome) in &self.0 {
            eprintln!("  {name:<18} {}", outcome.in_words());
        }
        let errors: Vec<_> = self.0.iter().filter_map(|(name, outcome)| outcome.error().map(|error| format!("{name}: {error}"))).collect();
        if !errors.is_empty() {
            bail!("{}", errors.join("\n"));
        }
        Ok(())
    }
}

impl Outcome {
    /// Returns the error, or `None` if the step did not fail.
    fn error(&self) -> Option<&str> {
        match self {
            Self::Failed(_, error) => Some(error),
            Self::Passed(_) | Self::Skipped(_) => None,
        }
    }

    fn in_words(&self) -> String {
        match self {
            Self::Passed(time) => format!("passed in {}", Elapsed(*time)),
            Self::Failed(time, _) => format!("FAILED after {}", Elapsed(*time)),
            Self::Skipped(reason) => format!("skipped: {reason}"),
        }
    }
}
