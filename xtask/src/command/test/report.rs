//! What became of each step of `cargo xtask test`, told while it happens and once more at the end, where a reader
//! of a long log looks first.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::progress::Elapsed;

/// The steps so far.
#[derive(Default)]
pub(super) struct Report(Vec<(&'static str, Outcome)>);

enum Outcome {
    Passed(Duration),
    Failed(Duration),
    Skipped(String),
}

impl Report {
    /// Runs a step and says whether it passed.
    pub(super) fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<()>) -> bool {
        eprintln!("\n== {name}");
        let started = Instant::now();
        let result = run();
        let time = started.elapsed();
        if let Err(error) = &result {
            eprintln!("{error:#}");
        }
        let outcome = if result.is_ok() { Outcome::Passed(time) } else { Outcome::Failed(time) };
        eprintln!("== {name}: {}", outcome.in_words());
        self.0.push((name, outcome));
        result.is_ok()
    }

    /// Notes a step that was not run.
    pub(super) fn skip(&mut self, name: &'static str, reason: &str) {
        let outcome = Outcome::Skipped(reason.to_owned());
        eprintln!("\n== {name}: {}", outcome.in_words());
        self.0.push((name, outcome));
    }

    /// Prints the summary; an error if any step failed.
    pub(super) fn conclude(self) -> Result<()> {
        eprintln!("\nsummary");
        for (name, outcome) in &self.0 {
            eprintln!("  {name:<18} {}", outcome.in_words());
        }
        let failed = self.0.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Failed(_)));
        let failed: Vec<_> = failed.map(|(name, _)| *name).collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }
}

impl Outcome {
    fn in_words(&self) -> String {
        match self {
            Self::Passed(time) => format!("passed in {}", Elapsed(*time)),
            Self::Failed(time) => format!("FAILED after {}", Elapsed(*time)),
            Self::Skipped(reason) => format!("skipped: {reason}"),
        }
    }
}
