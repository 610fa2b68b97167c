//! The steps of `cargo xtask test`, and the selection of steps for a run.

use clap::ValueEnum;

/// A step of a test run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// The content has no mistakes.
    Content,
    /// The code is formatted.
    Format,
    /// Clippy finds nothing in native code and in code for browsers.
    Lints,
    /// All crates are used and have known licences and sources.
    Crates,
    /// The tests of all packages but `tests`.
    Unit,
    /// The site can be built. The later steps test this site.
    Build,
    /// The tests of the written site, in each language.
    Site,
    /// The tests of the site on nginx, Caddy and Apache.
    Servers,
    /// The tests of the site in browsers.
    Browsers,
    /// A second build makes the same files.
    Again,
}

impl Step {
    /// Returns the name of the step on the command line.
    pub(super) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// The steps of a run, and the tests in them.
#[derive(Debug, Default, clap::Args)]
pub struct Selection {
    /// Run only these steps
    #[arg(long, value_name = "STEP", value_delimiter = ',')]
    pub only: Vec<Step>,
    /// Leave these steps out
    #[arg(long, value_name = "STEP", value_delimiter = ',')]
    pub skip: Vec<Step>,
    /// Run only the tests whose name contains this; without --only, the steps are unit, site and browsers, and the site
    /// is tested as it is in dist/
    pub name: Option<String>,
}

impl Selection {
    /// Returns the selected steps, in the order in which they run.
    pub(super) fn steps(&self) -> Vec<Step> {
        let with_name = |step: &Step| matches!(step, Step::Unit | Step::Site | Step::Browsers);
        let is_wanted = |step: &Step| {
            if self.only.is_empty() { self.name.is_none() || with_name(step) } else { self.only.contains(step) }
        };
        Step::value_variants().iter().copied().filter(|step| is_wanted(step) && !self.skip.contains(step)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Selection, Step};

    #[track_caller]
    fn check(selection: Selection, expected: &[Step]) {
        assert_eq!(selection.steps(), expected);
    }

    #[test]
    fn the_steps_are_those_that_are_asked_for() {
        let all = Selection::default().steps();
        assert_eq!((all.first(), all.last(), all.len()), (Some(&Step::Content), Some(&Step::Again), 10));
        check(Selection { only: vec![Step::Site, Step::Content], ..Selection::default() }, &[Step::Content, Step::Site]);
        check(Selection { skip: all[1..].to_vec(), ..Selection::default() }, &[Step::Content]);
        let named = |only: &[Step]| Selection { name: Some("timeline".to_owned()), only: only.to_vec(), ..Selection::default() };
        check(named(&[]), &[Step::Unit, Step::Site, Step::Browsers]);
        check(named(&[Step::Browsers]), &[Step::Browsers]);
    }
}
