//! The goals for the measurements. Each goal is the largest allowed value of a measurement. Most of these measurements
//! are ratios between two sites in the same run.

use super::{
    ABLE, GROWTH, LATENCY, LOAD, PRESSES, VOTE,
    growth::SIZES,
    interactions::{ALL, CARDS, DEPTH, YEARS},
    load,
    peers::{PLAIN, REACT, SVELTEKIT},
    presses::{ON_FIRST_PAGE, Press},
    results::Results,
};
use crate::benchmarks_file::Goal;

/// The name of the site in tables.
pub(super) const SITE: &str = "site";
/// The name of the site without its scripts.
pub(super) const SCRIPTLESS: &str = "without script";

/// Returns the goals for which `results` has measured values.
pub(super) fn goals(results: &Results) -> Vec<Goal> {
    let summary = Summary(results);
    let mut goals = Vec::new();
    let mut add = |name: String, limit: f64, reached: Option<f64>| goals.extend(reached.map(|reached| Goal { name, limit, reached }));
    let share = |of: &str, what: &str| format!("{what}, as a share of {of}'s");

    add(share(PLAIN, "`/`: first paint"), 1.1, summary.ratio(LOAD, load::FIRST_PAINT, PLAIN));
    add("`/`: first paint, as a share of that without script".into(), 1.05, summary.ratio(LOAD, load::FIRST_PAINT, SCRIPTLESS));
    for press in [Press::Card, Press::Depth, Press::Year] {
        let name = press.name().trim_end_matches(", ms");
        add(share(SVELTEKIT, &format!("`/`: {name}")), 1.0, summary.ratio(PRESSES, press.name(), SVELTEKIT));
    }
    add("`/`: longest task after the first paint, ms".into(), 100.0, summary.median(LOAD, SITE, load::LONGEST_TASK));
    add("`/`: longest task once the app arrives, ms".into(), 50.0, summary.median(LOAD, SITE, load::LONGEST_OF_APP));
    add("`/`: blocking time after the first paint, ms".into(), 50.0, summary.median(LOAD, SITE, load::BLOCKING));
    add("`/`: layout shift".into(), 0.0, summary.median(LOAD, SITE, load::SHIFT));
    add(share(REACT, "`/`: memory of the page's process"), 1.3, summary.ratio(LOAD, load::MEMORY, REACT));
    for row in [CARDS, DEPTH, YEARS] {
        let reached = summary.tail(LATENCY.0, SITE, row).zip(summary.tail(LATENCY.0, REACT, row)).map(|(site, react)| site / react);
        add(share(REACT, &format!("`/`: p95 of interactions with {row}")), 1.0, reached);
    }
    add("all pages: p95 of interactions, ms".into(), 50.0, summary.tail_without_peers(LATENCY.0, ALL));
    let slowest = |site: &str| ON_FIRST_PAGE.into_iter().filter_map(|press| summary.median(ABLE, site, press.name())).reduce(f64::max);
    let ratio = slowest(SITE).zip(slowest(REACT)).map(|(site, react)| site / react);
    add(share(REACT, "`/` with 0.4 of a processor: the last that can be pressed answers"), 1.0, ratio);
    add(share(PLAIN, "a vote's page: first paint"), 1.1, summary.ratio(VOTE, load::FIRST_PAINT, PLAIN));
    add(share(PLAIN, "a vote's page: the roll call is drawn"), 1.1, summary.ratio(VOTE, Press::RollCall.name(), PLAIN));
    for size in SIZES.into_iter().filter(|size| size.is_largest()) {
        add(format!("{}: p95 of interactions, ms", size.name()), 100.0, summary.tail(GROWTH, SITE, &size.name()));
    }
    goals
}

/// The results of a run, with methods for the values that the goals need.
struct Summary<'a>(&'a Results);

impl Summary<'_> {
    fn median(&self, table: &str, site: &str, measure: &str) -> Option<f64> {
        self.0.figures(table, site, measure).median()
    }

    fn ratio(&self, table: &str, measure: &str, other: &str) -> Option<f64> {
        let other = self.median(table, other, measure).filter(|other| *other > 0.0)?;
        Some(self.median(table, SITE, measure)? / other)
    }

    fn tail(&self, table: &str, site: &str, row: &str) -> Option<f64> {
        self.0.figures(table, site, row).percentile(95)
    }

    /// Returns the 95th percentile of `row` for the site. Returns `None` if the run measured the peers, because such a
    /// run does not measure all pages.
    fn tail_without_peers(&self, table: &str, row: &str) -> Option<f64> {
        if self.tail(table, REACT, row).is_some() { None } else { self.tail(table, SITE, row) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_held_against_its_goal() {
        let mut results = Results::default();
        for (site, paint) in [(SITE, 330.0), (PLAIN, 300.0)] {
            results.add(LOAD, site, load::FIRST_PAINT, paint);
        }
        let goals = goals(&results);
        let [goal] = &goals[..] else { panic!("{goals:?}") };
        assert!(goal.is_reached(), "{goal:?}");
        results.add(LOAD, SITE, load::FIRST_PAINT, 400.0);
        assert!(!super::goals(&results)[0].is_reached());
    }
}
