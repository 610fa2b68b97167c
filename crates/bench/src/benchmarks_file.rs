//! Writes the goals and their history into `docs/BENCHMARKS.md`. Only the text between the markers of a section is
//! replaced. People write the text around the markers.

use crate::table::{Table, rows};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};
use xtask::project::Project;

/// A measured value with its largest allowed value.
#[derive(Clone, Debug)]
pub(crate) struct Goal {
    /// The name of the measurement. It contains the unit if the value has one.
    pub(crate) name: String,
    /// The largest allowed value.
    pub(crate) limit: f64,
    /// The measured value.
    pub(crate) reached: f64,
}

impl Goal {
    /// Returns whether the measured value, rounded as in the table, is within the limit.
    pub(crate) fn is_reached(&self) -> bool {
        number(self.reached).parse().unwrap_or(f64::MAX) <= self.limit
    }

    fn verdict(&self) -> &'static str {
        if self.is_reached() { "yes" } else { "no" }
    }
}

/// Returns the goals as a table for the terminal.
pub(crate) fn show(goals: &[Goal]) -> Table {
    let mut table = Table::new(["goal", "at most", "is", "reached"]);
    for goal in goals {
        table.row([goal.name.clone(), number(goal.limit), number(goal.reached), goal.verdict().to_owned()]);
    }
    table
}

/// Writes the goals into the table of goals, and adds an entry to the history. A goal replaces the row with the same
/// name. Does nothing if there are no goals.
pub(crate) fn save(project: &Project, goals: &[Goal], command: &str) -> Result<()> {
    if goals.is_empty() {
        return Ok(());
    }
    let section = Section::new(project, "goals");
    let mut table = Table::new(["goal", "at most", "is", "reached", "command", "date"]);
    let old = section.read();
    let mut new = goals.to_vec();
    let line = |goal: &Goal| {
        let verdict = goal.verdict().to_owned();
        [goal.name.clone(), number(goal.limit), number(goal.reached), verdict, format!("`{command}`"), today()]
    };
    for row in rows(&old).skip(2) {
        match new.iter().position(|goal| Some(goal.name.as_str()) == row.first().copied()) {
            Some(index) => table.row(line(&new.remove(index))),
            None => table.row(row),
        }
    }
    new.iter().for_each(|goal| table.row(line(goal)));
    section.write(&table.to_string())?;

    let section = Section::new(project, "history");
    let old = section.read();
    section.write(&format!("{}\n{}", old.trim_end(), entry(goals, command, &today())))
}

/// Returns the entry of the history for one run, as an item of a Markdown list.
fn entry(goals: &[Goal], command: &str, date: &str) -> String {
    let missed: Vec<&Goal> = goals.iter().filter(|goal| !goal.is_reached()).collect();
    let reached = format!("- {date}, `{command}`: {} of {} goals reached", goals.len() - missed.len(), goals.len());
    if missed.is_empty() {
        return reached;
    }
    let missed = missed.iter().map(|goal| format!("\n  - {}: {}", goal.name, number(goal.reached)));
    format!("{reached}, but not:{}", missed.collect::<String>())
}

fn number(value: f64) -> String {
    match value {
        value if value.fract() == 0.0 || value >= 100.0 => format!("{value:.0}"),
        value if value < 0.1 => format!("{value:.3}"),
        value => format!("{value:.2}"),
    }
}

/// A section of `docs/BENCHMARKS.md`, between `<!-- name -->` and `<!-- end of name -->`.
#[derive(Debug)]
struct Section {
    file: PathBuf,
    name: &'static str,
}

impl Section {
    /// Creates a handle for the section `name`. Does not read the file.
    fn new(project: &Project, name: &'static str) -> Self {
        Self { file: project.root().join("docs/BENCHMARKS.md"), name }
    }

    /// Returns the text of the section. Returns an empty text if the file or the section is missing.
    fn read(&self) -> String {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        self.split(&text).map(|(_, body, _)| body.to_owned()).unwrap_or_default()
    }

    /// Replaces the text of the section.
    fn write(&self, body: &str) -> Result<()> {
        let name = self.file.display();
        let text = fs::read_to_string(&self.file).with_context(|| format!("cannot read {name}"))?;
        let (before, _, after) = self.split(&text).with_context(|| {
            format!("{name} has no place for these figures; add the lines `<!-- {0} -->` and `<!-- end of {0} -->` to it", self.name)
        })?;
        fs::write(&self.file, format!("{before}\n\n{}\n\n{after}", body.trim())).with_context(|| format!("cannot write {name}"))?;
        eprintln!("written into {name}");
        Ok(())
    }

    fn split<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let start = format!("<!-- {} -->", self.name);
        let from = text.find(&start)? + start.len();
        let to = from + text[from..].find(&format!("<!-- end of {} -->", self.name))?;
        Some((&text[..from], &text[from..to], &text[to..]))
    }
}

/// Returns today's date in UTC, as `YYYY-MM-DD`.
fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::{Goal, entry};

    #[track_caller]
    fn check(reached: f64, expected: bool) {
        assert_eq!(Goal { name: String::new(), limit: 1.1, reached }.is_reached(), expected, "{reached}");
    }

    #[test]
    fn a_goal_is_judged_by_what_is_printed() {
        check(1.1, true);
        check(1.104, true);
        check(1.106, false);
        check(30.0, false);
    }

    #[test]
    fn the_history_names_the_goals_that_a_run_missed() {
        let goal = |name: &str, reached| Goal { name: name.to_owned(), limit: 1.1, reached };
        let goals = [goal("first paint", 1.0), goal("first press", 1.36)];
        assert_eq!(entry(&goals, "bench", "2026-01-02"), "- 2026-01-02, `bench`: 1 of 2 goals reached, but not:\n  - first press: 1.36");
        assert_eq!(entry(&goals[..1], "bench", "2026-01-02"), "- 2026-01-02, `bench`: 1 of 1 goals reached");
    }
}
